internal import Diagnostics
internal import Procedures
internal import Templates

extension IssuedDocument {
  /// The line over a page of a version that people must not work by, as of the day of the build; nil over what is in
  /// force. Scripts put the line of the reader's day in its place.
  func banner(_ place: Int, _ view: Viewpoint) -> BannerView? {
    let day = view.site.facts.today
    guard let span = span(of: place, on: day) else { return nil }
    let key = key(of: place, on: day)
    let version = record.versions[place]
    var banner = BannerView(key: key.rawValue, word: view.strings[key.word], text: SafeHTML())
    let text: String
    switch key {
    case .effective, .draft: return nil
    case .superseded: text = view.strings.phrase(.supersededText, version.version.text, span.from.description)
    case .scheduled:
      text = view.strings.phrase(
        .scheduledVersionText, version.version.text, version.issuance.effective.description)
    case .held: text = view.strings.phrase(.heldSinceText, span.from.description, reason(at: span.from) ?? "")
    case .cancelled:
      text = view.strings.phrase(
        .cancelledText, version.version.text, version.cancellation?.withdrawal.reason ?? "")
    case .withdrawn:
      let withdrawal = withdrawal(of: place, at: span.from)
      text = view.strings.phrase(.withdrawnText, span.from.description, withdrawal?.reason ?? "")
      banner.links += [successor(withdrawal, view)].compactMap(\.self)
    }
    banner.text = SafeHTML(escaping: text)
    if key != .held, key != .withdrawn, let current = current(on: day), current != place {
      let way = view.strings.phrase(.openCurrent, record.versions[current].version.text)
      banner.links.append(LinkView(text: way, href: view.href(page(of: record.versions[current].version))))
    }
    banner.day = view.strings.phrase(.asOfDay, day.description)
    return banner
  }

  /// Why the document was put on hold by a day.
  func reason(at day: Day) -> String? {
    record.pauses.last { $0.isHold && $0.event.at.day <= day }?.pause.reason
  }

  /// The withdrawal that ended a version.
  func withdrawal(of place: Int, at day: Day) -> Withdrawal? {
    let sealed = record.versions[place].event.seq
    return record.withdrawals.last { $0.event.seq > sealed && max($0.withdrawal.effective, $0.event.at.day) <= day }?
      .withdrawal
  }

  /// Where the document that takes the place of a withdrawn one is.
  func successor(_ withdrawal: Withdrawal?, _ view: Viewpoint) -> LinkView? {
    guard let code = withdrawal?.successor else { return nil }
    let text = view.strings.phrase(.replacedBy, code)
    return LinkView(text: text, href: view.site.home(of: code).map { view.href($0) })
  }
}

extension Site {
  /// The page of the document with a code, whether it is in force or not.
  func home(of code: String) -> Address? { issued(code)?.home }
}
