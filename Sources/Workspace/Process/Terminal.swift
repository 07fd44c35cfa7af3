internal import Glibc

/// What stderr or stdout leads to.
package struct Terminal: Sendable, Hashable {
  /// Whether somebody is watching.
  package let isTerminal: Bool
  /// The width in columns; 80 where it is not known.
  package let width: Int
  /// Whether messages may be coloured (spec/cli.md; no-color.org).
  package let hasColour: Bool

  /// States what stderr is, for tests and for `--quiet`.
  package init(isTerminal: Bool, width: Int = 80, hasColour: Bool = false) {
    self.isTerminal = isTerminal
    self.width = width
    self.hasColour = hasColour
  }

  /// Looks at this process's stderr, `NO_COLOR` and `TERM`.
  package static var standardError: Terminal { Terminal(STDERR_FILENO) }

  /// Looks at this process's stdout, `NO_COLOR` and `TERM`.
  package static var standardOutput: Terminal { Terminal(STDOUT_FILENO) }

  private init(_ file: Int32) {
    guard isatty(file) == 1 else {
      self.init(isTerminal: false)
      return
    }
    var size = winsize()
    let known = ioctl(file, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let term = getenv("TERM").map { String(cString: $0) } ?? "dumb"
    let refused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    self.init(isTerminal: true, width: known ? Int(size.ws_col) : 80, hasColour: term != "dumb" && !refused)
  }
}
