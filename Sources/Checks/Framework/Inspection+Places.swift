import Diagnostics
import Markdown
import Procedures

extension Inspection {
  /// Where some words stand below a step: the first place behind `keys` that holds them; the step's line where they were
  /// written in another way. Linear in the step; for findings only.
  ///
  /// - Parameters:
  ///   - text: the words.
  ///   - keys: words that stand before them on the same line, such as the name of a field; none for anywhere.
  func place(of text: String, in step: Step, after keys: [String] = []) -> SourceRange {
    let block = view.range(of: step.block)
    let (start, end) = (max(Int(block.start), 0), min(Int(block.end), view.file.count))
    let (words, keys) = (Array(text.utf8), keys.map { Array($0.utf8) })
    guard !words.isEmpty, start < end else { return step.range }
    var isBehindKey = keys.isEmpty
    for index in start..<end {
      if !keys.isEmpty, view.file[index] == 0x0A { isBehindKey = false }
      if !isBehindKey { isBehindKey = keys.contains { holds($0, at: index, end) } }
      if isBehindKey, holds(words, at: index, end) { return SourceRange(index, index + words.count) }
    }
    return step.range
  }

  private func holds(_ text: [UInt8], at index: Int, _ end: Int) -> Bool {
    guard text.count <= end - index else { return false }
    for offset in text.indices where view.file[index + offset] != text[offset] { return false }
    return true
  }

  /// Whether two steps may be done in the same run: not when their variants have nothing in common.
  func mayMeet(_ one: Step, _ other: Step) -> Bool {
    let (first, second) = (one.fields.applies, other.fields.applies)
    return first.isEmpty || second.isEmpty || first.contains { second.contains($0) }
  }

  /// The stage of a step, if it has one in its own section.
  func stage(of step: Step) -> Stage? {
    guard let index = step.stage, article.stages.indices.contains(index) else { return nil }
    return article.stages[index]
  }

  /// The time that a step has by itself, not from its stage.
  func ownTime(of step: Step) -> Moment? {
    guard let time = step.fields.time, time != stage(of: step)?.fields.time else { return nil }
    return time
  }
}
