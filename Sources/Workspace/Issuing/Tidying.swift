internal import Diagnostics
internal import Glibc
internal import Procedures

/// What an unfinished command staged, and what it wanted to do with it.
struct Pending: Sendable {
  /// The name of its folder.
  let name: String
  /// Its plan; nil where the command had not finished staging, so that nothing outside its folder was touched.
  let plan: Plan?
}

/// The plan of a command that writes to the archive, itself on the disk before anything else is touched.
struct Plan: Sendable {
  static let name = "plan.json"

  /// The head that the ledger has when the command is done.
  let head: String
  /// The new files, below `content/issued/`.
  let places: [String]

  var bytes: [UInt8] {
    JSONValue.object(of: [("head", .string(head)), ("places", .array(places.map { .string($0) }))]).canonicalBytes
  }

  init(head: String, places: [String]) {
    self.head = head
    self.places = places
  }

  init?(parsing bytes: [UInt8]) {
    guard let value = CanonicalJSON.value(bytes), let head = value["head"]?.text,
      let places = value["places"]?.items?.compactMap(\.text), places.allSatisfy(PathText.isSafe)
    else { return nil }
    self.init(head: head, places: places)
  }
}

/// Finishes or undoes what a command left that was killed (spec/versions.md 1).
///
/// A command touches nothing outside its own folder before its plan is on the disk, and its lines are the last thing
/// that it writes. So a plan whose head is in the ledger is done, and every other one is undone.
struct Tidying {
  let issued: OpenFolder
  let disk: Disk
  var notices: [Localized] = []
  /// Files that do not count, where tidying up is not allowed.
  var unfinished: Set<String> = []

  /// The folders that unfinished commands left.
  func pending() throws(WorkspaceError) -> [Pending] {
    switch issued.entries(of: "") {
    case .failure(let error):
      throw WorkspaceError(WorkspaceAction.list.text, path: Archive.folder, code: error.code)
    case .success(let entries):
      let names = entries.compactMap(\.name).filter { $0.hasPrefix(Archive.pendingPrefix) }
      return names.sorted(by: PathText.precedes).map { name in
        guard case .bytes(let bytes) = issued.read(name + "/" + Plan.name, limit: 1 << 28) else {
          return Pending(name: name, plan: nil)
        }
        return Pending(name: name, plan: Plan(parsing: bytes))
      }
    }
  }

  private static func isDone(_ plan: Plan, _ text: LedgerText) -> Bool {
    text.events.reversed().contains { $0.hash == plan.head }
  }

  /// Removes the folders, and what the plans of undone commands had put in place already.
  mutating func tidy(_ pending: [Pending], _ text: LedgerText) throws(WorkspaceError) {
    for one in pending {
      if let plan = one.plan, !Self.isDone(plan, text) {
        try ArchiveFailure.told(Archive.folder) { () throws(Disk.Failure) in try undo(plan) }
        notices.append(
          Localized(
            zh: "上一条写台账的命令没有完成（中途停止），它的 \(plan.places.count) 个文件已撤回；需要的话请再执行一次",
            en:
              "the last command that wrote to the ledger did not finish; its \(plan.places.count) files were taken back: "
              + "run it again if it is still wanted"))
      }
      try ArchiveFailure.told(Archive.folder) { () throws(Disk.Failure) in
        try disk.removeTree(one.name, in: issued)
      }
    }
  }

  /// Leaves everything as it is, but lets the files of undone commands not count.
  mutating func disregard(_ pending: [Pending], _ text: LedgerText) {
    for case let plan? in pending.map(\.plan) where !Self.isDone(plan, text) { unfinished.formUnion(plan.places) }
  }

  private func undo(_ plan: Plan) throws(Disk.Failure) {
    var folders: Set<String> = []
    for place in plan.places {
      if issued.status(of: place)?.isFile == true { try disk.remove(place, in: issued) }
      var path = place
      while let folder = PathText.folder(of: path), folders.insert(folder).inserted { path = folder }
    }
    for folder in folders.sorted(by: { PathText.precedes($1, $0) }) { try disk.removeEmpty(folder, in: issued) }
    try disk.sync("", in: issued)
  }
}
