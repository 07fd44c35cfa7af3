/// An open quote or list item, with what its later lines must start with.
struct Container {
  let isQuote: Bool
  /// Columns that a later line of an item must be indented by, from where its parent's content starts.
  var width = 0
  /// The line on which it opens, and where its content starts there.
  let line: Int
  var offset = 0
  var column = 0
}

/// A place in a line with its column, tabs to stops of four (CommonMark 2.2).
struct LinePrefix {
  var offset: Int
  var column: Int
  /// Containers whose markers or indentation were found.
  var matched = 0

  /// Walks over the markers and the indentation of `containers` as libcmark does, up to the first that is missing.
  init(line: Int, of text: LineView, in containers: [Container]) {
    let range = text.range(ofLine: line)
    offset = range.lowerBound
    column = 0
    guard !containers.isEmpty else { return }
    for container in containers {
      if container.line == line {
        (offset, column) = (container.offset, container.column)
      } else if !step(over: container, in: text.bytes, until: range.upperBound) {
        break
      }
      matched += 1
    }
  }

  private mutating func step(over container: Container, in bytes: UnsafeBufferPointer<UInt8>, until end: Int) -> Bool {
    let saved = self
    skipBlanks(in: bytes, until: end, columns: container.isQuote ? 4 : container.width)
    if container.isQuote {
      guard column - saved.column < 4, offset < end, bytes[offset] == 0x3E else {
        self = saved
        return false
      }
      offset += 1
      column += 1
      skipBlanks(in: bytes, until: end, columns: 1)
      return true
    }
    if column - saved.column >= container.width || offset >= end { return true }
    self = saved
    return false
  }

  /// Moves over blanks, at most `columns` wide; a tab may be used up in part.
  mutating func skipBlanks(in bytes: UnsafeBufferPointer<UInt8>, until end: Int, columns: Int = .max) {
    var left = columns
    while left > 0, offset < end {
      if bytes[offset] == 0x20 {
        offset += 1
        column += 1
        left -= 1
      } else if bytes[offset] == 0x09 {
        let width = 4 - column % 4
        if width > left {
          column += left
          return
        }
        offset += 1
        column += width
        left -= width
      } else {
        return
      }
    }
  }
}
