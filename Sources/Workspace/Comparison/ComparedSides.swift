package import Diagnostics
internal import Markdown
package import Procedures
package import Redlines

/// Two sides whose documents are paired: file with file, the documents of two handbooks by code.
package struct ComparedSides: Sendable {
  /// One pair; nil on the side that has no such document.
  private struct Pair {
    let old: Entry?
    let new: Entry?
  }

  private let pairs: [Pair]
  private let parties: PartyNames
  /// The handbook that knows who links to what: the old side's, or the new one's where the old one is a sealed version.
  private let readers: Handbook?
  /// Whether whole handbooks are compared.
  package let isFolder: Bool
  /// The settings of the newer handbook, if there is one.
  package let settings: Settings?
  /// What to say that is no difference.
  package private(set) var notices: [Localized] = []

  /// Reads both sides.
  ///
  /// - Parameters:
  ///   - old: what the older side is called, as `ComparedSide` reads it.
  ///   - new: what the newer side is called.
  ///   - directory: the handbook's folder.
  ///   - today: the value of `--today`.
  /// - Throws: when a side cannot be read, or a file is compared with a handbook that does not hold its like.
  package init(old: String, new: String, directory: String, today: String? = nil) throws(WorkspaceError) {
    let (before, after) = (
      try ComparedSide(old, directory: directory, today: today),
      try ComparedSide(new, directory: directory, today: today)
    )
    guard before.kind == after.kind else {
      throw WorkspaceError(
        .usage, path: new,
        message: Localized(
          zh: "一边是文件，另一边是文件夹；请给出同类的两边", en: "one side is a file, the other a folder; name two of a kind"))
    }
    self.init(before, after)
    if !isFolder, let a = before.entries.first, let b = after.entries.first { notices = Self.notices(a, b) }
  }

  /// Reads every document that changed between two revisions.
  ///
  /// - Parameters:
  ///   - range: `BASE..HEAD`.
  ///   - directory: the handbook's folder, or a bare repository of one.
  /// - Throws: when there is no repository or no such revision.
  package init(git range: String, directory: String) throws(WorkspaceError) {
    let revisions = try ComparedRevisions(RevisionRange(parsing: range), directory: directory)
    self.init(revisions.old, revisions.new)
    notices = revisions.notices
  }

  private init(_ before: ComparedSide, _ after: ComparedSide) {
    isFolder = before.kind == .folder
    settings = after.handbook?.settings ?? before.handbook?.settings
    readers = [before, after].first { $0.isWhole && $0.handbook != nil }?.handbook
    parties = PartyNames(of: [after.handbook, before.handbook].compactMap(\.self))
    pairs =
      isFolder
      ? Self.paired(before.entries, after.entries) : [Pair(old: before.entries.first, new: after.entries.first)]
  }

  /// The redlines of all pairs that differ; of a single pair also when nothing does.
  package func redlines() -> [Redline] {
    let (parties, handbook) = (parties, readers)
    let found = Parallel.map(pairs) { pair -> Redline? in
      switch (pair.old, pair.new) {
      case (let old?, let new?):
        if isFolder, old.document.source.bytes == new.document.source.bytes { return nil }
        var redline = Redline(from: ComparedText(old, parties: parties), to: ComparedText(new, parties: parties))
        if let handbook { redline.findReaders(of: old.path, in: handbook) }
        return isFolder && redline.isEmpty ? nil : redline
      case (let old?, nil):
        var redline = Redline(removed: ComparedText(old, parties: parties))
        if let handbook { redline.findReaders(of: old.path, in: handbook) }
        return redline
      case (nil, let new?): return Redline(added: ComparedText(new, parties: parties))
      case (nil, nil): return nil
      }
    }
    return found.compactMap(\.self)
  }

  // MARK: Pairing

  /// By code, then by title, then by path; translations by path. In the order of the new side, what went behind it.
  private static func paired(_ old: [Entry], _ new: [Entry]) -> [Pair] {
    var partner = [Int?](repeating: nil, count: new.count)
    var isTaken = [Bool](repeating: false, count: old.count)
    let keys: [(Entry) -> String?] = [
      { $0.isTranslation ? nil : $0.code.map { "code " + $0.uppercased() } },
      { $0.path }, { $0.isTranslation ? nil : "\($0.kind.rawValue) \($0.title)" },
    ]
    for key in keys {
      var places: [String: Int] = [:]
      for (index, entry) in old.enumerated() where !isTaken[index] {
        if let name = key(entry), places[name] == nil { places[name] = index }
      }
      for (index, entry) in new.enumerated() where partner[index] == nil {
        guard let name = key(entry), let found = places.removeValue(forKey: name) else { continue }
        partner[index] = found
        isTaken[found] = true
      }
    }
    let kept = new.indices.map { Pair(old: partner[$0].map { old[$0] }, new: new[$0]) }
    return kept + old.indices.filter { !isTaken[$0] }.map { Pair(old: old[$0], new: nil) }
  }

  /// Line ends are told beside the redline: they change nothing that anybody reads.
  private static func notices(_ old: Entry, _ new: Entry) -> [Localized] {
    let endings = { (entry: Entry) in entry.document.source.bytes.count { $0 == 0x0D } }
    let (x, y) = (endings(old), endings(new))
    if x == y || (x > 0 && y > 0) { return [] }
    return [
      Localized(
        zh: y == 0 ? "换行符由 CRLF 改为 LF" : "换行符由 LF 改为 CRLF",
        en: y == 0 ? "line ends changed from CRLF to LF" : "line ends changed from LF to CRLF")
    ]
  }
}
