internal import CTemplates
package import Diagnostics

/// The files of `templates/` as they were when the program was compiled.
package enum BuiltInFiles {
  /// All of them, sorted by path; paths begin with `templates/`.
  package static let all: [SourceFile] = (0..<handrail_template_count).compactMap { index in
    let entry = handrail_template_at(index)
    guard let path = entry.path, let bytes = entry.bytes else { return nil }
    return SourceFile(path: String(cString: path), bytes: Array(UnsafeBufferPointer(start: bytes, count: entry.count)))
  }
}
