extension Comparison {
  /// Links and images whose target changed, and emphasis over words that stayed.
  mutating func tellMarks(_ before: Int, _ after: Int, _ wording: PairWording, _ passage: Int?) {
    let (x, y) = (Array(a.marks[a.units[before].marks]), Array(b.marks[b.units[after].marks]))
    if x == y || (x.isEmpty && y.isEmpty) { return }
    tellTargets(.link, before, after, x, y, passage)
    tellTargets(.image, before, after, x, y, passage)
    if a.units[before].kind != b.units[after].kind || alignment.splits[before] != nil || alignment.merges[after] != nil
    {
      return
    }
    if looks(before, after, x, y, wording) {
      var event = Event(.format, .changed)
      (event.old, event.new) = ([a.address(before)], [b.address(after)])
      add(event, at: passage)
    }
  }

  /// Links are paired by their words in order; without a partner of the same words, one to one in order.
  private mutating func tellTargets(
    _ kind: Mark.Kind, _ before: Int, _ after: Int, _ x: [Mark], _ y: [Mark], _ passage: Int?
  ) {
    var waiting = x.filter { $0.kind == kind }
    let marks = y.filter { $0.kind == kind }
    if waiting.count + marks.count > Self.manyMarks {
      return tellMany(kind, before, after, waiting, marks, passage)
    }
    let sameCount = waiting.count == marks.count
    for mark in marks {
      let words = self.words(b, after, mark)
      let place = waiting.firstIndex { self.words(a, before, $0) == words } ?? (sameCount && !waiting.isEmpty ? 0 : nil)
      guard let place else { continue }
      let partner = waiting.remove(at: place)
      if partner.target == mark.target { continue }
      var event = kind == .link ? Event(.link, .retargeted) : Event(.image, .replaced)
      (event.old, event.new) = ([a.address(before)], [b.address(after)])
      event.text = words
      (event.from, event.to) = ([partner.target], [mark.target])
      if let passage { redline.passages[passage].targets.append((words, partner.target, mark.target)) }
      add(event, at: passage)
    }
    tellLoose(kind, before, after, waiting, marks, passage)
  }

  /// The most links of one unit that are paired by their words.
  private static let manyMarks = 400

  /// So many links are paired one to one in order, which takes one look at each.
  private mutating func tellMany(
    _ kind: Mark.Kind, _ before: Int, _ after: Int, _ x: [Mark], _ y: [Mark], _ passage: Int?
  ) {
    for (old, new) in zip(x, y) where old.target != new.target {
      var event = kind == .link ? Event(.link, .retargeted) : Event(.image, .replaced)
      (event.old, event.new) = ([a.address(before)], [b.address(after)])
      event.text = words(b, after, new)
      (event.from, event.to) = ([old.target], [new.target])
      add(event, at: passage)
    }
  }

  /// Links that came to words or went from them while the words stayed: their target is not to be lost.
  private mutating func tellLoose(
    _ kind: Mark.Kind, _ before: Int, _ after: Int, _ gone: [Mark], _ marks: [Mark], _ passage: Int?
  ) {
    let oldWords = a.string(before)
    let newWords = b.string(after)
    let known = Set(a.marks[a.units[before].marks].filter { $0.kind == kind }.map { words(a, before, $0) })
    func tell(_ mark: Mark, _ text: String, isNew: Bool) {
      var event = kind == .link ? Event(.link, .retargeted) : Event(.image, .replaced)
      (event.old, event.new, event.text) = ([a.address(before)], [b.address(after)], text)
      if isNew { event.to = [mark.target] } else { event.from = [mark.target] }
      if let passage {
        redline.passages[passage].targets.append((text, isNew ? "" : mark.target, isNew ? mark.target : ""))
      }
      add(event, at: passage)
    }
    if gone.isEmpty == false, marks.count < a.marks[a.units[before].marks].count(where: { $0.kind == kind }) {
      for mark in gone where newWords.contains(words(a, before, mark)) {
        tell(mark, words(a, before, mark), isNew: false)
      }
    }
    for mark in marks where gone.isEmpty && !known.contains(words(b, after, mark)) {
      let text = words(b, after, mark)
      let isPaired = a.marks[a.units[before].marks].count { $0.kind == kind } >= marks.count
      if !isPaired, oldWords.contains(text) { tell(mark, text, isNew: true) }
    }
  }

  private func words(_ outline: Outline, _ unit: Int, _ mark: Mark) -> String {
    let start = outline.units[unit].text.lowerBound
    let end = outline.units[unit].text.upperBound
    let range = min(start + Int(mark.start), end)..<min(start + Int(mark.end), end)
    return String(decoding: outline.text[range], as: UTF8.self)
  }

  /// Whether words that stayed look different: emphasis and code, byte by byte over what is equal.
  private func looks(_ before: Int, _ after: Int, _ x: [Mark], _ y: [Mark], _ wording: PairWording) -> Bool {
    let isLook = { (mark: Mark) in mark.kind != .link && mark.kind != .image }
    let (marksA, marksB) = (x.filter(isLook), y.filter(isLook))
    if marksA == marksB { return false }
    let (flagsA, flagsB) = (flags(a, before, marksA), flags(b, after, marksB))
    let info = { (marks: [Mark]) in marks.filter { $0.kind == .code }.map(\.target) }
    if info(marksA).filter({ !$0.isEmpty }) != info(marksB).filter({ !$0.isEmpty }) { return true }
    var (i, j) = (0, 0)
    for place in wording.places + [
      ChangePlace(old: wording.old.count..<wording.old.count, new: wording.new.count..<wording.new.count)
    ] {
      while i < place.old.lowerBound, j < place.new.lowerBound {
        if wording.old[i].kind != .blank,
          flag(flagsA, wording.old[i], a, before) != flag(flagsB, wording.new[j], b, after)
        {
          return true
        }
        (i, j) = (i + 1, j + 1)
      }
      (i, j) = (place.old.upperBound, place.new.upperBound)
    }
    return false
  }

  private func flags(_ outline: Outline, _ unit: Int, _ marks: [Mark]) -> [UInt8] {
    var flags = [UInt8](repeating: 0, count: outline.units[unit].text.count)
    for mark in marks {
      for index in max(0, Int(mark.start))..<max(0, min(Int(mark.end), flags.count)) {
        flags[index] |= 1 << mark.kind.rawValue
      }
    }
    return flags
  }

  private func flag(_ flags: [UInt8], _ token: Token, _ outline: Outline, _ unit: Int) -> UInt8 {
    let index = Int(token.start) - outline.units[unit].text.lowerBound
    return flags.indices.contains(index) ? flags[index] : 0
  }
}

/// Words that bind or count: a change of them is never small.
enum Substantive {
  private static let words = [
    "不得", "严禁", "禁止", "不可", "不能", "无需", "不必", "必须", "应当", "可以", "不", "未", "须",
  ]
  private static let english: Set<String> = [
    "not", "no", "never", "must", "shall", "should", "may", "can", "cannot", "only", "without", "except",
  ]

  /// Such words in what changed, in order, each once, at most eight.
  static func words(_ wording: PairWording, _ a: Outline, _ b: Outline) -> [String] {
    var found: [String] = []
    for place in wording.places {
      collect(wording.old[place.old], a, &found)
      collect(wording.new[place.new], b, &found)
    }
    return found
  }

  private static func collect(_ tokens: ArraySlice<Token>, _ outline: Outline, _ found: inout [String]) {
    guard let first = tokens.first, let last = tokens.last, found.count < 8 else { return }
    for token in tokens where token.kind == .number || token.kind == .term {
      add(String(decoding: outline.text[Int(token.start)..<Int(token.end)], as: UTF8.self), &found)
    }
    for token in tokens where token.kind == .word {
      let word = String(decoding: outline.text[Int(token.start)..<Int(token.end)], as: UTF8.self).lowercased()
      if english.contains(word) { add(word, &found) }
    }
    guard first.start <= last.start else { return }
    let text = String(decoding: outline.text[Int(first.start)..<Int(last.end)], as: UTF8.self)
    if let word = words.first(where: { text.contains($0) }) { add(word, &found) }
  }

  private static func add(_ word: String, _ found: inout [String]) {
    if found.count < 8, !found.contains(word) { found.append(word) }
  }
}
