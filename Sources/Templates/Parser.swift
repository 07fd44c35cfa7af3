internal import Diagnostics

/// Builds the tree of one template; mistakes in its nesting are reported and mended, so parsing cannot fail.
struct Parser {
  /// How deep sections, parents and blocks may stand in each other.
  static let depthLimit = 32

  let file: SourceFile
  let layout: Layout
  var stack = [OpenTag(sigil: .comment, name: 0..<0, range: 0..<0)]
  /// The blanks that are taken from the beginning of each line, because the block that holds it is set elsewhere.
  var margin: [UInt8] = []
  var pool = TextPool()
  var problems: [Diagnostic]
  private var index = 0

  /// Parses a file; its literal text goes into the pool.
  ///
  /// - Returns: the tree and the mistakes; with mistakes the tree must not be used.
  static func parse(_ file: SourceFile, pool: inout TextPool) -> (nodes: [Node], problems: [Diagnostic]) {
    var parser = Parser(file)
    swap(&parser.pool, &pool)
    parser.run()
    swap(&parser.pool, &pool)
    return (parser.stack[0].body, parser.problems)
  }

  private init(_ file: SourceFile) {
    let scanner = Scanner(file)
    self.file = file
    layout = Layout(bytes: file.bytes, tokens: scanner.tokens)
    problems = scanner.problems
  }

  private mutating func run() {
    while index < layout.tokens.count, stack.count <= Self.depthLimit {
      let token = layout.tokens[index]
      switch token.kind {
      case .text: if !vanishes(index) { addText(token) }
      case .tag(let sigil): add(sigil, token)
      }
      index += 1
    }
    if stack.count > Self.depthLimit { return reportDepth() }
    while stack.count > 1 { reportUnclosed(stack.removeLast()) }
  }

  /// Whether an indentation goes with the tag after it, whose line vanishes.
  private func vanishes(_ index: Int) -> Bool {
    guard layout.isIndentation(index), case .tag(let sigil) = layout.tokens[index + 1].kind else { return false }
    switch sigil {
    case .value, .raw: return false
    case .parent: return layout.parentStandsAlone(index + 1)
    case .close: return stack.last?.isArgument == true || layout.endsLine(index + 1)
    default: return layout.endsLine(index + 1)
    }
  }

  private mutating func add(_ sigil: Sigil, _ token: Token) {
    let alone = layout.standsAlone(index)
    if isIgnoring { refuseInParent(sigil, token) }
    switch sigil {
    case .comment, .delimiters: if !alone { beginLine(token) }
    case .value, .raw: addValue(token, raw: sigil == .raw)
    case .section, .inverted: open(sigil, token, inLine: !alone)
    case .partial: addPartial(token, alone: alone)
    case .parent: open(.parent, token, inLine: !layout.parentStandsAlone(index))
    case .block: openBlock(token, alone: alone)
    case .close: close(token, alone: alone)
    }
    if alone, sigil != .value, sigil != .raw, sigil != .parent, sigil != .close { skipLineEnd() }
  }

  /// Passes over the blanks and the line end behind a tag that stands alone.
  private mutating func skipLineEnd() {
    if index + 1 < layout.tokens.count { index += 1 }
  }

  private mutating func addValue(_ token: Token, raw: Bool) {
    beginLine(token)
    if isIgnoring { return }
    if let name = name(token.name) { append(.value(name, raw: raw)) }
  }

  private mutating func addPartial(_ token: Token, alone: Bool) {
    if !alone { beginLine(token) }
    if isIgnoring { return }
    if let include = include(token.name, indent: alone ? indent(before: index) : nil) {
      append(.include(include, arguments: []))
    }
  }

  private mutating func open(_ sigil: Sigil, _ token: Token, inLine: Bool) {
    if inLine { beginLine(token) }
    var tag = OpenTag(sigil: sigil, name: token.name, range: token.range)
    tag.isIgnored = isIgnoring
    tag.isInLine = inLine
    if sigil == .parent, !inLine { tag.indent = indent(before: index) }
    stack.append(tag)
  }

  private mutating func openBlock(_ token: Token, alone: Bool) {
    var tag = OpenTag(sigil: .block, name: token.name, range: token.range)
    tag.outerMargin = margin
    if isIgnoring {
      tag.isArgument = true
      tag.isInLine = !layout.endsLine(index)
      if !tag.isInLine {
        margin = Array(file.bytes[layout.margin(at: index + 2)])
        if !alone { skipLineEnd() }
      }
    } else {
      tag.isInLine = !alone
      if !alone { beginLine(token) }
      tag.indent = alone ? intrinsicIndent(ofBlockAt: index) : indent(before: index)
    }
    stack.append(tag)
  }

  /// The indentation of a block's own first line, or of its tag when the block is empty.
  private mutating func intrinsicIndent(ofBlockAt index: Int) -> Range<Int> {
    let first = index + 2
    let next = layout.isIndentation(first) ? first + 1 : first
    let isEmpty = next >= layout.tokens.count || layout.tokens[next].kind == .tag(.close)
    return pool.add(stripped(isEmpty ? layout.indentation(before: index) : layout.margin(at: first)))
  }

  private mutating func close(_ token: Token, alone: Bool) {
    guard let depth = matchingDepth(token) else { return }
    while stack.count > depth + 1 { reportUnclosed(stack.removeLast()) }
    let isParent = stack[depth].sigil == .parent
    let vanishes = isParent ? !stack[depth].isInLine : alone
    if !vanishes, !isParent, !stack[depth].isArgument { beginLine(token) }
    finish(stack.removeLast())
    if vanishes, layout.endsLine(index) { skipLineEnd() }
  }

  /// The place of the open tag that a closing one ends; nil, with a report, when it ends none.
  private mutating func matchingDepth(_ token: Token) -> Int? {
    let name = file.bytes[token.name]
    let depth = stack.indices.dropFirst().last { file.bytes[stack[$0].name].elementsEqual(name) }
    if depth == nil { reportUnopened(token) }
    return depth
  }

  private mutating func finish(_ tag: OpenTag) {
    if tag.sigil == .block { margin = tag.outerMargin }
    if tag.isIgnored { return }
    switch tag.sigil {
    case .section, .inverted:
      if let name = name(tag.name) { append(.section(name, inverted: tag.sigil == .inverted, tag.body)) }
    case .parent:
      let indent = tag.isInLine ? nil : tag.indent
      if let include = include(tag.name, indent: indent) { append(.include(include, arguments: tag.arguments)) }
    case .block: finishBlock(tag)
    default: break
    }
  }

  private mutating func finishBlock(_ tag: OpenTag) {
    guard let name = word(tag.name) else { return }
    let block = Block(name: name, range: tag.name, body: tag.body, opensLine: !tag.isInLine, indent: tag.indent)
    if !tag.isArgument { return append(.block(block)) }
    if let first = stack[stack.count - 1].arguments.first(where: { $0.name == name }) {
      return reportTwice(block, first: first)
    }
    stack[stack.count - 1].arguments.append(block)
  }
}
