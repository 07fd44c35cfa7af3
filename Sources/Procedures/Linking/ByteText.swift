/// The text without ASCII blanks, line ends and ideographic spaces at both ends.
func trimmed(_ text: Bytes) -> Bytes {
  var start = text.startIndex
  var end = text.endIndex
  while start < end {
    let length = blankLength(text, start)
    if length == 0 { break }
    start += length
  }
  while end > start {
    if isBlank(text[end - 1]) {
      end -= 1
    } else if end - start >= 3, text[end - 1] == 0x80, text[end - 2] == 0x80, text[end - 3] == 0xE3 {
      end -= 3
    } else {
      break
    }
  }
  return text[start..<end]
}

/// Whether a byte is an ASCII blank or line end.
@inline(__always)
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

/// How many bytes the blank at an index takes, an ideographic space three; 0 where there is none.
@inline(__always)
func blankLength(_ text: Bytes, _ index: Int) -> Int {
  let byte = text[index]
  if isBlank(byte) { return 1 }
  return byte == 0xE3 && text.holds("\u{3000}", at: index) ? 3 : 0
}
