import Diagnostics
import Markdown
import Testing

/// A small generator of pseudo-random numbers (SplitMix64), so that a seed gives the same texts everywhere.
struct Dice {
  var state: UInt64
  mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(sides))
  }
  mutating func pick(_ words: [String]) -> String { words[roll(words.count)] }

  /// A Markdown text without what only GitHub has; no two wide characters meet at a line end.
  mutating func core() -> String {
    let starts = [
      "", "", "", "> ", "- ", "* ", "1. ", "10) ", "  ", "    ", "\t", "# ", "### ", "```\n", "~\n", "> > ", "   - ",
      "<div>\n", "[a]: /u \"t\"\n", "***\n", "---\n", "===\n", "\n", "\n",
    ]
    let words = [
      "a", "b c", "x岗位x", "*", "**", "_", "`", "``", "[", "](/u)", "]", "![", "<b>", "<http://e.x/?a=1&b=2>", "&amp;",
      "&",
      "\\", "\\*", "<", ">", "\"", "'", "!", "  ", "[a]", "<!-- c -->", "é", "1.", "(javascript:x)", "-", "#", "x",
    ]
    var text = ""
    for _ in 0..<(1 + roll(12)) {
      text += pick(starts)
      for _ in 0..<roll(8) { text += pick(words) + (roll(3) == 0 ? " " : "") }
      text += roll(9) == 0 ? "  \n" : "\n"
    }
    return text
  }

  /// A text with everything.
  mutating func extended() -> String {
    let words = [
      "|", "| a | b |\n", "|---|:-:|\n", "---|---\n", "~~", "~", "\\~", "[^1]", "[^1]: 注\n", "\n[^x]: y\n    z\n",
      "- [ ] ",
      "- [x] ", "> [!NOTE]\n> ", "> [!warning]\n", "<br>", "`|`", "\\|", "文字", "：", "\n", "\n\n", "> ", "- ", "2. ",
      "    ",
      "\t", "**", "*", "[", "](u)", "`", "```\n", "<!--", "-->", "&#146;", "&lt;", "\\", "a", " ", "\r\n", "\r",
      "===\n", "---\n",
    ]
    return (0..<(1 + roll(60))).map { _ in pick(words) }.joined()
  }
}

@Suite struct RandomTests {
  @Test func writerEqualsLibcmark() {
    var dice = Dice(state: 20_260_101)
    for _ in 0..<2_000 {
      let text = dice.core()
      // A box at the start of an item is GitHub's; nothing else of GitHub's can come up.
      if text.contains("[ ]") { continue }
      #expect(html(text) == Oracle.differing(text), "\(text.debugDescription)")
    }
  }

  /// Every node lies in the source, inside its parent; a text without escapes is the very bytes that it covers.
  @Test func placesHold() {
    var dice = Dice(state: 7)
    var (texts, exact) = (0, 0)
    for round in 0..<4_000 {
      let text = round % 2 == 0 ? dice.core() : dice.extended()
      let document = parsed(text)
      let bytes = document.source.bytes
      for block in all(document) {
        let range = document.range(of: block)
        #expect(
          range.start >= 0 && range.start <= range.end && Int(range.end) <= bytes.count, "\(text.debugDescription)")
        for leaf in document.leaves(of: block) {
          let place = document.range(of: leaf)
          #expect(
            place.start >= 0 && place.start <= place.end && Int(place.end) <= bytes.count, "\(text.debugDescription)")
          guard case .text = document.kind(of: leaf) else { continue }
          let written = bytes[place.clamped(to: bytes.count)]
          if written.contains(0x5C) || written.contains(0x26) { continue }
          texts += 1
          if written == document.bytes(of: leaf) { exact += 1 }
        }
      }
    }
    // What is left are backslashes at the ends of lazy lines and the like, where libcmark's columns are no help.
    #expect(texts > 20_000 && (texts - exact) * 500 <= texts, "\(exact) of \(texts)")
  }

  @Test func anyBytesAreRead() {
    var dice = Dice(state: 99)
    for round in 0..<3_000 {
      var bytes = Array(dice.extended().utf8)
      for _ in 0..<(round % 4) where !bytes.isEmpty { bytes[dice.roll(bytes.count)] = UInt8(dice.roll(256)) }
      let (document, found) = parsed(bytes, from: dice.roll(bytes.count + 5))
      _ = html(document)
      for block in all(document) {
        let phrase = document.phrase(of: block)
        let count = document.plainBytes(of: phrase).count
        let low = dice.roll(count + 1)
        let part = document.subphrase(of: phrase, low..<(low + dice.roll(count - low + 1)))
        var out: [UInt8] = []
        HTMLWriter(document).write(part, into: &out)
        _ = document.range(of: part)
        _ = document.dropping(low, from: phrase)
      }
      for finding in found { #expect(Int(finding.range.end) <= bytes.count && finding.range.start >= 0) }
    }
  }

  /// Every line with a letter of a text without definitions and comments shows up in the HTML.
  @Test func nothingIsLost() {
    var dice = Dice(state: 4)
    let starts = ["", "> ", "- ", "2. ", "    ", "> > ", "| ", "1. ", "  "]
    for _ in 0..<3_000 {
      var text = ""
      for line in 0..<(1 + dice.roll(12)) {
        text += dice.pick([
          "", "", starts[dice.roll(starts.count)] + "| h | i |\n", "> | h | i |\n> |---|---|\n", "|--|--|\n", "---\n",
          "\n",
        ])
        text += starts[dice.roll(starts.count)] + "w\(line)q" + dice.pick(["", " |", " | z", "\n---", "\n==="]) + "\n"
      }
      let shown = html(text)
      for line in 0..<12 where text.contains("w\(line)q") {
        #expect(shown.contains("w\(line)q"), "\(line) \(text.debugDescription)")
      }
    }
  }

  private func all(_ document: Document) -> [Block] {
    var found: [Block] = []
    func add(_ block: Block) {
      found.append(block)
      document.children(of: block).forEach(add)
    }
    document.blocks.forEach(add)
    document.footnotes.forEach(add)
    return found
  }
}
