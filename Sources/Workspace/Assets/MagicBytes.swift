/// The marks by which file formats are known.
struct MagicBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether the bytes bear the mark of a type. Texts have none: they must be without NUL and not look like a page.
  func match(_ type: AssetType) -> Bool {
    switch type {
    case .png: starts([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    case .jpeg: starts([0xFF, 0xD8, 0xFF])
    case .gif: starts("GIF87a") || starts("GIF89a")
    case .webp: starts("RIFF") && has("WEBP", at: 8)
    case .avif: has("ftyp", at: 4) && brands.contains { $0.elementsEqual("avif".utf8) || $0.elementsEqual("avis".utf8) }
    case .bmp: starts("BM") && has([0, 0, 0, 0], at: 6)
    case .icon: starts([0, 0, 1, 0])
    case .svg: isMarkup
    case .pdf: starts("%PDF-")
    case .officeXML: starts([0x50, 0x4B, 3, 4]) && contains("[Content_Types].xml")
    case .openDocument: starts([0x50, 0x4B, 3, 4]) && has("mimetypeapplication/vnd.oasis.opendocument.", at: 30)
    case .office: starts([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    case .richText: starts("{\\rtf")
    case .zip: starts([0x50, 0x4B, 3, 4]) || starts([0x50, 0x4B, 5, 6])
    case .mp4: has("ftyp", at: 4) || has("moov", at: 4)
    case .webm: starts([0x1A, 0x45, 0xDF, 0xA3])
    case .mp3: starts("ID3") || (bytes.count > 1 && bytes[0] == 0xFF && bytes[1] & 0xE6 == 0xE2)
    case .wave: starts("RIFF") && has("WAVE", at: 8)
    case .ogg: starts("OggS")
    case .woff: starts("wOFF") || starts("wOF2")
    case .text: !bytes.contains(0) && !isMarkup
    }
  }

  /// Whether a browser that guesses would take the bytes for a page (mimesniff.spec.whatwg.org 7.1).
  var isMarkup: Bool {
    var index = starts([0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "<") else { return false }
    return Self.marks.contains { mark in
      guard bytes.count - index - 1 >= mark.utf8.count else { return false }
      return zip(mark.utf8, bytes[(index + 1)...]).allSatisfy { $0 == ($1 >= 0x41 && $1 <= 0x5A ? $1 | 0x20 : $1) }
    }
  }

  private static let marks = [
    "!doctype", "!--", "?xml", "html", "head", "script", "iframe", "h1", "div", "font", "table", "a ", "a>", "style",
    "title", "b>", "b ", "body", "br", "p>", "p ", "svg", "img", "meta", "link", "object", "embed", "form",
  ]

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x0C
  }

  /// The brands of an ISO media file (ISO/IEC 14496-12, ftyp): its own and the compatible ones.
  private var brands: [ArraySlice<UInt8>] {
    guard bytes.count >= 16 else { return [] }
    let size = bytes[0..<4].reduce(0) { $0 << 8 | Int($1) }
    let end = min(size, bytes.count, 256)
    return stride(from: 8, to: max(end - 3, 8), by: 4).map { bytes[$0..<$0 + 4] }
  }

  private func starts(_ mark: [UInt8]) -> Bool { bytes.starts(with: mark) }

  private func starts(_ mark: StaticString) -> Bool { has(mark, at: 0) }

  private func has(_ mark: StaticString, at offset: Int) -> Bool {
    has(Array(UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount)), at: offset)
  }

  private func has(_ mark: [UInt8], at offset: Int) -> Bool {
    bytes.count >= offset + mark.count && bytes[offset..<offset + mark.count].elementsEqual(mark)
  }

  private func contains(_ mark: String) -> Bool {
    let mark = Array(mark.utf8)
    guard let first = mark.first else { return true }
    return bytes.indices.contains { bytes[$0] == first && has(mark, at: $0) }
  }
}
