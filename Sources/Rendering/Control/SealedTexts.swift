package import Diagnostics
package import Procedures

/// The texts of all issued versions, and what names meant in them; pages are made from one at a time.
package struct SealedTexts: Sendable {
  /// The text of one version.
  package struct Text: Sendable {
    /// The code of the document.
    package let code: String
    /// The version.
    package let version: Version
    /// The document, then its translations.
    package let files: [SourceFile]
    /// Where what it shows is published from, by the path that it had.
    package let attachments: [String: String]
    /// The place of what its names meant.
    package let names: Int

    /// States a text.
    package init(code: String, version: Version, files: [SourceFile], attachments: [String: String], names: Int) {
      self.code = code
      self.version = version
      self.files = files
      self.attachments = attachments
      self.names = names
    }
  }

  /// What names meant, each set once.
  package let names: [SealedNames]
  /// The texts, by the code of the document, lowest version first.
  package let texts: [Text]

  /// Keeps texts with their names.
  package init(names: [SealedNames] = [], texts: [Text] = []) {
    self.names = names
    self.texts = texts
  }
}
