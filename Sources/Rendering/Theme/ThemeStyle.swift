internal import Diagnostics
internal import Procedures

/// What handbook.yml changes of the styles: rules that are put behind those of the theme.
struct ThemeStyle {
  private let screen: String
  private let page: String

  init(_ settings: Settings) {
    let colour = settings.theme.colour?.value
    let accent = settings.theme.accent?.value ?? colour
    screen = accent.map { "\n:root { --accent: \($0); }\n" } ?? ""
    let size: String? =
      switch settings.print.paper?.value {
      case .a5: "A5"
      case .letter: "letter"
      case .wall: "A3 landscape"
      case .a4, nil: nil
      }
    page = size.map { "@page { size: \($0); }\n" } ?? ""
  }

  /// The files with the rules added; the last style of the screen is the one that counts.
  func applied(to files: [SourceFile]) -> [SourceFile] {
    var files = files
    if !screen.isEmpty, let place = files.lastIndex(where: { $0.path == "templates/assets/site.css" }) {
      files[place] = SourceFile(path: files[place].path, bytes: files[place].bytes + Array(screen.utf8))
    }
    if !page.isEmpty { files.append(SourceFile(path: "templates/assets/page.css", bytes: Array(page.utf8))) }
    return files
  }
}
