import Markdown

extension ArticleReader {
  /// A quote or alert that warns; nil for a quote without a signal word.
  func warning(_ block: Block) -> Warning? {
    let children = Array(view.children(of: block))
    guard let first = children.first else { return nil }
    let level: WarningLevel
    switch view.alert(of: block) {
    case .warning: level = .warning
    case .caution: level = .caution
    case .note, .tip, .important: level = .note
    case nil:
      guard view.kind(of: first) == .paragraph, let signal = SignalWord.read(lines[first]) else { return nil }
      level = signal.level
    }
    return warning(level, block, children)
  }

  private func warning(_ level: WarningLevel, _ block: Block, _ children: [Block]) -> Warning {
    guard let first = children.first, view.kind(of: first) == .paragraph else {
      return Warning(level: level, block: block, lead: .empty, rest: children)
    }
    let line = lines[first]
    let signal = SignalWord.read(line)
    let lead = line.phrase((signal?.rest ?? 0)..<line.bytes.count)
    return Warning(level: signal?.level ?? level, block: block, lead: lead, rest: Array(children.dropFirst()))
  }
}
