internal import Diagnostics

/// Looks through an SVG for everything that is not a still picture.
///
/// The scanner is stricter than XML: UTF-8 only, no DTD, no entity but the five of XML, no processing instruction, and
/// no text that an HTML parser would read in another way (comments, CDATA), because a server may send the file as it
/// likes. References must stay in the file (`#…`). Linear in the bytes; no recursion.
struct SVGInspection {
  /// What stands at which byte and must not.
  struct Objection: Error {
    let offset: Int
    let message: Localized
  }

  var bytes: [UInt8]
  var index = 0
  private var open: [ArraySlice<UInt8>] = []
  private var hasRoot = false
  /// The text of the style element that is open, put together as a browser does, whatever stands between its parts.
  private var style: [UInt8] = []

  /// Gives the first thing that keeps a picture from being published, with its line; nil where there is none.
  static func check(_ name: String, _ bytes: [UInt8]) -> Diagnostic? {
    var inspection = SVGInspection(bytes: bytes)
    do {
      try inspection.run()
      return nil
    } catch {
      let line = bytes.prefix(error.offset).reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
      return AssetType.finding(
        name,
        Localized(zh: "第 \(line) 行：\(error.message.zh)", en: "line \(line): \(error.message.en)"), at: error.offset,
        help: Localized(
          zh: "导出为“普通 SVG”，去掉脚本、外部引用和嵌入内容；或改用 PNG",
          en: "export it as plain SVG without scripts, outside references and embedded content, or use PNG"))
    }
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  func objection(_ zh: String, _ en: String, at offset: Int? = nil) -> Objection {
    Objection(offset: offset ?? index, message: Localized(zh: zh, en: en))
  }

  private mutating func run() throws(Objection) {
    try checkCharacters()
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    try declaration()
    while index < bytes.count {
      if bytes[index] != UInt8(ascii: "<") {
        try text()
      } else if starts("<!--") {
        try comment()
      } else if starts("<![CDATA[") {
        try characterData()
      } else if starts("<!") {
        throw objection("有 DTD 或实体声明", "it has a DTD or declares an entity")
      } else if starts("<?") {
        throw objection("有处理指令", "it has a processing instruction")
      } else if starts("</") {
        try endTag()
      } else {
        try startTag()
      }
    }
    guard hasRoot, open.isEmpty else { throw objection("不是完整的 SVG", "it is not a whole SVG", at: bytes.count) }
  }

  private func checkCharacters() throws(Objection) {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw objection("不是 UTF-8", "it is not UTF-8") }
    let stray = bytes.firstIndex { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    if let stray { throw objection("有控制字符", "it has a control character", at: stray) }
  }

  /// Steps over `<?xml …?>`, which may only claim UTF-8.
  private mutating func declaration() throws(Objection) {
    guard starts("<?xml"), index + 5 < bytes.count, MagicBytes.isBlank(bytes[index + 5]) else { return }
    index += 5
    let found = try attributes()
    guard starts("?>"), found.first?.name.elementsEqual("version".utf8) == true else {
      throw objection("XML 声明不完整", "the XML declaration is not complete")
    }
    index += 2
    for attribute in found.dropFirst() {
      let value = String(decoding: attribute.value, as: UTF8.self).lowercased()
      let isEncoding = attribute.name.elementsEqual("encoding".utf8) && value == "utf-8"
      let isStandalone = attribute.name.elementsEqual("standalone".utf8) && (value == "yes" || value == "no")
      if !isEncoding && !isStandalone {
        throw objection("编码必须是 UTF-8", "the encoding must be UTF-8", at: attribute.offset)
      }
    }
  }

  private mutating func text() throws(Objection) {
    let isStyle = isInStyle
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") {
      if bytes[index] == UInt8(ascii: "&") {
        let resolved = try reference()
        if isStyle { style += resolved }
        continue
      }
      if open.isEmpty, !MagicBytes.isBlank(bytes[index]) {
        throw objection("图形之外有文字", "there is text outside the picture")
      }
      if starts("]]>") { throw objection("“]]>”不能出现在文字里", "text cannot hold \"]]>\"") }
      if isStyle { style.append(bytes[index]) }
      index += 1
    }
  }

  private mutating func comment() throws(Objection) {
    let start = index
    index += 4
    // HTML ends a comment at `<!-->` and `--!>`, XML does not: neither may stand here.
    if starts(">") || starts("->") { throw objection("注释写法有歧义", "the comment is ambiguous", at: start) }
    guard let end = find("--", from: index), bytes.count > end + 2, bytes[end + 2] == UInt8(ascii: ">") else {
      throw objection("注释没有结束，或其中有“--”", "the comment does not end or holds \"--\"", at: start)
    }
    index = end + 3
  }

  private mutating func characterData() throws(Objection) {
    let start = index
    guard !open.isEmpty, let end = find("]]>", from: index + 9) else {
      throw objection("CDATA 没有结束", "CDATA does not end", at: start)
    }
    let content = bytes[(index + 9)..<end]
    if content.contains(UInt8(ascii: "<")) {
      throw objection("CDATA 里有标记", "there is markup in CDATA", at: start)
    }
    if isInStyle { style += content }
    index = end + 3
  }

  private var isInStyle: Bool { open.last.map { SVGRules.local($0).elementsEqual("style".utf8) } ?? false }

  private mutating func endTag() throws(Objection) {
    let start = index
    index += 2
    if isInStyle {
      try SVGRules.checkStyle(style[...], at: start)
      style = []
    }
    let name = readName()
    skipBlanks()
    guard let last = open.popLast(), last.elementsEqual(name), starts(">") else {
      throw objection("结束标记不匹配", "the end tag does not match", at: start)
    }
    index += 1
  }

  private mutating func startTag() throws(Objection) {
    let start = index
    index += 1
    let name = readName()
    if name.isEmpty { throw objection("标记不完整", "the tag is not complete", at: start) }
    if isInStyle { throw objection("样式里有元素", "there is an element in a style", at: start) }
    let isRoot = open.isEmpty
    if isRoot && hasRoot { throw objection("有两个根元素", "there are two root elements", at: start) }
    let attributes = try attributes()
    try SVGRules.checkElement(name, attributes, isRoot: isRoot, at: start)
    hasRoot = true
    if starts("/>") {
      index += 2
    } else if starts(">") {
      index += 1
      open.append(name)
    } else {
      throw objection("标记不完整", "the tag is not complete", at: start)
    }
  }
}
