/// The text without ASCII blanks, line ends and ideographic spaces at both ends.
func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  text.withUnsafeBufferPointer { bytes in
    var start = 0
    var end = bytes.count
    while start < end {
      let length = blankLength(bytes, start)
      if length == 0 { break }
      start += length
    }
    while end > start {
      if isBlank(bytes[end - 1]) {
        end -= 1
      } else if end - start >= 3, bytes[end - 1] == 0x80, bytes[end - 2] == 0x80, bytes[end - 3] == 0xE3 {
        end -= 3
      } else {
        break
      }
    }
    return text[(text.startIndex + start)..<(text.startIndex + end)]
  }
}

/// Whether a byte is an ASCII blank or line end.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

/// How many bytes the blank at an index takes, an ideographic space three; 0 where there is none.
func blankLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
  if isBlank(bytes[index]) { return 1 }
  return bytes[index] == 0xE3 && index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 ? 3 : 0
}

extension ArraySlice<UInt8> {
  /// Whether a text in the source code stands at the start.
  func begins(with text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard count >= length else { return false }
    return withUnsafeBufferPointer { bytes in
      for offset in 0..<length where bytes[offset] != text.utf8Start[offset] { return false }
      return true
    }
  }

  /// Whether a text in the source code stands at the end.
  func ends(with text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    return count >= length && self[(endIndex - length)...].begins(with: text)
  }
}

extension [UInt8] {
  /// Whether a text in the source code stands at an index.
  func holds(_ text: StaticString, at index: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    return withUnsafeBufferPointer { bytes in
      for offset in 0..<length where bytes[index + offset] != text.utf8Start[offset] { return false }
      return true
    }
  }
}
