import Markdown

extension ArticleReader {
  /// A quote or alert that warns; nil for a quote without a signal word.
  func warning(_ block: Block) -> Warning? {
    let children = Array(document.children(of: block))
    guard let first = children.first else { return nil }
    let level: WarningLevel
    switch document.kind(of: block) {
    case .alert(.warning): level = .warning
    case .alert(.caution): level = .caution
    case .alert(.note), .alert(.tip), .alert(.important): level = .note
    default:
      guard document.kind(of: first) == .paragraph, let signal = SignalWord.read(Line(first, of: document)) else { return nil }
      level = signal.level
    }
    return Self.warning(level, block, children, document)
  }

  private static func warning(_ level: WarningLevel, _ block: Block, _ children: [Block], _ document: Document) -> Warning {
    guard let first = children.first, document.kind(of: first) == .paragraph else {
      return Warning(level: level, block: block, lead: .empty, rest: children)
    }
    let line = Line(first, of: document)
    let signal = SignalWord.read(line)
    let lead = line.phrase((signal?.rest ?? 0)..<line.bytes.count)
    return Warning(level: signal?.level ?? level, block: block, lead: lead, rest: Array(children.dropFirst()))
  }
}
