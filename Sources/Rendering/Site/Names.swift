internal import Diagnostics
internal import Procedures

/// What roles and departments are called in each language of the interface.
struct Names: Sendable {
  private let roles: [[String]]
  private let departments: [[String]]
  /// What scripts know a role or department by: no blanks, unique.
  private let roleKeys: [String]
  private let departmentKeys: [String]

  init(_ handbook: Handbook, _ addresses: Addresses) {
    func title(_ id: ArticleID?, in language: Language) -> String? {
      guard let id else { return nil }
      return addresses.translations[Int(id.index)]
        .first { handbook.articles[Int($0.index)].entry.language.flatMap { Language(tag: $0) } == language }
        .map { handbook.articles[Int($0.index)].title }
    }
    roles = Language.allCases.map { language in
      handbook.roles.map { role in
        title(role.article, in: language) ?? Self.alias(of: role, in: language, handbook) ?? role.name
      }
    }
    departments = Language.allCases.map { language in
      handbook.departments.map { title($0.article, in: language) ?? $0.name }
    }
    roleKeys = addresses.roles.map(Self.key)
    departmentKeys = addresses.departments.map(Self.key)
  }

  func role(_ id: RoleID, in language: Language) -> String { roles[language.place][Int(id.index)] }
  func department(_ id: DepartmentID, in language: Language) -> String {
    departments[language.place][Int(id.index)]
  }
  func key(_ id: RoleID) -> String { roleKeys[Int(id.index)] }
  func key(_ id: DepartmentID) -> String { departmentKeys[Int(id.index)] }

  /// In English pages a role without a translation goes by its first English alias.
  private static func alias(of role: Role, in language: Language, _ handbook: Handbook) -> String? {
    guard language == .english, language != handbook.settings.language else { return nil }
    guard role.name.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    return handbook.articles[Int(role.article.index)].entry.card.role?.aliases
      .first { $0.text.utf8.allSatisfy { $0 < 0x80 } }?.text
  }

  /// The folder and name of the page, such as `roles/店长`.
  private static func key(_ address: Address) -> String {
    let parts = address.path.split(separator: "/")
    return parts.count > 2 ? (parts[0] == "roles" ? "" : "d-") + parts[1] : address.path
  }
}
