internal import CCrypto

/// A SHA-256 of some bytes (FIPS 180-4), by libcrypto, which uses the processor's own instructions for it.
package struct Digest: Sendable, Hashable {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// Looking an algorithm up costs more than hashing a page, so it is done once; libcrypto's method tables are
  /// immutable and may be used by all threads.
  fileprivate nonisolated(unsafe) static let method: OpaquePointer? = {
    // The machine's openssl.cnf, or one that the environment names, has no say here: one that asks for a provider
    // which is not installed takes the algorithm away.
    OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil)
    return EVP_MD_fetch(nil, "SHA256", nil) ?? EVP_sha256()
  }()

  /// Hashes bytes; linear in them.
  package init(_ bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { Digest($0) }
  }

  /// Hashes bytes; linear in them.
  package init(_ bytes: UnsafeRawBufferPointer) {
    self.init { EVP_Digest(bytes.baseAddress, bytes.count, $0, nil, Self.method, nil) }
  }

  /// Takes the 32 bytes that a call of libcrypto writes.
  fileprivate init(_ call: (UnsafeMutablePointer<UInt8>?) -> Int32) {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    let done = withUnsafeMutableBytes(of: &words) { call($0.baseAddress?.assumingMemoryBound(to: UInt8.self)) }
    // A wrong hash would be published as a proof; there is no way to go on without one.
    precondition(done == 1, "libcrypto has no SHA-256")
    self.words = words
  }

  /// Reads 64 lower-case hexadecimal digits; anything else is nil.
  package init?(hex: some Collection<UInt8>) {
    guard hex.count == 64 else { return nil }
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var index = 0
    var high: UInt8 = 0
    for digit in hex {
      guard let value = Self.value(of: digit) else { return nil }
      if index % 2 == 0 {
        high = value << 4
      } else {
        withUnsafeMutableBytes(of: &words) { $0[index / 2] = high | value }
      }
      index += 1
    }
    self.words = words
  }

  /// The 32 bytes.
  package var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

  /// The 64 lower-case hexadecimal digits, as bytes.
  package var hexBytes: [UInt8] {
    let digits: StaticString = "0123456789abcdef"
    return withUnsafeBytes(of: words) { bytes in
      [UInt8](unsafeUninitializedCapacity: 64) { buffer, count in
        for (index, byte) in bytes.enumerated() {
          buffer[2 * index] = digits.utf8Start[Int(byte >> 4)]
          buffer[2 * index + 1] = digits.utf8Start[Int(byte & 15)]
        }
        count = 64
      }
    }
  }

  /// The 64 lower-case hexadecimal digits.
  package var hex: String { String(decoding: hexBytes, as: UTF8.self) }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  package static func == (a: Digest, b: Digest) -> Bool { a.words == b.words }

  package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

/// A SHA-256 of bytes that come in pieces.
struct RunningDigest: ~Copyable {
  private let context = EVP_MD_CTX_new()

  init() {
    precondition(EVP_DigestInit_ex(context, Digest.method, nil) == 1, "libcrypto has no SHA-256")
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Adds bytes; linear in them.
  func update(_ bytes: UnsafeRawBufferPointer) { EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) }

  /// The digest of all pieces; nothing may be added after it.
  var finished: Digest { Digest { EVP_DigestFinal_ex(context, $0, nil) } }
}
