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

  // Every member takes its field out of the box by itself: the tables as a whole would be copied.

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

  /// The department of a role.
  func department(of role: RoleID) -> DepartmentID? { box[0].roles[Int(role.index)].department }

  /// The roles of a name, alias, former name or code.
  func roles(named name: Bytes) -> [RoleID] { box[0].rolesByName[name] ?? [] }

  /// The roles of a name, alias, former name or code.
  func roles(named name: String) -> [RoleID] { box[0].rolesByName[name] ?? [] }

  /// The department of a name, former name or code.
  func department(named name: Bytes) -> DepartmentID? { box[0].departmentsByName[name] }

  /// The department of a name, former name or code.
  func department(named name: String) -> DepartmentID? { box[0].departmentsByName[name] }

  /// The article with a code, also a former one.
  func article(code: Bytes) -> ArticleID? { box[0].articlesByCode[code] }

  /// The document, form or event that a code or title names; the code first.
  func article(named name: Bytes) -> ArticleID? {
    NameKey.withFolded(name) {
      box[0].articlesByCode.value(folded: $0) ?? box[0].articlesByTitle.value(folded: $0)
    }
  }

  /// The article of a file.
  package func article(path: String) -> ArticleID? { path.withBytes { box[0].articlesByPath[$0] } }
}
