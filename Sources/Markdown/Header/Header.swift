package import Diagnostics

/// The front matter of one file: keys and values exactly as the author wrote them, each with its place.
///
/// YAML's own ideas of numbers, dates and truth do not exist here, because they turn `1.10` into `1.1` and `21:30` into
/// 1290 (spec/format.md 2). Reading cannot fail: what is wrong is a finding, and what can be read is kept.
package struct Header: Sendable, Hashable {
  /// One scalar as text.
  package struct Scalar: Sendable, Hashable {
    /// The text: escapes and quotes of YAML are resolved, nothing else is.
    package let text: String
    /// Its bytes in the file, quotes included.
    package let range: SourceRange
    /// Whether it was quoted or written as a block, so that `"~"` is text and `~` is nothing.
    package let quoted: Bool

    /// States a scalar.
    package init(text: String, range: SourceRange, quoted: Bool = false) {
      self.text = text
      self.range = range
      self.quoted = quoted
    }
  }

  /// A key with its value.
  package struct Entry: Sendable, Hashable {
    /// The key.
    package let key: Scalar
    /// The value.
    package let value: Value

    /// Pairs a key with its value.
    package init(key: Scalar, value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// What stands after a key.
  package enum Value: Sendable, Hashable {
    /// Nothing, or a plain `~`.
    case empty(SourceRange)
    /// One text.
    case scalar(Scalar)
    /// A list, `[a, b]` or lines with `-`.
    case list([Value], SourceRange)
    /// Keys below a key.
    case map([Entry], SourceRange)

    /// The bytes of the value in the file.
    package var range: SourceRange {
      switch self {
      case .empty(let range), .list(_, let range), .map(_, let range): range
      case .scalar(let scalar): scalar.range
      }
    }
  }

  /// The top-level keys in the order of the text, without those that were refused.
  package let entries: [Entry]
  /// The whole block with both of its `---` lines; empty at the start where there is none.
  package let range: SourceRange
  /// The first byte of the text after the block.
  package let bodyStart: Int
  /// Whether all of the block could be read; where it could not, a key that is absent may only be unreadable.
  package let isComplete: Bool

  /// The most bytes a header may have.
  package static let sizeLimit = 65_536
  /// The most levels of lists and maps, the top one included.
  package static let depthLimit = 4

  /// States a header that was read elsewhere, or builds one for a test.
  package init(entries: [Entry], range: SourceRange, bodyStart: Int, isComplete: Bool = true) {
    self.entries = entries
    self.range = range
    self.bodyStart = bodyStart
    self.isComplete = isComplete
  }

  /// Reads the front matter between `---` lines at the very start of a file, after an optional byte order mark.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - diagnostics: receives at most 21 findings.
  package init(parsing file: SourceFile, diagnostics: inout [Diagnostic]) {
    var findings: [Diagnostic] = []
    let fence = HeaderFence(in: file, findings: &findings)
    self.init(file: file, fence: fence, findings: findings, diagnostics: &diagnostics)
  }

  /// Reads a whole file as YAML, such as `handbook.yml`; a file without any key is an empty header.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - diagnostics: receives at most 21 findings.
  package init(parsingWhole file: SourceFile, diagnostics: inout [Diagnostic]) {
    let fence = HeaderFence(whole: file)
    self.init(file: file, fence: fence, findings: [], diagnostics: &diagnostics)
  }

  private init(
    file: SourceFile, fence: HeaderFence, findings: [Diagnostic], diagnostics: inout [Diagnostic]
  ) {
    var reader = HeaderReader(file: file, block: fence.content, findings: findings)
    reader.read()
    entries = reader.entries
    range = fence.range
    bodyStart = fence.bodyStart
    isComplete = reader.isComplete && fence.isSound
    diagnostics += reader.findings.limited(toFile: file.path)
  }
}
