package import Procedures

/// What a build publishes (spec/versions.md 2).
package struct PublishedScope: Sendable {
  /// Which texts are published.
  package enum Texts: Sendable, Hashable {
    /// What is in force, and what is scheduled.
    case inForce
    /// The same with the working copies of documents that differ, watermarked.
    case review
    /// What was in force on a day, with the names of that day.
    case asOf(Day)
  }

  /// Which texts are published.
  package var texts: Texts
  /// The audience that it is for; nil for the most open one.
  package var audience: String?

  /// Whether everything is read whatever its audience, for those who keep the handbook.
  let ignoresAudience: Bool

  /// Chooses what is published.
  package init(_ texts: Texts, audience: String? = nil) {
    self.init(texts, audience: audience, ignoresAudience: false)
  }

  init(_ texts: Texts, audience: String?, ignoresAudience: Bool) {
    self.texts = texts
    self.audience = audience
    self.ignoresAudience = ignoresAudience
  }

  /// The folder that it is published into by default, below the handbook's.
  package var folder: String {
    var name = "public"
    switch texts {
    case .inForce: break
    case .review: name += "-review"
    case .asOf(let day): name += "-\(day)"
    }
    return audience.map { name + "-" + $0 } ?? name
  }
}
