internal import Diagnostics

/// A tag that waits for its closing one.
struct OpenTag {
  let sigil: Sigil
  let name: Range<Int>
  let range: Range<Int>
  var body: [Node] = []
  /// The blocks in a parent.
  var arguments: [Block] = []
  /// Whether it is a block directly in a parent.
  var isArgument = false
  /// Whether it stands directly in a parent, where everything but blocks is ignored.
  var isIgnored = false
  /// Whether its line stays.
  var isInLine = false
  var indent = 0..<0
  var outerMargin: [UInt8] = []

  init(sigil: Sigil, name: Range<Int>, range: Range<Int>) {
    self.sigil = sigil
    self.name = name
    self.range = range
  }
}

/// All literal text of a library, one piece behind the other.
struct TextPool: Sendable {
  private(set) var bytes: [UInt8] = []

  /// Adds a piece and says where it lies.
  mutating func add(_ piece: ArraySlice<UInt8>) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: piece)
    return start..<bytes.count
  }
}

extension Parser {
  /// Whether what comes next is text or a tag directly in a parent, or in something that is ignored there.
  var isIgnoring: Bool { stack[stack.count - 1].sigil == .parent || stack[stack.count - 1].isIgnored }

  /// Adds a node to the tag that is open.
  mutating func append(_ node: Node) {
    if !isIgnoring { stack[stack.count - 1].body.append(node) }
  }

  /// Marks that a line begins with this tag, when it does.
  mutating func beginLine(_ token: Token) {
    if token.startsLine { append(.lineStart) }
  }

  /// Adds text, without the margin of its block; it joins the text before it.
  mutating func addText(_ token: Token) {
    if isIgnoring { return }
    let piece = token.startsLine ? stripped(token.range) : file.bytes[token.range]
    if piece.isEmpty { return append(.lineStart) }
    let joins = !token.startsLine || pool.bytes.last == 0x0A
    let range = pool.add(piece)
    let last = stack.count - 1
    if joins, case .text(let before, let startsLine)? = stack[last].body.last, before.upperBound == range.lowerBound {
      stack[last].body[stack[last].body.count - 1] = .text(
        before.lowerBound..<range.upperBound, startsLine: startsLine)
    } else {
      stack[last].body.append(.text(range, startsLine: token.startsLine))
    }
  }

  /// The bytes of a range at the beginning of a line, without those that belong to the block's margin.
  func stripped(_ range: Range<Int>) -> ArraySlice<UInt8> {
    let common = zip(file.bytes[range], margin).prefix { $0 == $1 }.count
    return file.bytes[range].dropFirst(common)
  }

  /// Keeps the indentation of a tag.
  mutating func indent(before index: Int) -> Range<Int> {
    pool.add(stripped(layout.indentation(before: index)))
  }

  /// Reads a dotted name; nil, with a report, when it is none.
  mutating func name(_ range: Range<Int>) -> Name? {
    guard let word = word(range) else { return nil }
    if word == [UInt8(ascii: ".")] { return Name(parts: [word], range: range) }
    let parts = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map { Array($0) }
    if parts.allSatisfy({ !$0.isEmpty }) { return Name(parts: parts, range: range) }
    report(range, zh: "名称“\(word.shown)”有空的部分", en: "the name “\(word.shown)” has an empty part")
    return nil
  }

  /// Reads the name of a template, or of the field that holds it.
  mutating func include(_ range: Range<Int>, indent: Range<Int>?) -> Include? {
    guard file.bytes[range].first == UInt8(ascii: "*") else {
      return word(range).map { Include(target: .named($0), range: range, indent: indent) }
    }
    let start = range.dropFirst().first { !isSpace(file.bytes[$0]) } ?? range.upperBound
    let inner = start..<range.upperBound
    return name(inner).map { Include(target: .dynamic($0), range: inner, indent: indent) }
  }

  /// Reads a name without spaces; nil, with a report, when it is none.
  mutating func word(_ range: Range<Int>) -> [UInt8]? {
    let word = Array(file.bytes[range])
    if word.isEmpty {
      report(range, zh: "标记里没有名称", en: "the tag holds no name")
    } else if word.contains(where: isSpace) {
      report(range, zh: "名称里不能有空白", en: "a name cannot hold blanks")
    } else {
      return word
    }
    return nil
  }
}

extension Parser {
  mutating func report(
    _ range: Range<Int>, zh: String, en: String, help: Localized? = nil, notes: [Diagnostic.Note] = []
  ) {
    problems.append(.template(file.path, range, zh: zh, en: en, help: help, notes: notes))
  }

  /// The tag as it is written with the usual delimiters.
  func written(_ mark: String, _ name: Range<Int>) -> String { "{{\(mark)\(file.bytes[name].shown)}}" }

  mutating func reportUnclosed(_ tag: OpenTag) {
    let (shown, closing) = (written(tag.sigil.mark, tag.name), written("/", tag.name))
    report(
      tag.range, zh: "\(shown) 没有结束", en: "\(shown) is not closed",
      help: Localized(zh: "补上 \(closing)", en: "add \(closing)"))
  }

  mutating func reportUnopened(_ token: Token) {
    let shown = written("/", token.name)
    guard let inner = stack.last, stack.count > 1 else {
      return report(token.range, zh: "\(shown) 没有开头", en: "\(shown) closes nothing")
    }
    let expected = written("/", inner.name)
    let note = Diagnostic.Note(
      path: file.path, range: SourceRange(inner.range.lowerBound, inner.range.upperBound),
      message: Localized(zh: "未结束的标记在这里", en: "the tag that is open stands here"))
    report(
      token.range, zh: "\(shown) 没有开头", en: "\(shown) closes nothing",
      help: Localized(zh: "这里该写 \(expected)", en: "\(expected) is expected here"), notes: [note])
  }

  /// Reports a tag that would do nothing, because a parent takes only blocks.
  mutating func refuseInParent(_ sigil: Sigil, _ token: Token) {
    guard let outer = stack.last, !outer.isIgnored else { return }
    switch sigil {
    case .comment, .delimiters, .block, .close: return
    case .value, .raw, .section, .inverted, .partial, .parent:
      let (shown, parent) = (written(sigil.mark, token.name), written("<", outer.name))
      report(
        token.range, zh: "\(shown) 直接写在 \(parent) 里，不起作用", en: "\(shown) has no effect directly in \(parent)",
        help: Localized(zh: "放进一个块：{{$name}}……{{/name}}", en: "put it into a block: {{$name}}…{{/name}}"))
    }
  }

  mutating func reportTwice(_ block: Block, first: Block) {
    let note = Diagnostic.Note(
      path: file.path, range: SourceRange(first.range.lowerBound, first.range.upperBound),
      message: Localized(zh: "第一次在这里", en: "it is first given here"))
    report(
      block.range, zh: "块“\(block.name.shown)”给了两次", en: "the block “\(block.name.shown)” is given twice", notes: [note]
    )
  }

  mutating func reportDepth() {
    guard let tag = stack.last else { return }
    report(
      tag.range, zh: "嵌套超过 \(Self.depthLimit) 层", en: "nested more than \(Self.depthLimit) deep",
      help: Localized(zh: "把里面的部分移到单独的模板", en: "move the inner part into a template of its own"))
  }
}
