internal import Diagnostics
internal import Glibc

/// One pass over the handbook's folder: a queue instead of recursion, so that neither depth nor width costs open
/// descriptors.
struct ContentWalk {
  let root: OpenFolder
  private var places: [ContentPlace: [String]] = [:]
  private var diagnostics: [Diagnostic] = []

  /// Starts with nothing found.
  init(root: OpenFolder) {
    self.root = root
  }

  /// Lists a folder at the top of the handbook and all below it.
  ///
  /// - Returns: whether it is there at all.
  mutating func visit(_ top: String) -> Bool {
    var status = stat()
    guard fstatat(root.descriptor, top, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT { return false }
      diagnostics.append(ContentFinding.unreadable(top, code: errno, folder: true))
      return true
    }
    if status.st_mode & S_IFMT == S_IFLNK {
      diagnostics.append(ContentFinding.link(top))
      return true
    }
    var queue = [top]
    while let folder = queue.popLast() {
      switch root.entries(of: folder) {
      case .failure(let error): diagnostics.append(ContentFinding.unreadable(folder, code: error.code, folder: true))
      case .success(let entries): for entry in entries { take(entry, in: folder, &queue) }
      }
    }
    return true
  }

  private mutating func take(_ entry: FolderEntry, in folder: String, _ queue: inout [String]) {
    if entry.shown.utf8.first == UInt8(ascii: ".") || entry.name == "Thumbs.db" { return }
    guard let name = entry.name, !name.unicodeScalars.contains(where: PathText.isHidden) else {
      diagnostics.append(ContentFinding.name(PathText.escaped(folder) + "/" + entry.shown))
      return
    }
    let path = folder + "/" + name
    switch entry.kind {
    case .link: diagnostics.append(ContentFinding.link(path))
    case .other: diagnostics.append(ContentFinding.notFile(path))
    case .folder:
      if path == ContentPlace.settingsPath { diagnostics.append(ContentFinding.notFile(path)) }
      queue.append(path)
    case .file: places[ContentPlace(path), default: []].append(path)
    }
  }

  /// Reads what is to be read, sorted by the bytes of the paths.
  func content(jobs: Int) -> Content {
    var findings = diagnostics
    func texts(_ place: ContentPlace, limit: Int) -> [SourceFile] {
      let paths = sorted(place)
      let readings = Parallel.map(paths, jobs: jobs) { root.read($0, limit: limit) }
      var files: [SourceFile] = []
      files.reserveCapacity(paths.count)
      for (path, reading) in zip(paths, readings) {
        switch reading {
        case .bytes(let bytes): files.append(SourceFile(path: path, bytes: bytes))
        case .tooLarge(let size): findings.append(ContentFinding.large(path, size: size, limit: limit))
        case .notFile: findings.append(ContentFinding.notFile(path))
        case .failed(ELOOP), .failed(EXDEV): findings.append(ContentFinding.link(path))
        case .failed(let code): findings.append(ContentFinding.unreadable(path, code: code, folder: false))
        }
      }
      return files
    }
    func listed(_ place: ContentPlace) -> [Attachment] {
      Parallel.map(sorted(place), jobs: jobs) { Attachment(path: $0, size: root.size(of: $0) ?? 0) }
    }
    let documents = texts(.document, limit: ContentFolder.documentLimit)
    let settings = texts(.settings, limit: ContentFolder.documentLimit).first
    let templates = texts(.template, limit: ContentFolder.templateLimit)
    return Content(
      documents: documents, settings: settings, attachments: listed(.attachment), records: listed(.record),
      issued: listed(.issued), templates: templates,
      diagnostics: findings.sorted { PathText.precedes($0.path, $1.path) }, root: root)
  }

  private func sorted(_ place: ContentPlace) -> [String] {
    (places[place] ?? []).sorted(by: PathText.precedes)
  }
}

/// What a file is by where it stands (spec/format.md 1).
enum ContentPlace: Hashable, Sendable {
  case document, settings, record, issued, template, attachment

  static let settingsPath = "content/handbook.yml"
  private static let folders = [
    "content/procedures/", "content/policies/", "content/roles/", "content/departments/", "content/forms/",
    "content/events/",
  ]

  /// Reads the place from a path below the handbook's folder.
  init(_ path: String) {
    if path.utf8.starts(with: "templates/".utf8) {
      self = .template
    } else if path == Self.settingsPath {
      self = .settings
    } else if path.utf8.starts(with: "content/records/".utf8) {
      self = .record
    } else if path.utf8.starts(with: "content/issued/".utf8) {
      self = .issued
    } else if path.utf8.suffix(3).elementsEqual(".md".utf8),
      Self.folders.contains(where: { path.utf8.starts(with: $0.utf8) })
    {
      self = .document
    } else {
      self = .attachment
    }
  }
}
