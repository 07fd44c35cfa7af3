import Diagnostics
import Templates
import Testing

@Suite struct EscapeTests {
  @Test(arguments: [
    ("", ""), ("到货验收", "到货验收"), ("a<b>&\"c'", "a&lt;b&gt;&amp;&quot;c&#39;"),
    ("0123456789abcdef<", "0123456789abcdef&lt;"), ("&lt;", "&amp;lt;"), ("\u{0}\u{7F}", "\u{0}\u{7F}"),
  ])
  func replacesTheDelimiters(text: String, expected: String) {
    #expect(escaped { Escape.html(text, into: &$0) } == expected)
    #expect(escaped { Escape.html(Array(text.utf8), into: &$0) } == expected)
    #expect(escaped { Escape.html(Array(text.utf8)[...], into: &$0) } == expected)
    #expect(escaped { Escape.html(text[...], into: &$0) } == expected)
    #expect(SafeHTML(escaping: text).bytes == Array(expected.utf8))
  }

  /// A combining mark makes one `Character` of itself and the delimiter before it; bytes do not care.
  @Test(arguments: ["\u{0301}", "\u{200D}", "\u{FE0F}", "\u{20E3}"])
  func seesDelimitersUnderMarks(mark: String) {
    let text = "x\"\(mark) onmouseover=\"\(mark)alert(1)"
    #expect(!escaped { Escape.html(text, into: &$0) }.utf8.contains(UInt8(ascii: "\"")))
  }

  @Test(arguments: 0..<40)
  func seesDelimitersAtEveryOffset(offset: Int) {
    for delimiter in "&<>\"'" {
      let text = String(repeating: "字", count: offset / 3) + String(repeating: "x", count: offset % 17)
      let out = Array(escaped { Escape.html(text + String(delimiter) + text, into: &$0) }.utf8)
      #expect(unescaped(out) == Array((text + String(delimiter) + text).utf8))
      #expect(out.count > text.utf8.count * 2 + 1)
    }
  }

  /// Every scalar, alone and under two marks, beside every delimiter, in text and in an attribute of a page.
  @Test(arguments: ["", "\u{0301}", "\u{200D}"])
  func keepsEveryScalar(mark: String) {
    let source = "<p title=\"{{x}}\">{{x}}</p>"
    let library = Library(
      [SourceFile(path: "templates/p.mustache", bytes: Array(source.utf8))],
      entries: [("p", Shape("p", [.init("x", .text, "")]))])
    #expect(library.diagnostics.isEmpty)
    for start in stride(from: UInt32(0), to: 0x110000, by: 4096) {
      var text = ""
      for scalar in (start..<start + 4096).compactMap(Unicode.Scalar.init) {
        text.unicodeScalars.append(scalar)
        text += mark
        if scalar.value % 64 == 0 { text += "\"\(mark)'\(mark)<\(mark)>\(mark)&\(mark)" }
      }
      var out: [UInt8] = []
      var values = Values()
      values.move(to: values.open(1))
      values.text(text)
      library.render("p", values, at: 0, into: &out)
      let parts = out.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
      guard parts.count == 3 else {
        Issue.record("a delimiter survives after U+\(String(start, radix: 16))")
        continue
      }
      #expect(parts[2] == [UInt8(ascii: ">")] + parts[1] + Array("</p>".utf8))
      #expect(unescaped(Array(parts[1])) == Array(text.utf8))
    }
  }

  private func escaped(_ write: (inout [UInt8]) -> Void) -> String {
    var out: [UInt8] = []
    write(&out)
    return String(decoding: out, as: UTF8.self)
  }

  /// Reads the five entities back; nil when a delimiter stands for itself.
  private func unescaped(_ bytes: [UInt8]) -> [UInt8]? {
    bytes.withUnsafeBufferPointer(unescaped)
  }

  private func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let entities: [(text: [UInt8], byte: UInt8)] = [
      ("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&#39;", 0x27),
    ].map { (Array($0.0.utf8), $0.1) }
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x22 || byte == 0x27 || byte == 0x3C || byte == 0x3E { return nil }
      if byte == 0x26 {
        guard let entity = entities.first(where: { bytes[index...].starts(with: $0.text) }) else { return nil }
        out.append(entity.byte)
        index += entity.text.count
      } else {
        out.append(byte)
        index += 1
      }
    }
    return out
  }
}
