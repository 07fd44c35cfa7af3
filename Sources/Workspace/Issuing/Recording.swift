package import Diagnostics
internal import Glibc
package import Procedures

/// When something is recorded, and why not in time: read once at the edge (spec/versions.md 1).
package struct Recording: Sendable {
  /// The moment.
  package let at: Instant
  /// The reason of `--backdated`.
  package let backdated: String?
  private let isStated: Bool

  /// Reads `--at` and `--backdated`; without `--at` the moment is now.
  ///
  /// - Parameters:
  ///   - at: the value of `--at`.
  ///   - backdated: the value of `--backdated`.
  ///   - utcOffset: the handbook's minutes east of UTC.
  ///   - now: the seconds since 1970; nil asks the clock.
  package init(at: String?, backdated: String?, utcOffset: Int, now: Int? = nil) throws(WorkspaceError) {
    guard let now = Instant(seconds: now ?? time(nil), offset: utcOffset) else {
      throw WorkspaceError(
        .environment, path: "clock", message: Localized(zh: "系统时钟不可用", en: "the system's clock cannot be used"))
    }
    if let backdated, backdated.utf8.allSatisfy({ $0 <= 0x20 }) {
      throw WorkspaceError(
        .usage, path: "--backdated", message: Localized(zh: "要写明补录的原因", en: "say why it is recorded late"))
    }
    self.backdated = backdated
    isStated = at != nil
    guard let at else {
      self.at = now
      return
    }
    guard let moment = Instant(tolerating: at, offset: utcOffset) else {
      throw WorkspaceError(
        .usage, path: "--at",
        message: Localized(
          zh: "要写成 2026-03-01 或 \"2026-03-01 10:00\"，现在是“\(PathText.escaped(at))”",
          en: "write 2026-03-01 or \"2026-03-01 10:00\"; it is \"\(PathText.escaped(at))\""))
    }
    guard moment <= now else {
      throw WorkspaceError(
        .usage, path: "--at",
        message: Localized(
          zh: "\(moment) 在将来（现在是 \(now)）；记录不能早于事情发生，将来生效的日期写在“生效日期”里",
          en: "\(moment) lies in the future (it is \(now)); what takes effect later has its date in `effective`"))
    }
    self.at = moment
  }

  /// Refuses a moment before the last event.
  func refuseBefore(_ last: LedgerEvent?) throws(WorkspaceError) {
    guard let last, at < last.at else { return }
    if isStated {
      throw WorkspaceError(
        .usage, path: "--at",
        message: Localized(
          zh: "\(at) 早于台账最后一行（第 \(last.seq) 行，\(last.at)）；台账按时间只增不改，补录请从最早的开始",
          en:
            "\(at) is before the last line of the ledger (seq \(last.seq), \(last.at)); older history is brought in first"
        ))
    }
    throw WorkspaceError(
      .environment, path: "clock",
      message: Localized(
        zh: "系统时钟现在是 \(at)，早于台账最后一行（第 \(last.seq) 行，\(last.at)）：时钟倒退了，先校准时钟；什么都没有写入",
        en: "the system's clock says \(at), which is before the last line of the ledger (seq \(last.seq), \(last.at)): "
          + "set the clock right; nothing was written"))
  }
}
