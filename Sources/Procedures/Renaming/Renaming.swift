package import Diagnostics
internal import Markdown

/// A new name of a role or department, carried through every working file; the old one stays as a former name, so that
/// it is still understood and its address keeps answering.
package struct Renaming: Sendable {
  /// What gets a new name.
  package enum Subject: Sendable, Hashable {
    case role(RoleID)
    case department(DepartmentID)

    var party: Party {
      switch self {
      case .role(let id): .role(id)
      case .department(let id): .department(id)
      }
    }
  }

  /// Why it cannot have it.
  package enum Fault: Error, Sendable, Hashable {
    /// Nothing bears the old name; the nearest one.
    case unknown(nearest: String?)
    /// Several roles bear it.
    case ambiguous([String])
    /// The new name means something else already.
    case taken
    /// The new name cannot be one.
    case invalid
  }

  /// The files with their new texts; the subject's own file comes first, so that both names are understood whenever the
  /// writing of the others stops.
  package let changes: [(old: SourceFile, new: SourceFile)]
  /// A file that keeps the old name of a department that had none of its own.
  package let created: SourceFile?
  /// How many places are changed.
  package let count: Int
  /// Where the old name is left in running text: path and line. There it is read as before.
  package let left: [(path: String, line: Int)]

  private let handbook: Handbook
  private let subject: Subject
  private let old: String
  private let new: String

  /// Works out the changes.
  ///
  /// - Parameters:
  ///   - isRole: whether a role is meant, else a department.
  ///   - old: its name; `部门/岗位` where several roles bear it.
  ///   - new: what it is to be called.
  ///   - handbook: the handbook.
  ///   - settings: handbook.yml.
  package init(
    role isRole: Bool, _ old: String, to new: String, in handbook: Handbook, settings: SourceFile?
  ) throws(Fault) {
    let subject = try Self.subject(isRole, old, handbook)
    guard Self.isName(new) else { throw .invalid }
    let name = subject.name(in: handbook)
    try Self.checkFree(new, subject, handbook)
    self.handbook = handbook
    self.subject = subject
    self.old = name == new ? Self.bare(old) : name
    self.new = new
    let own = subject.article(in: handbook)
    var changes: [(old: SourceFile, new: SourceFile)] = []
    var count = 0
    for article in handbook.articles.sorted(by: { ($0.id == own ? 0 : 1, $0.id) < ($1.id == own ? 0 : 1, $1.id) }) {
      let places = Self.places(article, subject, from: self.old, to: new, handbook)
      Self.add(places, article.document.source, &changes, &count)
    }
    if let settings {
      Self.add(Self.places(handbook.settings, subject, from: self.old, to: new, handbook), settings, &changes, &count)
    }
    created = own == nil ? Self.card(self.old, new, handbook.settings.language) : nil
    self.changes = changes
    self.count = count
    left = Self.occurrences(of: self.old, in: changes.map(\.new), handbook)
  }

  // MARK: What is renamed

  private static func subject(_ isRole: Bool, _ name: String, _ handbook: Handbook) throws(Fault) -> Subject {
    if isRole {
      let roles = handbook.roles(named: name)
      if roles.count > 1 { throw .ambiguous(roles.map { handbook.register.qualifiedName($0) }) }
      if let role = roles.first { return .role(role) }
    } else if let department = handbook.department(named: name) {
      return .department(department)
    }
    let known = isRole ? handbook.roles.map(\.name) : handbook.departments.map(\.name)
    throw .unknown(nearest: EditDistance.nearest(name, among: known))
  }

  private static func isName(_ name: String) -> Bool {
    let signs = "/、，,；;&：:*@#\"'[]{}《》（）()|<>\n\r\t".unicodeScalars
    return !name.isEmpty && name.utf8.count <= 120 && WidthFolding.trimmed(name) == name
      && !name.unicodeScalars.contains { signs.contains($0) || $0.value < 0x20 || $0.value == 0x7F }
  }

  /// A new name must mean nothing yet, or the subject itself (its alias, or its former name).
  private static func checkFree(_ new: String, _ subject: Subject, _ handbook: Handbook) throws(Fault) {
    let roles = handbook.roles(named: new)
    let isOwn: Bool
    switch subject {
    case .role(let id):
      let department = handbook[id].department
      isOwn =
        roles.allSatisfy { $0 == id || handbook[$0].department != department }
        && handbook.department(named: new) == nil
    case .department(let id): isOwn = roles.isEmpty && (handbook.department(named: new) ?? id) == id
    }
    if !isOwn { throw .taken }
  }

  /// A name without the department in front.
  private static func bare(_ name: String) -> String {
    name.split(separator: "/").last.map(String.init) ?? name
  }

  // MARK: Texts

  private static func add(
    _ places: [Replacement], _ file: SourceFile, _ changes: inout [(old: SourceFile, new: SourceFile)],
    _ count: inout Int
  ) {
    let repairs = Repairs([places], to: file.bytes)
    guard repairs.made > 0, repairs.bytes != file.bytes else { return }
    changes.append((file, SourceFile(path: file.path, bytes: repairs.bytes)))
    count += places.count
  }

  /// The card of a department that had no file.
  private static func card(_ old: String, _ new: String, _ language: Language) -> SourceFile {
    let text =
      switch language {
      case .chinese: "---\n名称: \(new)\n曾用名: \(old)\n---\n"
      case .english: "---\ntitle: \(new)\nformerly: \(old)\n---\n"
      }
    return SourceFile(path: "content/departments/\(new).md", bytes: Array(text.utf8))
  }

  /// Where a name is left in the texts of a handbook, below their cards and outside of longer names that hold it.
  private static func occurrences(
    of name: String, in changed: [SourceFile], _ handbook: Handbook
  ) -> [(path: String, line: Int)] {
    let texts = Dictionary(changed.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let longer = handbook.register.partyNames.filter { $0 != name && $0.contains(name) }.map { Array($0.utf8) }
    let search = NameSearch(name)
    return handbook.articles.flatMap { article -> [(path: String, line: Int)] in
      let file = texts[article.path] ?? article.document.source
      let places = search.free(in: file.bytes, from: Header.bodyStart(in: file), longer: longer)
      let lines = places.isEmpty ? nil : LineTable(file)
      return places.compactMap { place in lines.map { (file.path, $0.position(of: place).line) } }
    }
  }
}

extension Renaming.Subject {
  /// Its name.
  func name(in handbook: Handbook) -> String { handbook.name(of: party) }

  /// Its own file.
  func article(in handbook: Handbook) -> ArticleID? {
    switch self {
    case .role(let id): handbook[id].article
    case .department(let id): handbook[id].article
    }
  }
}
