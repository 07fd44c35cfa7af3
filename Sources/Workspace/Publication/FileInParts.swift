internal import Diagnostics
internal import Glibc
internal import Synchronization

/// One large file of a publication whose parts are made side by side and written in their order, so that no more of it
/// is in memory than what is waiting for its turn.
package final class FileInParts: Sendable {
  private struct State: ~Copyable {
    var file: Int32
    var next = 0
    /// Parts that were made before their turn.
    var waiting: [Int: [UInt8]] = [:]
    var digest = RunningDigest()
    var size = 0
    var code: Int32 = 0
  }

  /// The path below the output folder.
  let path: String
  private let count: Int
  private let state: Mutex<State>

  /// Takes over an open file, or the error number of one that could not be opened.
  init(path: String, parts count: Int, file: Int32) {
    self.path = path
    self.count = count
    state = Mutex(State(file: file, code: file < 0 ? -file : 0))
  }

  deinit { state.withLock { if $0.file >= 0 { close($0.file) } } }

  /// Adds a part; may be called from many threads at once, for each part once.
  ///
  /// - Returns: nothing while parts are missing; after the last one what was written, or the error number.
  func write(_ part: Int, _ bytes: [UInt8]) -> Result<Manifest.Entry, SystemError>? {
    state.withLock { state in
      guard part == state.next else {
        state.waiting[part] = bytes
        return nil
      }
      Self.append(bytes, to: &state)
      while let bytes = state.waiting.removeValue(forKey: state.next) { Self.append(bytes, to: &state) }
      return state.next == count ? finished(&state) : nil
    }
  }

  private static func append(_ bytes: [UInt8], to state: inout State) {
    state.next += 1
    if state.code == 0 { state.code = OpenFolder.writeAll(state.file, bytes) }
    bytes.withUnsafeBytes { state.digest.update($0) }
    state.size += bytes.count
  }

  private func finished(_ state: inout State) -> Result<Manifest.Entry, SystemError> {
    if state.file >= 0, close(state.file) != 0, state.code == 0, errno != EINTR { state.code = errno }
    state.file = -1
    if state.code != 0 { return .failure(SystemError(code: state.code)) }
    return .success(Manifest.Entry(path: path, size: state.size, digest: state.digest.finished))
  }
}
