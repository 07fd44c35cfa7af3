internal import Glibc

/// What came of reading a file.
enum Reading: Sendable {
  /// The whole file.
  case bytes([UInt8])
  /// The file is larger than it may be, by its size in bytes; nothing or not all of it was read.
  case tooLarge(Int)
  /// It is a folder, a pipe, a socket or a device.
  case notFile
  /// The system refused, by its error number.
  case failed(Int32)
}

extension OpenFolder {
  /// Reads a file once: what is returned is all that anybody sees of it.
  ///
  /// - Parameters:
  ///   - path: the relative path.
  ///   - limit: the most bytes that it may have.
  func read(_ path: String, limit: Int) -> Reading {
    // Without O_NONBLOCK a pipe that took the file's place would hold the program up.
    let file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else { return .failed(-file) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return .failed(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .notFile }
    guard status.st_size <= limit else { return .tooLarge(Int(status.st_size)) }
    return Self.readAll(file, expected: Int(status.st_size), limit: limit)
  }

  /// The SHA-256 of a file, read in pieces; nil when it cannot be read.
  func digest(of path: String) -> Digest? {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
      let digest = RunningDigest()
      while true {
        let got = Glibc.read(file, buffer.baseAddress, buffer.count)
        if got == 0 { return digest.finished }
        if got > 0 {
          digest.update(UnsafeRawBufferPointer(rebasing: buffer[..<got]))
        } else if errno != EINTR {
          return nil
        }
      }
    }
  }

  /// The size of a file below the folder, without opening it; nil when there is none.
  func size(of path: String) -> Int? {
    var status = stat()
    guard fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return Int(status.st_size)
  }

  /// Reads to the end. One byte more than expected is asked for, so that a file of the expected size takes one call;
  /// one that grows meanwhile is followed up to the limit.
  private static func readAll(_ file: Int32, expected: Int, limit: Int) -> Reading {
    var failure: Int32 = 0
    var ended = false
    var bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, count in
      count = 0
      while count < buffer.count, !ended, failure == 0 {
        let got = Glibc.read(file, buffer.baseAddress.map { $0 + count }, buffer.count - count)
        if got < 0 {
          if errno != EINTR { failure = errno }
        } else {
          count += got
          ended = got == 0 || count == expected
        }
      }
    }
    while failure == 0, !ended {
      if bytes.count > limit { return .tooLarge(bytes.count) }
      let more = chunk(file, &failure)
      ended = more.isEmpty
      bytes += more
    }
    return failure == 0 ? .bytes(bytes) : .failed(failure)
  }

  private static func chunk(_ file: Int32, _ failure: inout Int32) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      var got = Glibc.read(file, buffer.baseAddress, buffer.count)
      while got < 0, errno == EINTR { got = Glibc.read(file, buffer.baseAddress, buffer.count) }
      if got < 0 { code = errno }
      count = max(got, 0)
    }
    failure = code
    return bytes
  }
}
