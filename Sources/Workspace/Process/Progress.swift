internal import Glibc
internal import Synchronization

/// One line on stderr that counts what is done; nothing where nobody is watching.
///
/// It writes after every hundredth of the work, never by the clock, and may be advanced from many threads.
package final class Progress: Sendable {
  private let label: String
  private let total: Int
  private let step: Int
  private let isShown: Bool
  private let output: Int32
  private let done = Atomic<Int>(0)

  /// Begins to count.
  ///
  /// - Parameters:
  ///   - label: what is done, such as "生成页面"; it is not shortened.
  ///   - total: how many steps there are.
  ///   - terminal: where stderr leads to.
  package convenience init(_ label: String, total: Int, terminal: Terminal) {
    self.init(label, total: total, isShown: terminal.isTerminal, output: STDERR_FILENO)
  }

  init(_ label: String, total: Int, isShown: Bool, output: Int32) {
    self.label = label
    self.total = total
    self.isShown = isShown
    self.output = output
    step = max(1, total / 100)
  }

  /// Counts one step more.
  package func advance() {
    guard isShown else { return }
    let count = done.wrappingAdd(1, ordering: .relaxed).newValue
    if count % step == 0 || count == total { put("\r\(label) \(count)/\(total)\u{1B}[K") }
  }

  /// Clears the line, so that what is printed next stands alone.
  package func finish() {
    if isShown { put("\r\u{1B}[K") }
  }

  private func put(_ text: String) {
    let bytes = Array(text.utf8)
    // A line of progress that cannot be written is no reason to stop.
    _ = bytes.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
  }
}
