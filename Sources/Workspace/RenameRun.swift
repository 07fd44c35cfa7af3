package import Diagnostics
package import Procedures

/// `handrail rename`: the changes, proven on the model before anything is written.
package struct RenameRun: Sendable {
  /// The changes.
  package let renaming: Renaming
  /// The settings of the handbook, for the language of messages.
  package let settings: Settings
  private let root: String

  /// Works out the changes and reads the handbook with them; nothing is written.
  ///
  /// - Throws: when the name cannot be given, or when the handbook would have an error that it has not.
  package init(role isRole: Bool, _ old: String, to new: String, in root: String) throws(WorkspaceError) {
    self.root = root
    let content = try ContentFolder.read(handbook: root)
    let loaded = LoadedHandbook(content)
    settings = loaded.handbook.settings
    do {
      renaming = try Renaming(role: isRole, old, to: new, in: loaded.handbook, settings: content.settings)
    } catch {
      throw WorkspaceError(.usage, path: old, message: Self.message(error, isRole: isRole, new))
    }
    let after = LoadedHandbook(content.replacing(renaming.changes.map(\.new), adding: renaming.created))
    if let error = Self.newError(loaded, after) {
      throw WorkspaceError(
        .usage, path: error.path,
        message: Localized(
          zh: "改名后会出现新的错误，所以没有改：\(error.message.zh)",
          en: "nothing was changed, because there would be a new error: \(error.message.en)"))
    }
  }

  /// An error that there are more of afterwards, by rule and file.
  private static func newError(_ before: LoadedHandbook, _ after: LoadedHandbook) -> Diagnostic? {
    struct Kind: Hashable {
      let rule: RuleName
      let path: String
    }
    var counts: [Kind: Int] = [:]
    for finding in before.diagnostics where finding.severity == .error {
      counts[Kind(rule: finding.rule, path: finding.path), default: 0] += 1
    }
    return after.diagnostics.first { finding in
      guard finding.severity == .error else { return false }
      let kind = Kind(rule: finding.rule, path: finding.path)
      counts[kind, default: 0] -= 1
      return counts[kind, default: 0] < 0
    }
  }

  /// Writes the changes, all or none; the file that makes both names understood comes first.
  package func write() throws(WorkspaceError) {
    var copy = try WorkingCopy(at: root)
    if let created = renaming.created { try copy.create(created) }
    do {
      try copy.replaceAll(renaming.changes)
    } catch {
      if let created = renaming.created { copy.remove(created) }
      throw error
    }
  }

  private static func message(_ fault: Renaming.Fault, isRole: Bool, _ new: String) -> Localized {
    let (zh, en) = isRole ? ("岗位", "role") : ("部门", "department")
    switch fault {
    case .unknown(let nearest):
      let near = nearest.map { ("，最接近的是“\($0)”", "; the nearest is “\($0)”") } ?? ("", "")
      return Localized(zh: "没有这个\(zh)\(near.0)", en: "there is no such \(en)\(near.1)")
    case .ambiguous(let names):
      return Localized(
        zh: "有几个岗位叫这个名称，写成“部门/岗位”：\(names.joined(separator: "、"))",
        en: "several roles bear the name; write department/role: \(names.joined(separator: ", "))")
    case .taken: return Localized(zh: "“\(new)”已经有了", en: "“\(new)” exists already")
    case .invalid:
      return Localized(
        zh: "“\(new)”不能作名称：不要有空白、标点和 /", en: "“\(new)” cannot be a name: no blanks at its ends, no punctuation, no /")
    }
  }
}
