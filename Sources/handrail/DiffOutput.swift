import Diagnostics
import Redlines
import Rendering
import Workspace

/// Writes redlines in the chosen form.
struct DiffOutput {
  let language: Language
  let view: DiffView

  /// One object for one pair; for whole handbooks a list of them.
  func json(_ redlines: [Redline], isFolder: Bool) -> [UInt8] {
    if !isFolder, let only = redlines.first { return RedlineJSON.bytes(only, language: language) }
    var bytes = Array("{\"documents\":[".utf8)
    for (index, redline) in redlines.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += RedlineJSON.bytes(redline, language: language)
    }
    return bytes + Array("]}\n".utf8)
  }
}
