internal import Diagnostics
internal import Procedures

/// The register as CSV (RFC 4180) with a byte order mark, for spreadsheets.
struct RegisterFile {
  private var bytes: [UInt8] = []

  /// Where it is in a language.
  static func address(_ site: Site, _ language: Language) -> Address {
    Address(language == site.handbook.settings.language ? "register.csv" : "register.\(language.rawValue).csv")
  }

  /// Writes all documents under control. Linear.
  static func write(_ site: Site, _ language: Language, into out: inout [UInt8]) {
    let view = Viewpoint(site, address: address(site, language), language: language)
    var file = RegisterFile()
    swap(&file.bytes, &out)
    file.bytes += [0xEF, 0xBB, 0xBF]
    let columns: [Word] = [
      .code, .name, .kind, .department, .version, .status, .effective, .owner, .nextReview,
    ]
    file.line(columns.map { view.strings[$0] })
    for id in site.sources(of: .procedure, .policy, .form) {
      let doc = view.fullDoc(id)
      file.line([
        doc.code, doc.title, doc.kindWord, doc.department?.text, doc.version, doc.status?.word, doc.effective,
        doc.owner?.text, doc.review,
      ])
    }
    swap(&file.bytes, &out)
  }

  private mutating func line(_ cells: [String?]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      append(cell ?? "")
    }
    bytes += [0x0D, 0x0A]
  }

  /// One cell; what a spreadsheet would take for a formula begins with an apostrophe.
  private mutating func append(_ text: String) {
    let utf8 = Self.safe(text).utf8
    guard utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0D || $0 == 0x0A }) else {
      bytes += utf8
      return
    }
    bytes.append(0x22)
    for byte in utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// A text that no spreadsheet takes for a formula: `= + - @`, also full-width, tab and return do not stand first.
  static func safe(_ text: String) -> String {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": "'" + text
    default: text
    }
  }
}
