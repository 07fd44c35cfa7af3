import Diagnostics
import Markdown

/// What a register holds, and how it is made from the cards.
struct RegisterTables: Sendable {
  /// All files, in the order of their addresses.
  private(set) var entries: [Entry]
  /// The settings of handbook.yml.
  let settings: Settings
  /// Whether the files stand outside a handbook: then there is no register, and every name that may be a role is one.
  let isLoose: Bool
  /// The findings of making it: codes and roles that are defined twice.
  private(set) var diagnostics: [Diagnostic] = []

  private(set) var roles: [Role] = []
  private(set) var departments: [Department] = []
  private(set) var departmentOfArticle: [ArticleID: DepartmentID] = [:]
  private(set) var rolesByName = NameTable<[RoleID]>()
  private(set) var departmentsByName = NameTable<DepartmentID>()
  private(set) var articlesByCode = NameTable<ArticleID>()
  private(set) var articlesByTitle = NameTable<ArticleID>()
  private(set) var articlesByPath = ByteTable<ArticleID>()
  private var formerCodes: [(String, ArticleID)] = []

  /// Reads all cards; n log n in the files.
  ///
  /// - Parameters:
  ///   - entries: all files of the handbook, in any order.
  ///   - settings: the settings of handbook.yml.
  ///   - isLoose: whether the files stand outside a handbook.
  init(_ entries: [Entry], settings: Settings, isLoose: Bool = false) {
    self.isLoose = isLoose
    let keys = entries.map(Self.orderKey)
    let order = entries.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
    self.entries = order.map { entries[$0] }
    titlesByArticle = self.entries.map(\.title)
    self.settings = settings
    for (index, entry) in self.entries.enumerated() { addArticle(entry, ArticleID(index)) }
    for (key, id) in formerCodes where articlesByCode[key] == nil { articlesByCode[key] = id }
    addConfiguredDepartments()
    addDepartmentFiles()
    addMentionedDepartments()
    addRoles()
    partyNames = roles.map(\.name) + departments.map(\.name)
    completeDepartments()
  }

  /// The same names with another text at an address. Linear.
  func replacing(_ id: ArticleID, _ entry: Entry) -> RegisterTables {
    var tables = self
    tables.entries[Int(id.index)] = entry
    return tables
  }

  /// Kind, then code or title, then path; a translation stands behind its source.
  private static func orderKey(_ entry: Entry) -> [UInt8] {
    let rank = UInt8(ArticleKind.allCases.firstIndex(of: entry.kind) ?? 0)
    return [rank] + NameKey(entry.code ?? entry.title).bytes + [0, entry.isTranslation ? 1 : 0]
      + Array(entry.path.utf8)
  }

  /// All names of roles and departments, for suggestions.
  private(set) var partyNames: [String] = []

  /// The titles of all entries by their addresses: an entry itself lies far away.
  let titlesByArticle: [String]

  /// All titles that 《》 can name, for suggestions.
  var titles: [String] { entries.lazy.filter { !$0.isTranslation && $0.kind.isTitled }.map(\.title) }

  /// The entry at an address.
  subscript(id: ArticleID) -> Entry { entries[Int(id.index)] }

  // MARK: Making

  private mutating func addArticle(_ entry: Entry, _ id: ArticleID) {
    entry.path.withBytes { articlesByPath[$0] = id }
    guard !entry.isTranslation else { return }
    if let code = entry.card.codeField {
      if let other = articlesByCode[code.text] {
        reportDuplicate(entry, code, of: self[other])
      } else {
        articlesByCode[code.text] = id
      }
    }
    if entry.kind.isControlled {
      // A former code still leads here, unless another document bears it now.
      formerCodes += entry.card.otherNames.map { ($0, id) }
    }
    guard entry.kind.isTitled else { return }
    if articlesByTitle[entry.title] == nil { articlesByTitle[entry.title] = id }
  }

  private mutating func reportDuplicate(_ entry: Entry, _ code: Named, of other: Entry) {
    let range = other.card.codeField?.range ?? .start
    diagnostics.append(
      Diagnostic(
        .error, .codeDuplicate, path: entry.path, range: code.range,
        message: Localized(
          zh: "编号 \(code.text) 与 \(other.path) 重复（不分大小写）",
          en: "code \(code.text) is also the code of \(other.path) (case is ignored)"),
        notes: [
          .init(path: other.path, range: range, message: Localized(zh: "先在这里使用", en: "first used here"))
        ],
        help: Localized(zh: "给其中一个文件换一个编号", en: "give one of the two files another code")))
  }

  private mutating func addConfiguredDepartments() {
    for department in settings.departments { _ = addDepartment(department.name.text) }
  }

  private mutating func addDepartmentFiles() {
    for (index, entry) in entries.enumerated() where entry.kind == .department && !entry.isTranslation {
      let id = addDepartment(entry.title, article: ArticleID(index), code: entry.code)
      departmentOfArticle[ArticleID(index)] = id
      for name in entry.card.otherNames + [entry.code].compactMap(\.self) {
        if departmentsByName[name] == nil { departmentsByName[name] = id }
      }
    }
  }

  /// Departments also follow from 部门 fields, unless handbook.yml lists them: then an unknown one is an error.
  private mutating func addMentionedDepartments() {
    guard settings.departments.isEmpty else { return }
    let names = entries.compactMap { $0.card.departmentField?.text }.filter { departmentsByName[$0] == nil }
    for name in Set(names).sorted() { _ = addDepartment(name) }
  }

  private mutating func addDepartment(_ name: String, article: ArticleID? = nil, code: String? = nil) -> DepartmentID {
    if let known = departmentsByName[name] {
      let old = departments[Int(known.index)]
      departments[Int(known.index)] = Department(
        article: old.article ?? article, name: old.name, code: old.code ?? code)
      return known
    }
    let id = DepartmentID(departments.count)
    departments.append(Department(article: article, name: name, code: code))
    departmentsByName[name] = id
    return id
  }

  private mutating func addRoles() {
    for (index, entry) in entries.enumerated() where entry.kind == .role && !entry.isTranslation {
      let id = RoleID(roles.count)
      let department = entry.card.departmentField.flatMap { departmentsByName[$0.text] }
      roles.append(Role(article: ArticleID(index), name: entry.title, department: department, members: []))
      if let department { departments[Int(department.index)].roles.append(id) }
      addRoleNames(entry, id, department)
    }
  }

  private mutating func addRoleNames(_ entry: Entry, _ id: RoleID, _ department: DepartmentID?) {
    let title = NameKey(entry.title)
    let twin = rolesByName[entry.title]?.first {
      NameKey(roles[Int($0.index)].name) == title && roles[Int($0.index)].department == department
    }
    if let twin {
      let other = self[roles[Int(twin.index)].article]
      diagnostics.append(
        Diagnostic(
          .error, .roleAmbiguous, path: entry.path, range: entry.card.titleField?.range ?? .start,
          message: Localized(
            zh: "岗位“\(entry.title)”在同一部门里定义了两次", en: "role “\(entry.title)” is defined twice in one department"),
          notes: [
            .init(
              path: other.path, range: other.card.titleField?.range ?? .start,
              message: Localized(zh: "先在这里定义", en: "first defined here"))
          ],
          help: Localized(zh: "改名，或并成一个文件", en: "rename one of them, or merge the files")))
    }
    for name in [entry.title] + entry.card.otherNames + [entry.code].compactMap(\.self) {
      var ids = rolesByName[name] ?? []
      if !ids.contains(id) { ids.append(id) }
      rolesByName[name] = ids
    }
  }

  /// Heads, parents and members need all roles, so they come last.
  private mutating func completeDepartments() {
    let register = Register(self)
    for configured in settings.departments {
      guard let id = departmentsByName[configured.name.text] else { continue }
      setParent(id, configured.parent?.text, head: configured.head?.text, register)
    }
    for index in entries.indices {
      guard let id = departmentOfArticle[ArticleID(index)], let card = entries[index].card.department else { continue }
      setParent(id, card.parent?.text, head: card.head?.text, register)
    }
    for index in roles.indices {
      guard case .role(let card) = self[roles[index].article].card else { continue }
      let finder = PartyFinder(register: register, department: roles[index].department)
      roles[index].members = card.members.flatMap { finder.parties(in: $0.text).map(\.party) }
    }
  }

  private mutating func setParent(_ id: DepartmentID, _ parent: String?, head: String?, _ register: Register) {
    let index = Int(id.index)
    if let parent { departments[index].parent = departmentsByName[parent] }
    guard let head else { return }
    let finder = PartyFinder(register: register, department: id)
    if case .role(let role)? = finder.party(named: head)?.party { departments[index].head = role }
  }
}

extension ArticleKind {
  /// Whether 《》 can name it.
  var isTitled: Bool {
    switch self {
    case .procedure, .policy, .form, .event: true
    case .role, .department: false
    }
  }
}
