internal import Diagnostics

/// Why a tree cannot be taken over, with the source offset that shows it.
enum TreeFault: Error {
  case depth(Int)
  case columns(Int)
  case cells(Int)
  case links(Int)
  case memory

  /// The finding about it, over the line where it shows.
  func diagnostic(in file: SourceFile, from start: Int) -> Diagnostic {
    let (offset, message) = report(start)
    let table = LineTable(file)
    let line = table.range(ofLine: table.position(of: offset).line)
    let range = SourceRange(min(max(offset, line.lowerBound), line.upperBound), line.upperBound)
    return Diagnostic(.error, .limit, path: file.path, range: range, message: message)
  }

  private func report(_ start: Int) -> (Int, Localized) {
    switch self {
    case .depth(let offset):
      (offset, Localized(zh: "内容嵌套超过 100 层", en: "content is nested more than 100 deep"))
    case .columns(let offset): (offset, Localized(zh: "表格超过 1000 列", en: "the table has more than 1000 columns"))
    case .cells(let offset):
      (offset, Localized(zh: "表格缺少的单元格太多", en: "the table lacks too many cells"))
    case .links(let offset):
      (
        offset,
        Localized(
          zh: "链接地址展开后的总长超过文件的三倍", en: "link addresses written out are more than three times the file")
      )
    case .memory:
      (start, Localized(zh: "内容的结构太复杂，无法处理", en: "the structure of the content is too complex"))
    }
  }
}
