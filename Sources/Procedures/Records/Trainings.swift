package import Diagnostics

/// One line of `content/records/training.csv`: who was trained on what (spec/format.md 1).
package struct Training: Sendable, Hashable {
  /// The code of the document.
  package let code: String
  /// The version.
  package let version: Version?
  /// The person.
  package let person: String
  /// The role for which the person was trained.
  package let role: String
  /// The day.
  package let day: Day?
  /// The result as written.
  package let result: String

  /// Whether the person passed: everything but a word that says otherwise.
  package var isPassed: Bool {
    !["不合格", "未通过", "缺席", "待补考", "fail", "failed", "absent", "no"].contains(result.lowercased())
  }
}

/// The records of training, by code.
package struct Trainings: Sendable {
  private var byCode: [String: [Training]] = [:]

  private static let columns: [[String]] = [
    ["code", "编号", "文件编号", "规程编号"], ["version", "版本", "版次"], ["person", "name", "人", "人员", "姓名", "员工"],
    ["role", "岗位", "职位"],
    ["date", "日期", "培训日期"],
    ["result", "结果", "考核结果", "成绩"],
  ]

  /// Reads a table of comma-separated values with a head line; lines that lack a code are left out. Linear.
  package init(parsing bytes: [UInt8]) {
    var rows = CSV.rows(bytes)[...]
    guard let head = rows.popFirst()?.map({ WidthFolding.trimmed($0).lowercased() }) else { return }
    let places = Self.columns.map { names in head.firstIndex { names.contains($0) } }
    for row in rows {
      let cells = places.map { place in
        place.flatMap { $0 < row.count ? WidthFolding.trimmed(row[$0]) : nil } ?? ""
      }
      if cells[0].isEmpty { continue }
      byCode[cells[0].lowercased(), default: []].append(
        Training(
          code: cells[0], version: Version(tolerating: cells[1]), person: cells[2], role: cells[3],
          day: Day(tolerating: cells[4]), result: cells[5]))
    }
  }

  /// The trainings on a document, in the order of the file.
  package func of(code: String) -> [Training] { byCode[code.lowercased()] ?? [] }
}

/// Comma-separated values (RFC 4180), as spreadsheets write them.
package enum CSV {
  /// What stands between cells: a comma, a semicolon or a tab, whichever the first line has most of.
  private static func sign(of bytes: ArraySlice<UInt8>) -> UInt8 {
    let line = bytes.prefix { $0 != 0x0A }
    var best: UInt8 = 0x2C
    for other in [0x3B, 0x09] as [UInt8] where line.count(where: { $0 == other }) > line.count(where: { $0 == best }) {
      best = other
    }
    return best
  }

  /// The rows with their cells; quotes are undone, a byte order mark and empty lines are left out. Linear.
  package static func rows(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let sign = sign(of: bytes[index...])
    func closeCell() {
      row.append(String(decoding: cell, as: UTF8.self))
      cell.removeAll(keepingCapacity: true)
    }
    func closeRow() {
      if row.isEmpty, cell.isEmpty { return }
      closeCell()
      rows.append(row)
      row = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      let isDoubled = byte == 0x22 && index + 1 < bytes.count && bytes[index + 1] == 0x22
      switch byte {
      case 0x22 where isQuoted && isDoubled:
        cell.append(byte)
        index += 1
      case 0x22 where isQuoted || cell.isEmpty: isQuoted.toggle()
      case sign where !isQuoted: closeCell()
      case 0x0A where !isQuoted, 0x0D where !isQuoted: closeRow()
      default: cell.append(byte)
      }
      index += 1
    }
    closeRow()
    return rows
  }
}
