import Diagnostics
import Redlines
import Rendering
import Workspace

/// How the result is written.
enum DiffFormat: String, CaseIterable { case text, json, html, markdown }

/// Writes redlines in the chosen form.
struct DiffOutput {
  let language: Language
  let view: RedlineText.View

  /// The result of one pair, or of all pairs of two handbooks.
  func bytes(_ redlines: [Redline], _ format: DiffFormat, isFolder: Bool) -> [UInt8] {
    switch format {
    case .json: return json(redlines, isFolder: isFolder)
    case .text:
      let terminal = Terminal.standardOutput
      return RedlineText.bytes(
        redlines, view: view, language: language, width: terminal.width, usesColour: terminal.hasColour)
    case .markdown: return RedlineMarkdown.bytes(redlines, language: language)
    case .html: return RedlineHTML.page(redlines, view: view, language: language)
    }
  }

  /// One object for one pair; for whole handbooks a list of them.
  private func json(_ redlines: [Redline], isFolder: Bool) -> [UInt8] {
    if !isFolder, let only = redlines.first { return RedlineJSON.bytes(only, language: language) }
    var bytes = Array("{\"documents\":[".utf8)
    for (index, redline) in redlines.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += RedlineJSON.bytes(redline, language: language)
    }
    return bytes + Array("]}\n".utf8)
  }
}
