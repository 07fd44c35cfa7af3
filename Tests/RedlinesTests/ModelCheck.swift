@testable import Redlines

/// Checks what every redline must hold, whatever the texts: both versions can be read back from it.
struct ModelCheck {
  private(set) var faults: [String] = []

  /// Reads both versions back and compares them with what they were (invariants 1, 2, 5, 6).
  init(_ redline: Redline, _ old: ComparedText, _ new: ComparedText) {
    let isPlain = old.outline.isPlainText || new.outline.isPlainText
    let isHeaderPlain = old.outline.isHeaderPlain || new.outline.isHeaderPlain
    let (old, new) = (
      old.read(asText: isPlain, headerAsText: isHeaderPlain), new.read(asText: isPlain, headerAsText: isHeaderPlain)
    )
    let passages = redline.passages.filter { $0.state != .stub && $0.kind != .table }
    let wantOld = Self.texts(old.outline)
    let wantNew = Self.texts(new.outline)
    // Applying: the passages that are in the new version, in order, are the new version.
    let gotNew = passages.compactMap { passage in passage.at.map { ($0, Self.text(passage, .added)) } }
    check(
      gotNew.filter { !$0.0.contains("@") }.map(\.0) == wantNew.filter { !$0.0.contains("@") }.map(\.0),
      "order of the new version")
    check(sorted(gotNew) == sorted(wantNew), "texts of the new version")
    // Reversing: every unit of the old version is told exactly once, with all its words.
    var gotOld: [(String, String)] = []
    var open: (name: String, text: String)?
    for passage in passages where !passage.was.isEmpty {
      let name = passage.was.joined(separator: "\n")
      let text = Self.text(passage, .removed)
      if let before = open, before.name == name, passage.at != nil, passage.was.count == 1, isSplit(redline, name) {
        open = (name, before.text + text)
        continue
      }
      if let open { gotOld.append(open) }
      open = (name, text)
    }
    if let open { gotOld.append(open) }
    check(sorted(gotOld) == sorted(joined(wantOld, redline)), "texts of the old version")
  }

  private mutating func check(_ holds: Bool, _ what: String) { if !holds { faults.append(what) } }

  private func isSplit(_ redline: Redline, _ name: String) -> Bool {
    redline.events.contains { $0.kind.verb == .split && $0.old == [name] }
  }

  private func sorted(_ pairs: [(String, String)]) -> [String] { pairs.map { $0.0 + "\t" + $0.1 }.sorted() }

  /// Units that were merged are told together.
  private func joined(_ units: [(String, String)], _ redline: Redline) -> [(String, String)] {
    var groups: [[String]] = redline.events.filter { $0.kind.verb == .merged }.map(\.old)
    groups.removeAll { $0.count < 2 }
    let members = Set(groups.flatMap(\.self))
    let texts = Dictionary(units, uniquingKeysWith: { first, _ in first })
    return units.filter { !members.contains($0.0) }
      + groups.map { ($0.joined(separator: "\n"), $0.map { texts[$0] ?? "" }.joined()) }
  }

  static func texts(_ outline: Outline) -> [(String, String)] {
    outline.units.indices.filter { outline.units[$0].kind != .table }.map { (outline.address($0), outline.string($0)) }
  }

  private static func text(_ passage: Passage, _ change: Run.Change) -> String {
    passage.runs.filter { $0.change == .kept || $0.change == change }.map(\.text).joined()
  }
}
