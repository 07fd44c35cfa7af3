import Diagnostics
import Markdown

extension ArticleReader {
  /// Resolves every name on the card.
  mutating func readCard() {
    switch article.entry.card {
    case .control(let card): read(card)
    case .role(let card): read(card)
    case .department(let card): read(card)
    case .event(let card): read(card)
    }
  }

  private mutating func read(_ card: Control) {
    article.card.department = department(card.department)
    article.card.owner = party(card.owner)
    article.card.basis = card.basis.map(reference)
    article.card.replaces = card.replaces.map(reference)
    article.card.replacedBy = card.replacedBy.map(reference)
    article.card.distribution = card.distribution.flatMap { parties($0) }
    article.card.training = card.training.flatMap { parties($0) }
    let finder = finder
    article.card.approvals.reserveCapacity(card.approvals.count)
    for line in card.approvals {
      guard let approval = Approval(parsing: line, known: { finder.party($0) != nil }) else { continue }
      article.card.approvals.append(approval)
    }
    for approval in article.card.approvals where !approval.role.text.isEmpty { _ = party(approval.role) }
  }

  private mutating func read(_ card: RoleCard) {
    article.card.department = department(card.department)
    article.card.reportsTo = party(card.reportsTo)
    article.card.backup = party(card.backup)
    article.card.members = card.members.flatMap { parties($0) }
  }

  private mutating func read(_ card: DepartmentCard) {
    article.card.parent = department(card.parent)
    article.card.head = party(card.head)
  }

  private mutating func read(_ card: EventCard) {
    article.card.procedures = card.procedures.map(reference)
    for (name, reference) in zip(card.procedures, article.card.procedures) where reference.article == nil {
      diagnostics.append(.codeUnresolved(name, article.path))
    }
    article.card.people = card.people.compactMap { pair in
      party(pair.name).map { ($0, pair.value.text) }
    }
    readVariants(card)
  }

  /// An event chooses variants by the names that its procedures define; any other key is a mistake.
  private mutating func readVariants(_ card: EventCard) {
    let defined = article.card.procedures.compactMap(\.article).flatMap { register[$0].card.control?.variants ?? [] }
    let names = defined.map(\.name.text)
    for entry in card.extra {
      let isDefined = names.contains { NameKey($0) == NameKey(entry.key.text) }
      if isDefined, case .scalar(let value) = entry.value {
        article.card.variants.append((entry.key.text, value.text))
      } else {
        diagnostics.append(EventCard.unknownKey(entry, path: article.path, variants: names))
      }
    }
  }

  // MARK: Names

  private mutating func party(_ name: Named?) -> Party? {
    guard let name else { return nil }
    guard let found = finder.party(named: name.text) else {
      return parties(name).first
    }
    report(found, name.range)
    note(found.party, name.range)
    return found.party
  }

  private mutating func parties(_ name: Named) -> [Party] {
    let found = finder.parties(in: name.text)
    for one in found {
      report(one, name.range)
      note(one.party, name.range)
    }
    return found.map(\.party)
  }

  private mutating func department(_ name: Named?) -> Party? {
    guard let name else { return nil }
    if let id = register.department(named: name.text) {
      note(.department(id), name.range)
      return .department(id)
    }
    let known = register.departments.map(\.name)
    let near = EditDistance.suggestion(for: name.text, among: known)
    diagnostics.append(
      Diagnostic(
        .error, .valueInvalid, path: article.path, range: name.range,
        message: Localized(
          zh: "handbook.yml 里没有部门“\(name.text)”", en: "handbook.yml lists no department “\(name.text)”"),
        help: near.map { Localized(zh: "改为“\($0)”", en: "write “\($0)”") }
          ?? Localized(
            zh: "已有的部门：\(known.joined(separator: "、"))", en: "known departments: \(known.joined(separator: ", "))")))
    if !article.unresolved.contains(name.text) { article.unresolved.append(name.text) }
    return .unknown(name.text)
  }

  private func reference(_ name: Named) -> Reference {
    guard let found = register.reference(name.text) else {
      return Reference(article: nil, version: nil, title: Self.bare(name.text), note: nil, range: name.range)
    }
    return Reference(article: found.article, version: found.version, title: found.title, note: nil, range: name.range)
  }

  private static func bare(_ title: String) -> String {
    title.hasPrefix("《") && title.hasSuffix("》") ? String(title.dropFirst().dropLast()) : title
  }
}

extension Diagnostic {
  /// code-unresolved: a document that an event runs and that the handbook does not have.
  static func codeUnresolved(_ name: Named, _ path: String) -> Diagnostic {
    Diagnostic(
      .warning, .codeUnresolved, path: path, range: name.range,
      message: Localized(zh: "手册里没有“\(name.text)”", en: "the handbook has no “\(name.text)”"),
      help: Localized(zh: "写现有文件的编号或名称", en: "write the code or title of a document of the handbook"))
  }
}
