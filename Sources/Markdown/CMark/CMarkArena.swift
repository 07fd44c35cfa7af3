internal import CCMark

/// The trees of libcmark on this thread; they live as long as this value.
struct CMarkArena: ~Copyable {
  /// The most memory that the trees of one file may take, in bytes.
  static let limit = 256 << 20

  /// Parses one text; nil when the tree grows beyond the limit, and then no earlier tree may be used any more.
  ///
  /// - Parameter bytes: well-formed UTF-8 without NUL, within the limits of `SourceScan`.
  borrowing func parse(_ bytes: [UInt8]) -> OpaquePointer? {
    // Without this option libcmark counts no lines inside code spans and HTML.
    bytes.withUnsafeBytes { raw in
      arena_parse(raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count, CMARK_OPT_SOURCEPOS, Self.limit)
    }
  }

  deinit { arena_reset() }
}
