internal import Diagnostics
internal import Procedures
internal import Templates

extension Viewpoint {
  /// The state of a document as its card says it; nil for what is not under control.
  func status(of id: ArticleID) -> StatusView? {
    let states = facts(id).status
    return states.isEmpty ? nil : states[language.place]
  }

  /// The day by which a document is to be looked at again.
  func nextReview(of id: ArticleID) -> Day? { facts(id).nextReview }

  /// How near the next review is: from 30 days before it; nil while there is time.
  func reviewDue(of id: ArticleID) -> StatusView? {
    guard let day = nextReview(of: id) else { return nil }
    let left = day.daysSinceEpoch - site.facts.today.daysSinceEpoch
    if left < 0 { return StatusView(key: "overdue", word: strings.phrase(.overdue, String(-left))) }
    return left <= 30 ? StatusView(key: "due", word: strings.phrase(.dueIn, String(left))) : nil
  }

  /// The line over the pages of what is not in force, or of a handbook in which nothing was ever issued
  /// (spec/versions.md 2).
  func controlBanner(of id: ArticleID) -> BannerView? {
    if let standing = article(id, { site.facts.standing(of: $0) }) { return banner(of: standing) }
    guard !site.facts.isControlled, facts(id).kind.isControlled else { return nil }
    return BannerView(
      key: "uncontrolled", word: strings[.uncontrolled], text: .init(escaping: strings[.uncontrolledText]))
  }

  private func banner(of standing: ArticleStanding) -> BannerView? {
    let status = StatusView(standing, strings: strings)
    let text: String
    switch standing.state {
    case .inForce: return nil
    case .draft:
      text = strings.phrase(.draftText, standing.inForce.map { strings[.statusEffective] + " " + $0.text } ?? "")
    case .scheduled: text = strings.phrase(.scheduledText, standing.effective?.description ?? "")
    case .held: text = strings.phrase(.heldText, standing.reason ?? "")
    case .superseded, .withdrawn: text = standing.reason ?? ""
    }
    return BannerView(key: status.key, word: status.word, text: .init(escaping: text))
  }

  /// The same article in other languages, for the switch in the head of the page.
  ///
  /// - Parameters:
  ///   - id: the article.
  ///   - page: the page of an article, such as its checklist, from the article's own address.
  func languages(of id: ArticleID, page: (Address) -> Address = { $0 }) -> [LanguageView] {
    let source = site.addresses.sources[Int(id.index)] ?? id
    let family = [source] + site.addresses.translations[Int(source.index)]
    return family.filter { $0 != id }.map { other in
      let language = site.language(of: other)
      return LanguageView(
        text: site.theme[language][.languageName], lang: language.rawValue,
        href: href(page(site.addresses.articles[Int(other.index)])))
    }
  }
}
