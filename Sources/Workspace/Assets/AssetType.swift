package import Diagnostics

/// What a published attachment may be. Its bytes must be what its name says, and nothing that a browser would run is
/// published (spec/checks.md, asset-type).
///
/// The list is closed: `png jpg jpeg gif webp avif bmp ico` `svg` (without active content) `pdf` `docx xlsx pptx`
/// `odt ods odp` `doc xls ppt` `rtf` `zip` `mp4 m4v mov m4a` `webm` `mp3 wav ogg` `woff woff2` and the texts
/// `txt csv tsv md json yml yaml ics vcf log`. A name without an extension, `html`, `js`, `css`, `xml`, programs and
/// everything else is refused.
package enum AssetType: Sendable, Hashable {
  case png, jpeg, gif, webp, avif, bmp, icon, svg, pdf, officeXML, openDocument, office, richText, zip
  case mp4, webm, mp3, wave, ogg, woff, text

  /// The type that a name promises, by its extension without regard to case; nil where it is not on the list.
  package init?(name: String) {
    guard let file = name.utf8.split(separator: UInt8(ascii: "/")).last,
      let dot = file.lastIndex(of: UInt8(ascii: "."))
    else { return nil }
    switch String(Substring(file[file.index(after: dot)...])).lowercased() {
    case "png": self = .png
    case "jpg", "jpeg": self = .jpeg
    case "gif": self = .gif
    case "webp": self = .webp
    case "avif": self = .avif
    case "bmp": self = .bmp
    case "ico": self = .icon
    case "svg": self = .svg
    case "pdf": self = .pdf
    case "docx", "xlsx", "pptx": self = .officeXML
    case "odt", "ods", "odp": self = .openDocument
    case "doc", "xls", "ppt": self = .office
    case "rtf": self = .richText
    case "zip": self = .zip
    case "mp4", "m4v", "mov", "m4a": self = .mp4
    case "webm": self = .webm
    case "mp3": self = .mp3
    case "wav": self = .wave
    case "ogg": self = .ogg
    case "woff", "woff2": self = .woff
    case "txt", "csv", "tsv", "md", "json", "yml", "yaml", "ics", "vcf", "log": self = .text
    default: return nil
    }
  }

  /// Whether browsers show it as an image.
  package var isImage: Bool {
    switch self {
    case .png, .jpeg, .gif, .webp, .avif, .bmp, .icon, .svg: true
    case .pdf, .officeXML, .openDocument, .office, .richText, .zip, .mp4, .webm, .mp3, .wave, .ogg, .woff, .text: false
    }
  }

  /// Compares an attachment with its name.
  ///
  /// - Parameters:
  ///   - name: the path of the attachment.
  ///   - bytes: the whole file.
  /// - Returns: what is wrong with it, nil where nothing is. Linear in the bytes.
  package static func check(_ name: String, _ bytes: [UInt8]) -> Diagnostic? {
    guard let type = AssetType(name: name) else {
      return finding(
        name,
        Localized(zh: "不能发布这种类型的附件", en: "an attachment of this type cannot be published"),
        help: Localized(
          zh: "可用：图片、PDF、Office 与 OpenDocument 文件、音视频、zip、纯文本与 CSV",
          en: "use an image, PDF, Office or OpenDocument file, sound, film, zip, plain text or CSV"))
    }
    if type == .svg { return SVGInspection.check(name, bytes) }
    if MagicBytes(bytes).match(type) { return nil }
    let looks = MagicBytes(bytes).isMarkup
    return finding(
      name,
      looks
        ? Localized(zh: "内容是 HTML 或 XML，与扩展名不符", en: "the content is HTML or XML, not what the name says")
        : Localized(zh: "内容与扩展名不符", en: "the content is not what the name says"),
      help: Localized(zh: "用正确的程序重新导出，或改正扩展名", en: "export it again, or mend the extension"))
  }

  static func finding(_ name: String, _ message: Localized, at offset: Int = 0, help: Localized) -> Diagnostic {
    Diagnostic(
      .error, .assetType, path: name, range: SourceRange(offset, offset), message: message, help: help)
  }
}
