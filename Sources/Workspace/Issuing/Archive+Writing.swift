package import Diagnostics
internal import Glibc
package import Procedures

/// What one command writes to the archive: some new files and some lines, all of it or nothing.
struct Filing: Sendable {
  /// The new files, below `content/issued/`.
  var files: [(place: String, bytes: [UInt8])] = []
  /// What is recorded, in order.
  var actions: [LedgerAction] = []
}

extension Archive {
  /// Writes a filing and gives its events back.
  ///
  /// 1. The new files are staged in a folder of their own and brought to the disk, then the plan that names them.
  /// 2. They are moved to their places; none of these names existed before.
  /// 3. The lines are appended in one write and brought to the disk: from then on the filing counts.
  /// 4. The folder is removed.
  ///
  /// Whatever stops it before the third step is undone by the next command, so the ledger is the old or the new one.
  func write(_ filing: Filing, at: Instant, backdated: String?) throws(WorkspaceError) -> [LedgerEvent] {
    let events = seal(filing.actions, at: at, backdated: backdated)
    guard let last = events.last else { return [] }
    var new: [(place: String, bytes: [UInt8])] = []
    for file in filing.files where try !holds(file) { new.append(file) }
    let name = Self.pendingPrefix + Self.randomName()
    do {
      try ArchiveFailure.told(Self.folder) { () throws(Disk.Failure) in
        try stage(new, Plan(head: last.hash, places: new.map(\.place)), in: name)
        try place(new.map(\.place), from: name)
        try disk.append(events.flatMap(\.line), to: Self.ledgerName, keeping: text.end, in: issued)
        try disk.sync("", in: issued)
        try disk.removeTree(name, in: issued)
      }
    } catch {
      // A full disk leaves nothing behind if it can be helped; if not, the next command sees to it.
      var tidying = Tidying(issued: issued, disk: disk)
      if let pending = try? tidying.pending(), let text = try? Self.reread(issued) { try? tidying.tidy(pending, text) }
      throw error
    }
    return events
  }

  /// Whether a file is kept already, byte for byte.
  private func holds(_ file: (place: String, bytes: [UInt8])) throws(WorkspaceError) -> Bool {
    guard issued.status(of: file.place) != nil else { return false }
    if case .bytes(let bytes) = issued.read(file.place, limit: Attachment.limit), bytes == file.bytes { return true }
    throw WorkspaceError(
      .ledger, path: Self.folder + "/" + file.place,
      message: Localized(
        zh: "这里已有一个内容不同的文件，不会覆盖；用 handrail verify 查看",
        en: "another file stands here and is never overwritten; run handrail verify"))
  }

  private static func reread(_ issued: OpenFolder) throws(WorkspaceError) -> LedgerText {
    guard case .bytes(let bytes) = issued.read(ledgerName, limit: 1 << 32) else {
      return LedgerText(reading: [], digest: { _ in "" }, map: { Parallel.map(count: $0, $1) })
    }
    return LedgerText(reading: bytes, digest: { Digest($0).hex }, map: { Parallel.map(count: $0, $1) })
  }

  /// The events of some actions behind the last line.
  func seal(_ actions: [LedgerAction], at: Instant, backdated: String?) -> [LedgerEvent] {
    var events: [LedgerEvent] = []
    for (index, action) in actions.enumerated() {
      let last = events.last ?? ledger.events.last
      events.append(
        LedgerEvent(
          action, at: at, backdated: backdated,
          batch: actions.count > 1 ? .init(number: index + 1, count: actions.count) : nil,
          seq: (last?.seq ?? 0) + 1, prev: last?.hash ?? LedgerEvent.origin
        ) { Digest($0).hex })
    }
    return events
  }

  private func stage(
    _ files: [(place: String, bytes: [UInt8])], _ plan: Plan, in name: String
  ) throws(Disk.Failure) {
    try disk.makeFolders(name, in: issued)
    var folders: Set<String> = []
    for file in files {
      let path = name + "/files/" + file.place
      try disk.create(path, file.bytes, in: issued)
      var part = path
      while let folder = PathText.folder(of: part), folders.insert(folder).inserted { part = folder }
    }
    for folder in folders.sorted(by: PathText.precedes) { try disk.sync(folder, in: issued) }
    try disk.create(name + "/plan.part", plan.bytes, in: issued)
    try disk.move(name + "/plan.part", from: issued, to: issued, as: name + "/" + Plan.name)
    try disk.sync(name, in: issued)
    try disk.sync("", in: issued)
  }

  private func place(_ places: [String], from name: String) throws(Disk.Failure) {
    var folders: Set<String> = [""]
    for place in places {
      try disk.move(name + "/files/" + place, from: issued, to: issued, as: place)
      var part = place
      while let folder = PathText.folder(of: part), folders.insert(folder).inserted { part = folder }
    }
    for folder in folders.sorted(by: { PathText.precedes($1, $0) }) { try disk.sync(folder, in: issued) }
  }

  private static func randomName() -> String {
    var random = SystemRandomNumberGenerator()
    let number = String(random.next() as UInt64, radix: 16)
    return String(repeating: "0", count: 16 - number.utf8.count) + number
  }
}
