internal import CSystem
internal import Diagnostics
internal import Glibc
internal import Synchronization

/// One run of git that reads and never writes: no hook, no external program, no network, no configuration but ours.
///
/// A repository from elsewhere may name programs in its own configuration (`core.fsmonitor`, `diff.external`, filters);
/// only commands that run none of them are used, and what can be switched off is switched off (git-config(1)).
final class GitProcess: Sendable {
  private static let environment = [
    "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/nonexistent", "LC_ALL=C", "GIT_CONFIG_NOSYSTEM=1",
    "GIT_CONFIG_GLOBAL=/dev/null", "GIT_ATTR_NOSYSTEM=1", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0",
    "GIT_NO_LAZY_FETCH=1", "GIT_NO_REPLACE_OBJECTS=1", "GIT_ALLOW_PROTOCOL=none", "GIT_PAGER=cat",
    "GIT_LITERAL_PATHSPECS=1",
  ]
  private static let settings = [
    "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.pager=cat", "-c",
    "protocol.allow=never", "-c", "core.alternateRefsCommand=", "-c", "diff.external=", "-c",
    "uploadpack.packObjectsHook=",
  ]

  private let process: pid_t
  private let input: Int32
  private let output: Int32
  private let isRunning = Mutex(true)

  /// Starts git in a folder.
  init(_ arguments: [String], in folder: String) throws(WorkspaceError) {
    var (toChild, fromChild): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard handrail_pipe(&toChild) == 0 else { throw Self.failure(errno) }
    guard handrail_pipe(&fromChild) == 0 else {
      let code = errno
      for end in toChild { close(end) }
      throw Self.failure(code)
    }
    let words = ["git", "-C", folder] + Self.settings + arguments
    let (process, code) = Self.spawn(words, input: toChild[0], output: fromChild[1])
    close(toChild[0])
    close(fromChild[1])
    guard code == 0 else {
      close(toChild[1])
      close(fromChild[0])
      throw Self.failure(code)
    }
    self.process = process
    input = toChild[1]
    output = fromChild[0]
    // Git that ends early must not end us.
    signal(SIGPIPE, SIG_IGN)
  }

  deinit { _ = end() }

  /// Ends git and tells whether it ended well; only the first call does anything.
  func end() -> Bool {
    let wasRunning = isRunning.withLock { isRunning in
      defer { isRunning = false }
      return isRunning
    }
    guard wasRunning else { return false }
    close(input)
    close(output)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return false }
    }
    return status == 0
  }

  private static func spawn(_ words: [String], input: Int32, output: Int32) -> (pid_t, Int32) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = Self.environment.map { strdup($0) } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var process: pid_t = 0
    for program in ["/usr/bin/git", "/usr/local/bin/git", "/bin/git"] where access(program, X_OK) == 0 {
      let code = posix_spawn(&process, program, &actions, nil, &arguments, &environment)
      return (process, code)
    }
    return (0, ENOENT)
  }

  private static func failure(_ code: Int32) -> WorkspaceError {
    code == ENOENT
      ? WorkspaceError(.environment, path: "git", message: Localized(zh: "没有安装 git", en: "git is not installed"))
      : WorkspaceError(Localized(zh: "无法运行 git", en: "cannot run git"), path: "git", code: code)
  }

  /// Writes a line to git.
  func send(_ line: String) -> Bool {
    let bytes = Array((line + "\n").utf8)
    return OpenFolder.writeAll(input, bytes) == 0
  }

  /// Reads up to so many bytes; fewer at the end.
  func read(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      done = 0
      while done < count {
        let got = Glibc.read(output, buffer.baseAddress.map { $0 + done }, count - done)
        if got < 0, errno == EINTR { continue }
        if got <= 0 { return }
        done += got
      }
    }
  }

  /// Reads a line without its end; nil at the end, or for one of more than 64 KiB.
  func readLine() -> [UInt8]? {
    var line: [UInt8] = []
    while line.count < 1 << 16 {
      let byte = read(1)
      guard let byte = byte.first else { return nil }
      if byte == 0x0A { return line }
      line.append(byte)
    }
    return nil
  }

  /// Everything that git writes, and whether it ended well.
  static func output(
    _ arguments: [String], in folder: String, limit: Int = 64 << 20
  ) throws(WorkspaceError) -> (bytes: [UInt8], isWell: Bool) {
    let git = try GitProcess(arguments, in: folder)
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let more = git.read(1 << 16)
      if more.isEmpty { break }
      bytes += more
    }
    return (bytes, bytes.count < limit && git.end())
  }
}
