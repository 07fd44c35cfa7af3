internal import Diagnostics

/// A fault of the YAML in plain words, with the way out.
struct YAMLFault {
  var rule: RuleName
  var message: Localized
  var help: Localized?
  /// The bytes that show it, counted from the start of the stream.
  var range = 0..<0
  /// Texts that repair it, with the offsets where they go in.
  var insertions: [(offset: Int, text: String)] = []

  /// Whether a key or a value had to be left out.
  var isLoss: Bool { rule != .yamlComment && rule != .encoding }

  private init(_ rule: RuleName, zh: String, en: String, help: Localized? = nil) {
    self.rule = rule
    message = Localized(zh: zh, en: en)
    self.help = help
  }

  /// Says what stopped libyaml.
  init(_ problem: YAMLProblem, in bytes: UnsafeBufferPointer<UInt8>) {
    let place = min(problem.stage == .scanner ? problem.contextOffset : problem.offset, bytes.count)
    let line = Self.line(around: place, in: bytes)
    self = Self.known(problem, line: line, place: place, in: bytes)
    range = place..<max(place, line.upperBound)
  }

  private static let quote = Localized(
    zh: "给值加上引号，例如 名称: \"…\"", en: "put the value in quotes, such as title: \"…\"")

  private static func known(
    _ problem: YAMLProblem, line: Range<Int>, place: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> YAMLFault {
    let here = problem.offset < bytes.count ? bytes[problem.offset] : 0
    if bytes[line].first == 0x09 || here == 0x09 { return tab }
    if let colon = tightColon(line, in: bytes), problem.stage != .reader { return tight(colon) }
    let token = place < bytes.count ? bytes[place] : 0
    if problem.stage == .scanner, "@`%*&!".utf8.contains(token) {
      let sign = String(UnicodeScalar(token))
      return YAMLFault(.yamlInvalid, zh: "值不能以 \(sign) 开头", en: "a value cannot begin with \(sign)", help: quote)
    }
    return worded(problem.words)
  }

  private static let tab = YAMLFault(
    .yamlInvalid, zh: "用了制表符 (Tab) 缩进，这里只能用空格", en: "a tab is used for indentation; only blanks may be",
    help: Localized(zh: "把制表符换成两个空格", en: "replace each tab by two blanks"))

  private static func worded(_ words: String) -> YAMLFault {
    let (zh, en, help) = wording.first { words.contains($0.key) }.map { ($0.zh, $0.en, $0.help) } ?? (words, words, nil)
    return YAMLFault(.yamlInvalid, zh: "文件头读不懂：\(zh)", en: "the front matter cannot be read: \(en)", help: help)
  }

  private static let wording: [(key: String, zh: String, en: String, help: Localized?)] = [
    (
      "mapping values are not allowed", "同一行里有两个“冒号加空格”", "a second colon with a blank on the same line", quote
    ),
    (
      "could not find expected ':'", "这一行不是“名称: 值”", "this line is not `key: value`",
      Localized(zh: "每行写成“名称: 值”；接着上一行的内容要缩进", en: "write `key: value`; what continues the line above is indented")
    ),
    (
      "did not find expected ',' or ']'", "列表缺少逗号或 ]", "a list lacks a comma or ]",
      Localized(zh: "写成 [甲, 乙]，逗号用半角", en: "write [a, b]")
    ),
    (
      "did not find expected ',' or '}'", "花括号里缺少逗号或 }", "a map lacks a comma or }",
      Localized(zh: "写成 {甲: 1, 乙: 2}", en: "write {a: 1, b: 2}")
    ),
    (
      "did not find expected key", "这里应当是一项的名称，缩进可能不对", "a key should stand here; the indentation may be off",
      Localized(zh: "同一级的各项左边要对齐", en: "keys of one level begin in the same column")
    ),
    (
      "did not find expected '-' indicator", "列表的各行没有对齐", "the lines of a list are not aligned",
      Localized(zh: "每行以 - 开头，左边对齐", en: "begin every line with - in the same column")
    ),
    (
      "unexpected end of stream", "引号没有成对", "a quote is not closed",
      Localized(zh: "在值的末尾补上引号", en: "close the quote at the end of the value")
    ),
    (
      "invalid Unicode character escape", "转义 \\u… 不是有效的字符", "the escape \\u… is no character",
      Localized(zh: "直接写这个字", en: "write the character itself")
    ),
    (
      "unknown escape character", "双引号里的 \\ 有特殊含义", "a \\ has a meaning of its own in double quotes",
      Localized(zh: "改用单引号", en: "use single quotes")
    ),
    ("block sequence entries are not allowed", "列表的 - 不能写在这里", "a list cannot begin here with -", quote),
    ("cannot start any token", "值不能以这个符号开头", "a value cannot begin with this sign", quote),
    ("control characters are not allowed", "有控制字符", "there is a control character", nil),
    ("out of memory", "内存不足", "out of memory", nil),
  ]

  private static func line(around offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let isEnd = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    var start = offset
    while start > 0, !isEnd(bytes[start - 1]) { start -= 1 }
    var end = offset
    while end < bytes.count, !isEnd(bytes[end]) { end += 1 }
    return start..<end
  }

  /// The colon of a line such as `名称:闭店`, which YAML takes for one word.
  private static func tightColon(_ line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let colon = line.first(where: { bytes[$0] == 0x3A }), colon + 1 < line.upperBound else { return nil }
    let key = line.lowerBound..<colon
    let isPlain = !key.isEmpty && key.allSatisfy { !" \t\"'[]{},-".utf8.contains(bytes[$0]) }
    return isPlain && !" \t/".utf8.contains(bytes[colon + 1]) ? colon : nil
  }
}

extension YAMLFault {
  private static let plainWords = Localized(
    zh: "文件头只用“名称: 值”；以 & * ! 开头的值要加引号", en: "use plain `key: value` only; quote a value that begins with & * !")

  static let alias = YAMLFault(
    .yamlAlias, zh: "不能用引用 (*名称)", en: "an alias (*name) cannot be used", help: plainWords)
  static let anchor = YAMLFault(
    .yamlAlias, zh: "不能用锚 (&名称)", en: "an anchor (&name) cannot be used", help: plainWords)
  static let tag = YAMLFault(.yamlAlias, zh: "不能用类型标记 (!类型)", en: "a tag (!type) cannot be used", help: plainWords)
  static let mergeKey = YAMLFault(
    .yamlAlias, zh: "不能用合并项 <<", en: "the merge key << cannot be used", help: plainWords)
  static let key = YAMLFault(
    .yamlAlias, zh: "一项的名称只能是文字", en: "a key can only be text, no list or map", help: plainWords)
  static let depth = YAMLFault(
    .limit, zh: "嵌套超过 \(Header.depthLimit) 层", en: "nested deeper than \(Header.depthLimit) levels")
  static let secondDocument = YAMLFault(
    .yamlInvalid, zh: "这里开始了第二段 YAML，只能有一段", en: "a second YAML document begins here; there can be only one",
    help: Localized(zh: "删去这一行", en: "remove this line"))
  static let control = YAMLFault(
    .encoding, zh: "值里转义出了控制字符或改变文字方向的字符", en: "an escape gives a control character or one that turns the text around",
    help: Localized(zh: "删去这个转义", en: "remove the escape"))

  /// Text where a key should stand; of several lines such as `名称:闭店`, which YAML takes for one text, the first.
  static func noMap(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> YAMLFault {
    if let colon = tightColon(line(around: place, in: bytes), in: bytes) { return tight(colon) }
    return YAMLFault(
      .yamlInvalid, zh: "这里应当是“名称: 值”", en: "`key: value` is expected here",
      help: Localized(zh: "每行写一项，例如 名称: 闭店流程", en: "write one key a line, such as title: Closing"))
  }

  private static func tight(_ colon: Int) -> YAMLFault {
    var fault = YAMLFault(
      .yamlInvalid, zh: "冒号后面缺少空格", en: "a blank is missing after the colon",
      help: Localized(zh: "写成“名称: 值”，冒号后空一格", en: "write `title: value`, with a blank after the colon"))
    fault.insertions = [(colon + 1, " ")]
    return fault
  }

  static func comment(lost: String) -> YAMLFault {
    YAMLFault(
      .yamlComment, zh: "“\(lost)”被当作注释，不会成为值的一部分", en: "`\(lost)` reads as a comment and is lost from the value",
      help: Localized(
        zh: "给整个值加上引号；若是注释，另起一行写", en: "put the whole value in quotes; if it is a comment, give it a line of its own"))
  }

  static func duplicate(_ key: Header.Scalar, after first: SourceRange, path: String) -> Diagnostic {
    let name = String(key.text.unicodeScalars.prefix(60))
    return Diagnostic(
      .error, .keyDuplicate, path: path, range: key.range,
      message: Localized(zh: "“\(name)”写了两次", en: "`\(name)` stands twice"),
      notes: [.init(path: path, range: first, message: Localized(zh: "第一次在这里", en: "the first one is here"))],
      help: Localized(zh: "删去其中一个", en: "remove one of them"))
  }

  /// Whether a character may never stand in a value: controls except tab and line feed, and the bidi controls.
  static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0...0x08, 0x0D...0x1F, 0x7F...0x84, 0x86...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C: true
    default: false
    }
  }
}
