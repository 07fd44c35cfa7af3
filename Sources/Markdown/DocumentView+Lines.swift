import Diagnostics

extension DocumentView {
  /// The column of an item's text counted from 0: where what belongs to the item begins (CommonMark 5.2).
  package func contentColumn(of item: Block) -> Int {
    var index = min(max(Int(range(of: item).start), 0), file.count)
    let start = index
    while index < file.count, file[index] >= 0x30, file[index] <= 0x39 { index += 1 }
    index = min(index + 1, file.count)
    let width = index - start
    let column = markerColumn(of: item) + width
    var end = column
    while index < file.count, file[index] == 0x20 || file[index] == 0x09 {
      end += file[index] == 0x09 ? 4 - end % 4 : 1
      index += 1
    }
    let isEmpty = index >= file.count || file[index] == 0x0A || file[index] == 0x0D
    // Without text, or with an indented code block, one blank is the item's.
    return isEmpty || end - column > 4 || end == column ? column + 1 : end
  }

  /// The end of the line before an offset, to be repeated by a line that is put in; a line feed at the start.
  package func lineEnd(before offset: Int) -> String {
    guard offset > 0, offset <= file.count else { return "\n" }
    if file[offset - 1] == 0x0D { return "\r" }
    return offset > 1 && file[offset - 2] == 0x0D ? "\r\n" : "\n"
  }
}
