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

  private var tables: RegisterTables { _read { yield box[0] } }

  /// All files, in the order of their addresses.
  package var entries: [Entry] { _read { yield tables.entries } }
  /// The settings of handbook.yml.
  package var settings: Settings { _read { yield tables.settings } }
  /// Whether the files stand outside a handbook: then there is no register, and every name that may be a role is one.
  package var isLoose: Bool { tables.isLoose }
  /// The findings of making it: codes and roles that are defined twice.
  package var diagnostics: [Diagnostic] { tables.diagnostics }

  var roles: [Role] { _read { yield tables.roles } }
  var departments: [Department] { _read { yield tables.departments } }
  /// All names of roles and departments, for suggestions.
  var partyNames: [String] { _read { yield tables.partyNames } }
  /// All titles that 《》 can name, for suggestions.
  var titles: [String] { tables.titles }

  /// The entry at an address.
  subscript(id: ArticleID) -> Entry { _read { yield tables.entries[Int(id.index)] } }

  /// The roles of a name, alias, former name or code.
  func roles(named name: Bytes) -> [RoleID] { tables.roles(named: name) }

  /// The roles of a name, alias, former name or code.
  func roles(named name: String) -> [RoleID] { tables.roles(named: name) }

  /// The department of a name, former name or code.
  func department(named name: Bytes) -> DepartmentID? { tables.department(named: name) }

  /// The department of a name, former name or code.
  func department(named name: String) -> DepartmentID? { tables.department(named: name) }

  /// The article with a code, also a former one.
  func article(code: Bytes) -> ArticleID? { tables.article(code: code) }

  /// The document, form or event that a code or title names; the code first.
  func article(named name: Bytes) -> ArticleID? { tables.article(code: name) ?? tables.article(title: name) }

  /// The article of a file.
  package func article(path: String) -> ArticleID? { tables.article(path: path) }
}
