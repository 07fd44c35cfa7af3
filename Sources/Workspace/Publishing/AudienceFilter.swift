internal import Diagnostics
internal import Markdown
internal import Procedures

/// Who may see what (spec/versions.md 2): what is not known to be open enough is closed.
struct AudienceFilter: Sendable {
  private let settings: Settings
  /// How closed a document may be, 0 for the most open level.
  let rank: Int

  /// Whether names and telephone numbers of people are shown: from the second level up.
  var showsPeople: Bool { settings.audiences.isEmpty || rank > 0 }
  private var closed: Int { max(settings.audiences.count - 1, 0) }

  /// Reads `--audience`.
  ///
  /// - Parameter isOff: whether everything may be seen.
  init(_ audience: String?, _ settings: Settings, isOff: Bool = false) throws(WorkspaceError) {
    self.settings = settings
    if isOff {
      rank = Int.max
      return
    }
    guard let audience else {
      rank = 0
      return
    }
    guard let found = settings.rank(ofAudience: audience) else {
      let names = settings.audiences.map(\.text).joined(separator: "、")
      throw WorkspaceError(
        .usage, path: "--audience",
        message: names.isEmpty
          ? Localized(zh: "handbook.yml 没有列出“密级”，不能按密级发布", en: "handbook.yml lists no audiences")
          : Localized(
            zh: "没有密级“\(audience)”；handbook.yml 列出的是 \(names)",
            en: "there is no audience \"\(audience)\"; handbook.yml lists \(names)"))
    }
    rank = found
  }

  /// How closed a level is; one that handbook.yml does not list is closed to everybody.
  private func rank(of level: String?) -> Int {
    if let level { return settings.rank(ofAudience: level) ?? settings.audiences.count + 1 }
    return settings.defaultAudience.flatMap { settings.rank(ofAudience: $0.text) } ?? closed
  }

  /// Whether a card may be seen by its own level.
  func shows(_ card: Card) -> Bool {
    switch card {
    case .control(let card): rank(of: card.audience?.text) <= rank
    case .role(let card): rank(ofName: card.audience) <= rank
    case .event(let card): rank(ofName: card.audience) <= rank
    case .department: true
    }
  }

  /// Roles and events are open to all unless they say otherwise: procedures that are open name them.
  private func rank(ofName level: Named?) -> Int { level.map { rank(of: $0.text) } ?? 0 }

  /// Whether a sealed text may be seen: the stricter of its own level and of the newest one's counts.
  func shows(_ texts: [SourceFile]) -> Bool {
    texts.allSatisfy { text in
      var ignored: [Diagnostic] = []
      let header = Header(parsing: text, diagnostics: &ignored)
      let (card, _) = decode(header, as: Control.fields, kind: .procedure, file: text)
      return rank(of: card.audience?.text) <= rank
    }
  }
}
