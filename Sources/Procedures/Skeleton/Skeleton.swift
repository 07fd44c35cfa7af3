package import Diagnostics

/// A new file that has all it must have and passes the checks; what the writer may add stands in it as comments.
package struct Skeleton: Sendable {
  /// What the writer wants.
  package struct Wish: Sendable {
    /// The kind of file.
    package let kind: ArticleKind
    /// The title; nil for a plain one.
    package let title: String?
    /// The department; nil for the first one.
    package let department: String?
    /// The language of the file.
    package let language: Language
    /// The day that counts as today, for an event.
    package let today: Day

    /// States what is wanted.
    package init(_ kind: ArticleKind, title: String?, department: String?, language: Language, today: Day) {
      self.kind = kind
      self.title = title.map(WidthFolding.trimmed).flatMap { $0.isEmpty ? nil : $0 }
      self.department = department
      self.language = language
      self.today = today
    }
  }

  /// Why there can be no such file.
  package enum Fault: Error, Sendable, Hashable {
    /// Something of the kind bears the title; the path of its file.
    case titleTaken(String)
    /// The handbook has no such department; the ones that it has.
    case departmentUnknown([String])
    /// The numbering pattern has no number left.
    case numbersUsedUp
    /// An event runs procedures, and there is none.
    case noProcedure
    /// The title cannot be a name.
    case titleInvalid
  }

  /// The file.
  package let file: SourceFile
  let wish: Wish
  let title: String
  let code: String?
  let department: String?
  let owner: String?
  let procedure: String?

  /// Makes a file for a handbook.
  ///
  /// - Parameters:
  ///   - wish: what is wanted.
  ///   - handbook: whose names and codes it uses.
  ///   - issued: codes that were issued and may stand in no working file.
  /// - Throws: when there can be no such file.
  package init(_ wish: Wish, for handbook: Handbook, issued: [String] = []) throws(Fault) {
    self.wish = wish
    title = try Self.title(wish, handbook)
    department = try Self.department(wish, handbook)
    code = try Self.code(wish.kind, department, handbook, issued)
    owner = Self.owner(department, handbook)
    let run = handbook.articles.first { $0.kind == .procedure && $0.code != nil && !$0.entry.isTranslation }
    if wish.kind == .event, run == nil { throw .noProcedure }
    procedure = run?.code
    var text = SkeletonText(
      wish: wish, title: title, code: code, department: department, owner: owner, procedure: procedure,
      people: run.map { Self.people(of: $0, handbook) } ?? [])
    text.write(required: handbook.settings.requiredSections(of: wish.kind))
    file = SourceFile(
      path: Self.path(wish, title: title, code: code, department: department), bytes: Array(text.text.utf8))
  }

  private static func title(_ wish: Wish, _ handbook: Handbook) throws(Fault) -> String {
    let taken = handbook.articles.filter { $0.kind == wish.kind }
    if let title = wish.title {
      let isName = title.utf8.count <= 240 && !title.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
      guard isName else { throw .titleInvalid }
      if let other = taken.first(where: { NameKey($0.title) == NameKey(title) }) { throw .titleTaken(other.path) }
      return title
    }
    let plain = plainTitle(wish.kind)[wish.language]
    var number = 1
    func numbered() -> String { number == 1 ? plain : "\(plain) \(number)" }
    while taken.contains(where: { NameKey($0.title) == NameKey(numbered()) }) { number += 1 }
    return numbered()
  }

  private static func plainTitle(_ kind: ArticleKind) -> Localized {
    switch kind {
    case .procedure: Localized(zh: "新规程", en: "New procedure")
    case .policy: Localized(zh: "新制度", en: "New policy")
    case .role: Localized(zh: "新岗位", en: "New role")
    case .department: Localized(zh: "新部门", en: "New department")
    case .form: Localized(zh: "新表单", en: "New form")
    case .event: Localized(zh: "新活动", en: "New event")
    }
  }

  private static func department(_ wish: Wish, _ handbook: Handbook) throws(Fault) -> String? {
    guard let name = wish.department else {
      return handbook.departments.first?.name
        ?? (wish.kind.isControlled ? Localized(zh: "综合部", en: "General")[wish.language] : nil)
    }
    guard let id = handbook.register.department(named: name) else {
      if handbook.settings.departments.isEmpty { return name }
      throw .departmentUnknown(handbook.departments.map(\.name))
    }
    return handbook[id].name
  }

  private static func code(
    _ kind: ArticleKind, _ department: String?, _ handbook: Handbook, _ issued: [String]
  ) throws(Fault) -> String? {
    guard kind.isControlled else { return nil }
    let used = handbook.articles.flatMap { [$0.code].compactMap(\.self) + $0.entry.card.otherNames } + issued
    guard let code = Numbering.pattern(kind, department: department, in: handbook).next(after: used) else {
      throw .numbersUsedUp
    }
    return code
  }

  /// The roles that do the steps of a procedure and that nobody is known to hold.
  private static func people(of procedure: Article, _ handbook: Handbook) -> [String] {
    var seen: Set<RoleID> = []
    return procedure.steps.flatMap(\.participation.responsible).compactMap { party -> String? in
      let role: RoleID
      switch party {
      case .role(let id): role = id
      case .department(let id):
        guard let head = handbook[id].head else { return nil }
        role = head
      case .everyone, .allDepartments, .unknown: return nil
      }
      let isHeld = handbook[handbook[role].article].entry.card.role?.holders.isEmpty == false
      return isHeld || !seen.insert(role).inserted ? nil : handbook[role].name
    }
  }

  /// The head of the department, else its first role, else any role; else the department, which counts as its head.
  private static func owner(_ department: String?, _ handbook: Handbook) -> String? {
    let own = department.flatMap { handbook.register.department(named: $0) }
    let role =
      own.flatMap { handbook[$0].head ?? handbook[$0].roles.first } ?? (handbook.roles.isEmpty ? nil : RoleID(0))
    guard let role else { return department }
    let name = handbook[role].name
    let isPlain = handbook.register.roles(named: name).count == 1
    return isPlain ? name : handbook[role].department.map { "\(handbook[$0].name)/\(name)" } ?? name
  }

  private static func path(_ wish: Wish, title: String, code: String?, department: String?) -> String {
    let name = fileName(title)
    let place = department.map { fileName($0) + "/" } ?? ""
    switch wish.kind {
    case .procedure: return "content/procedures/\(place)\(code ?? "")-\(name).md"
    case .policy: return "content/policies/\(code ?? "")-\(name).md"
    case .form: return "content/forms/\(code ?? "")-\(name).md"
    case .role: return "content/roles/\(place)\(name).md"
    case .department: return "content/departments/\(name).md"
    case .event: return "content/events/\(wish.today)-\(name).md"
    }
  }

  /// A title without the signs that some file system refuses, and not too long for any.
  private static func fileName(_ title: String) -> String {
    var name = String.UnicodeScalarView()
    var count = 0
    for scalar in title.unicodeScalars {
      count += UTF8.width(scalar)
      if count > 120 { break }
      name.append("/\\:*?\"<>|".unicodeScalars.contains(scalar) ? "-" : scalar)
    }
    while let last = name.last, last == "." || last == " " { name.removeLast() }
    while let first = name.first, first == "." || first == " " { name.removeFirst() }
    return name.isEmpty ? "x" : String(name)
  }
}
