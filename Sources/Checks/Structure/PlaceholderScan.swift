/// Finds text that stands for something still to be written.
struct PlaceholderScan {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private static let words: [StaticString] = [
    "待确定", "待定", "待补充", "待完善", "待填写", "待编写", "待补", "ＴＢＤ", "TBD", "TBC", "TODO", "FIXME", "？？", "??",
  ]
  /// Characters before 待 with which it makes another word, as in 等待定时.
  private static let before: [StaticString] = ["等", "期", "对", "招", "接", "款", "优", "看", "善", "虐"]

  /// Whether one stands anywhere in a text.
  static func isAnywhere(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in bytes.indices.contains { PlaceholderScan(bytes).length(at: $0) > 0 } }
  }

  /// The bytes of the one that starts at an index; 0 where there is none. The cost does not grow with the text, but
  /// for the length of what is found.
  func length(at index: Int) -> Int {
    switch bytes[index] {
    case 0x58, 0x78: crosses(at: index, width: 1)
    case 0xC3: holds("×", at: index) ? crosses(at: index, width: 2) : 0
    case 0xEF: holds("Ｘ", at: index) ? crosses(at: index, width: 3) : word(at: index)
    case 0xE5, 0x54, 0x46, 0x3F: word(at: index)
    default: 0
    }
  }

  private func word(at index: Int) -> Int {
    guard let word = Self.words.first(where: { holds($0, at: index) }) else { return 0 }
    let end = index + word.utf8CodeUnitCount
    if bytes[index] < 0x80, isLetter(index - 1) || isLetter(end) { return 0 }
    if bytes[index] == 0xE5, Self.before.contains(where: { holds($0, at: index - 3) }) { return 0 }
    var rest = end
    while bytes[index] == 0x3F, rest < bytes.count, bytes[rest] == 0x3F { rest += 1 }
    return rest - index
  }

  /// `XX`, `××`, `X年`: two crosses at least, or one before a part of a date.
  private func crosses(at index: Int, width: Int) -> Int {
    var end = index
    while end + width <= bytes.count, bytes[end..<end + width].elementsEqual(bytes[index..<index + width]) {
      end += width
    }
    if width == 1, isLetter(index - 1) || isCodeByte(end) { return 0 }
    let count = (end - index) / width
    if count == 1 { return date(from: index, width: width) }
    // Small letters are a placeholder only beside Chinese: `xx公司`, but not `xx` in a web address.
    if bytes[index] == 0x78, !isHan(before: index), !isHan(at: end) { return 0 }
    return end - index
  }

  /// `X年X月X日`, as far as it goes; 0 when no part of a date follows the cross.
  private func date(from index: Int, width: Int) -> Int {
    var end = index + width
    while ["年", "月", "日"].contains(where: { (part: StaticString) in holds(part, at: end) }) {
      end += 3
      if end + width <= bytes.count, bytes[end..<end + width].elementsEqual(bytes[index..<index + width]) {
        end += width
      }
    }
    return end > index + width ? end - index : 0
  }

  private func holds(_ text: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where bytes[index + offset] != text.utf8Start[offset] { return false }
    return true
  }

  private func isLetter(_ index: Int) -> Bool {
    guard bytes.indices.contains(index) else { return false }
    let byte = bytes[index] | 0x20
    return (0x61...0x7A).contains(byte) || (0x30...0x39).contains(bytes[index])
  }

  /// Whether a letter, a digit, or a sign of codes and addresses goes on with a digit or letter, as in `XX-01`.
  private func isCodeByte(_ index: Int) -> Bool {
    if isLetter(index) { return true }
    guard bytes.indices.contains(index) else { return false }
    return [0x2D, 0x2E, 0x5F, 0x2F, 0x40].contains(bytes[index]) && isLetter(index + 1)
  }

  private func isHan(at index: Int) -> Bool { bytes.indices.contains(index) && (0xE4...0xE9).contains(bytes[index]) }

  private func isHan(before index: Int) -> Bool { isHan(at: index - 3) }
}
