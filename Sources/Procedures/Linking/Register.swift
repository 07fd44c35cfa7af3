package import Diagnostics
import Markdown

/// Every name that the handbook defines, and what it stands for: made once from the cards, before any text is linked.
package struct Register: Sendable {
  // An array of one: the tables are large, and every reader holds them.
  private let box: [RegisterTables]

  /// Reads all cards; n log n in the files.
  ///
  /// - Parameters:
  ///   - entries: all files of the handbook, in any order.
  ///   - settings: the settings of handbook.yml.
  ///   - isLoose: whether the files stand outside a handbook.
  package init(_ entries: [Entry], settings: Settings, isLoose: Bool = false) {
    self.init(RegisterTables(entries, settings: settings, isLoose: isLoose))
  }

  init(_ tables: RegisterTables) { box = [tables] }

  /// The tables themselves.
  var tables: RegisterTables { box[0] }

  // Every member takes its field out of the box by itself: the tables as a whole would be copied. What is asked for often
  // looks through a pointer, because counting references to one table from all threads is slow.

  /// All files, in the order of their addresses.
  package var entries: [Entry] { box[0].entries }
  /// The settings of handbook.yml.
  package var settings: Settings { box[0].settings }
  /// Whether the files stand outside a handbook: then there is no register, and every name that may be a role is one.
  package var isLoose: Bool { box[0].isLoose }
  /// The findings of making it: codes and roles that are defined twice.
  package var diagnostics: [Diagnostic] { box[0].diagnostics }

  var roles: [Role] { box[0].roles }
  var departments: [Department] { box[0].departments }
  /// All names of roles and departments, for suggestions.
  var partyNames: [String] { box[0].partyNames }
  /// All titles that 《》 can name, for suggestions.
  var titles: [String] { box[0].titles }

  /// The entry at an address.
  subscript(id: ArticleID) -> Entry { box[0].entries[Int(id.index)] }

  /// The title of the entry at an address.
  func title(of id: ArticleID) -> String { box.withUnsafeBufferPointer { $0[0].titlesByArticle[Int(id.index)] } }

  /// The department of a role.
  func department(of role: RoleID) -> DepartmentID? { box[0].roles[Int(role.index)].department }

  /// What a name, alias, former name or code stands for: the roles, the one of a department first, else a department.
  func named(_ name: Bytes, from department: DepartmentID?) -> (roles: [RoleID], department: DepartmentID?)? {
    NameKey.withFolded(name) { name in
      box.withUnsafeBufferPointer { tables in
        guard let roles = tables[0].rolesByName.value(folded: name) else {
          return tables[0].departmentsByName.value(folded: name).map { ([], $0) }
        }
        let own = department == nil ? nil : roles.first { tables[0].roles[Int($0.index)].department == department }
        return (own.map { [$0] } ?? roles, nil)
      }
    }
  }

  /// The roles of a name, alias, former name or code.
  func roles(named name: Bytes) -> [RoleID] { box.withUnsafeBufferPointer { $0[0].rolesByName[name] } ?? [] }

  /// The roles of a name, alias, former name or code.
  func roles(named name: String) -> [RoleID] { name.withBytes { roles(named: $0) } }

  /// The department of a name, former name or code.
  func department(named name: Bytes) -> DepartmentID? {
    box.withUnsafeBufferPointer { $0[0].departmentsByName[name] }
  }

  /// The department of a name, former name or code.
  func department(named name: String) -> DepartmentID? { name.withBytes { department(named: $0) } }

  /// The article with a code, also a former one.
  func article(code: Bytes) -> ArticleID? { box.withUnsafeBufferPointer { $0[0].articlesByCode[code] } }

  /// The document, form or event that a code or title names; the code first.
  func article(named name: Bytes) -> ArticleID? {
    NameKey.withFolded(name) { name in
      box.withUnsafeBufferPointer {
        $0[0].articlesByCode.value(folded: name) ?? $0[0].articlesByTitle.value(folded: name)
      }
    }
  }

  /// The article of a file.
  package func article(path: String) -> ArticleID? {
    path.withBytes { path in box.withUnsafeBufferPointer { $0[0].articlesByPath[path] } }
  }
}
