internal import Diagnostics

/// Collects what the scan of a file's bytes finds and words it.
struct ScanReport {
  /// What can be wrong with the bytes of a file.
  enum Fault {
    case size(Int), lines, line(Int), depth, brackets
    case utf16, byteOrderMark, malformed(UInt8), control(UInt32), direction(UInt32)
  }

  let path: String
  private var found: [Diagnostic] = []
  private var unlisted = 0

  init(path: String) { self.path = path }

  mutating func add(_ fault: Fault, _ range: Range<Int>) {
    if found.count >= SourceScan.mostFindings {
      unlisted += 1
    } else {
      found.append(diagnostic(fault, SourceRange(range.lowerBound, range.upperBound)))
    }
  }

  /// The findings, with one more that counts those beyond the first twenty.
  func finish() -> [Diagnostic] {
    guard unlisted > 0, let last = found.last else { return found }
    let message = Localized(zh: "还有 \(unlisted) 处同类问题没有列出", en: "\(unlisted) more problems of this kind are not listed")
    return found + [Diagnostic(.error, .encoding, path: path, range: last.range, message: message)]
  }

  private func diagnostic(_ fault: Fault, _ range: SourceRange) -> Diagnostic {
    if case .byteOrderMark = fault {
      return Diagnostic(
        .warning, .encoding, path: path, range: range, message: message(fault), fix: [Replacement(range, with: "")])
    }
    return Diagnostic(.error, rule(fault), path: path, range: range, message: message(fault), help: help(fault))
  }

  private func rule(_ fault: Fault) -> RuleName {
    switch fault {
    case .size, .lines, .line, .depth, .brackets: .limit
    case .utf16, .byteOrderMark, .malformed, .control, .direction: .encoding
    }
  }

  private func message(_ fault: Fault) -> Localized {
    switch fault {
    case .size(let count):
      Localized(
        zh: "文件有 \(count) 字节，上限是 \(SourceScan.largest) 字节（1 MiB）",
        en: "the file has \(count) bytes, the limit is \(SourceScan.largest) (1 MiB)")
    case .lines: Localized(zh: "文件超过 20000 行", en: "the file has more than 20000 lines")
    case .line(let count):
      Localized(zh: "这一行有 \(count) 字节，上限是 65536 字节", en: "this line has \(count) bytes, the limit is 65536")
    case .depth:
      Localized(zh: "引用和列表嵌套超过 100 层", en: "quotes and lists are nested more than 100 deep")
    case .brackets:
      Localized(
        zh: "两个空行之间的“[”和“<!”超过 2000 个", en: "more than 2000 “[” and “<!” between two blank lines")
    case .utf16: Localized(zh: "文件是 UTF-16 编码，应为 UTF-8", en: "the file is UTF-16, it must be UTF-8")
    case .byteOrderMark: Localized(zh: "文件开头有字节顺序标记（BOM）", en: "the file starts with a byte order mark")
    case .malformed(let byte):
      Localized(
        zh: "这里不是 UTF-8 文字（字节 \(Self.hex(UInt32(byte), 2))）",
        en: "this is not UTF-8 text (byte \(Self.hex(UInt32(byte), 2)))")
    case .control(let value):
      Localized(zh: "控制字符 U+\(Self.hex(value, 4))", en: "control character U+\(Self.hex(value, 4))")
    case .direction(let value):
      Localized(
        zh: "文字方向控制字符 U+\(Self.hex(value, 4))，会使看到的和写下的不同",
        en: "direction control U+\(Self.hex(value, 4)) makes text look different from what it is")
    }
  }

  private func help(_ fault: Fault) -> Localized? {
    switch fault {
    case .size, .lines: Localized(zh: "拆成几个文件", en: "split the file")
    case .line: Localized(zh: "把这一行分成几行", en: "break the line")
    case .depth: Localized(zh: "减少嵌套", en: "nest less deeply")
    case .brackets: Localized(zh: "用空行把内容分开", en: "separate the content by blank lines")
    case .utf16, .malformed:
      Localized(zh: "在编辑器中另存为 UTF-8", en: "save the file as UTF-8 in your editor")
    case .control, .direction: Localized(zh: "删除这个字符", en: "delete the character")
    case .byteOrderMark: nil
    }
  }

  private static func hex(_ value: UInt32, _ width: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
