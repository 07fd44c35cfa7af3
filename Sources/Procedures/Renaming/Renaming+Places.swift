internal import Diagnostics
internal import Markdown

/// Where a name stands that the model knows.
extension Renaming {
  /// The places of one article.
  static func places(
    _ article: Article, _ subject: Subject, from old: String, to new: String, _ handbook: Handbook
  ) -> [Replacement] {
    let bytes = article.document.source.bytes
    let search = NameSearch(old)
    var ranges: Set<SourceRange> = []
    for place in handbook.partyPlaces(in: article.id) where isMeant(place.party, subject, handbook) {
      for found in search.whole(in: bytes, place.range.clamped(to: bytes.count)) {
        ranges.insert(SourceRange(found.lowerBound, found.upperBound))
      }
    }
    // Elsewhere only what is nothing but the name, and means the subject from here.
    if handbook.party(named: old, in: article.id) == subject.party {
      for range in aloneRanges(of: old, article.document) { ranges.insert(range) }
    }
    var places = ranges.map { Replacement($0, with: new) }
    if article.id == subject.article(in: handbook) { places += own(article, from: old, to: new) }
    return places.sorted { $0.range.start < $1.range.start }
  }

  /// A role of the department may be written `部门/岗位`, which names the department too.
  private static func isMeant(_ party: Party, _ subject: Subject, _ handbook: Handbook) -> Bool {
    if party == subject.party { return true }
    guard case .department(let department) = subject, case .role(let role) = party else { return false }
    return handbook[role].department == department
  }

  /// Bold runs, links and table cells that hold the name and nothing else.
  private static func aloneRanges(of name: String, _ document: Document) -> [SourceRange] {
    var found: [SourceRange] = []
    var blocks = Array(document.blocks)
    while let block = blocks.popLast() {
      blocks += document.children(of: block)
      if case .tableCell = document.kind(of: block), document.plainText(of: block).isName(name) {
        found += document.leaves(of: block).map { document.range(of: $0) }
      }
      var inlines = Array(document.inlines(of: block))
      while let inline = inlines.popLast() {
        inlines += document.children(of: inline)
        switch document.kind(of: inline) {
        case .strong, .link:
          if document.plainText(of: inline).isName(name) {
            found += document.leaves(of: inline).map { document.range(of: $0) }
          }
        default: break
        }
      }
    }
    let bytes = document.source.bytes
    // A name with escapes in it is written otherwise than it reads.
    return found.filter { bytes[$0.clamped(to: bytes.count)].elementsEqual(name.utf8) }
  }

  // MARK: The subject's own file

  private static func own(_ article: Article, from old: String, to new: String) -> [Replacement] {
    guard let title = article.entry.card.titleField else { return [] }
    let file = article.document.source
    let isTitle = file.bytes[title.range.clamped(to: file.bytes.count)].elementsEqual(old.utf8)
    let keeps = article.entry.card.otherNames.contains(old)
    return (isTitle ? [Replacement(title.range, with: new)] : []) + (keeps ? [] : former(old, article, file))
  }

  /// The old name among the former ones: at the end of the list, or as a new line below the title.
  private static func former(_ old: String, _ article: Article, _ file: SourceFile) -> [Replacement] {
    var ignored: [Diagnostic] = []
    let header = Header(parsing: file, diagnostics: &ignored)
    let name = SkeletonText.scalar(old)
    if let entry = header.entries.first(where: { ["曾用名", "formerly"].contains($0.key.text.lowercased()) }) {
      return [appended(name, old, entry.value, file)].compactMap(\.self)
    }
    let isTitleKey = { (entry: Header.Entry) in ["名称", "title"].contains(entry.key.text.lowercased()) }
    guard let title = header.entries.first(where: isTitleKey) else { return [] }
    var end = title.value.range.clamped(to: file.bytes.count).upperBound
    while end < file.bytes.count, file.bytes[end] != 0x0A, file.bytes[end] != 0x0D { end += 1 }
    let isWindows = end < file.bytes.count && file.bytes[end] == 0x0D
    let key = title.key.text == "名称" ? "曾用名" : "formerly"
    return [Replacement(SourceRange(end, end), with: "\(isWindows ? "\r\n" : "\n")\(key): \(name)")]
  }

  private static func appended(_ name: String, _ old: String, _ value: Header.Value, _ file: SourceFile) -> Replacement?
  {
    let range = value.range.clamped(to: file.bytes.count)
    switch value {
    case .empty: return Replacement(SourceRange(range.upperBound, range.upperBound), with: " " + name)
    case .scalar(let scalar):
      let end = range.upperBound - (scalar.quoted ? 1 : 0)
      return Replacement(SourceRange(end, end), with: "、" + old)
    case .list(let items, _):
      if range.upperBound > range.lowerBound, file.bytes[range.upperBound - 1] == 0x5D {
        return Replacement(
          SourceRange(range.upperBound - 1, range.upperBound - 1), with: (items.isEmpty ? "" : ", ") + name)
      }
      guard let last = items.last else { return nil }
      // A list of lines: another one, as far in as the last.
      var start = last.range.clamped(to: file.bytes.count).lowerBound
      while start > 0, file.bytes[start - 1] != 0x0A, file.bytes[start - 1] != 0x0D { start -= 1 }
      let lead = file.bytes[start...].prefix { $0 == 0x20 || $0 == 0x2D }
      let end = last.range.clamped(to: file.bytes.count).upperBound
      return Replacement(SourceRange(end, end), with: "\n" + String(decoding: lead, as: UTF8.self) + name)
    case .map: return nil
    }
  }

  // MARK: handbook.yml

  /// The places of the settings: departments, what is above them, and who heads them.
  static func places(
    _ settings: Settings, _ subject: Subject, from old: String, to new: String, _ handbook: Handbook
  ) -> [Replacement] {
    let names: [Named?]
    switch subject {
    case .department: names = settings.departments.flatMap { [$0.name, $0.parent] }
    case .role(let id):
      // The head of a department is one of its own roles first.
      names = settings.departments.map { department in
        let own = handbook.department(named: department.name.text).flatMap { handbook[$0].head }
        return own == id ? department.head : nil
      }
    }
    return names.compactMap(\.self).filter { $0.text == old && Int($0.range.end - $0.range.start) == old.utf8.count }
      .map { Replacement($0.range, with: new) }
  }
}

extension String {
  /// Whether the text is a name, blanks and line ends apart.
  fileprivate func isName(_ name: String) -> Bool { WidthFolding.trimmed(self) == name }
}
