/// Finds a name in bytes as a whole name, never inside a longer one.
struct NameSearch {
  private let name: [UInt8]

  init(_ name: String) { self.name = Array(name.utf8) }

  /// Where the name stands in a part of a text that is known to hold names: between its ends, signs and joining words.
  func whole(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    all(in: bytes, range).filter { place in
      (place.lowerBound == range.lowerBound || Self.ends(bytes, before: place.lowerBound))
        && (place.upperBound == range.upperBound || Self.begins(bytes, at: place.upperBound))
    }
  }

  /// Where the name stands in a text outside of longer names and of the names of files.
  func free(in bytes: [UInt8], from start: Int, longer: [[UInt8]]) -> [Int] {
    all(in: bytes, min(start, bytes.count)..<bytes.count).map(\.lowerBound).filter { place in
      !bytes[(place + name.count)...].starts(with: ".md".utf8)
        && !longer.contains { other in
          let first = max(0, place + name.count - other.count)
          return first <= place && (first...place).contains { bytes[$0...].starts(with: other) }
        }
    }
  }

  /// All places; linear but for a name that repeats itself.
  private func all(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    guard let first = name.first else { return [] }
    var found: [Range<Int>] = []
    var index = range.lowerBound
    while index + name.count <= range.upperBound {
      if bytes[index] == first, bytes[index...].starts(with: name) {
        found.append(index..<(index + name.count))
        index += name.count
      } else {
        index += 1
      }
    }
    return found
  }

  private static let signs: [[UInt8]] = [
    "、", "，", "；", "：", "（", "）", "《", "》", "「", "」", "“", "”", "／", "＆", "→", "\u{3000}", "和", "与", "及", "同",
  ].map { Array($0.utf8) }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte < 0x80 && !(0x30...0x39).contains(byte) && !(0x41...0x5A).contains(byte) && !(0x61...0x7A).contains(byte)
  }

  private static func ends(_ bytes: [UInt8], before index: Int) -> Bool {
    isSign(bytes[index - 1]) || signs.contains { $0.count <= index && bytes[(index - $0.count)...].starts(with: $0) }
  }

  private static func begins(_ bytes: [UInt8], at index: Int) -> Bool {
    isSign(bytes[index]) || signs.contains { bytes[index...].starts(with: $0) }
  }
}
