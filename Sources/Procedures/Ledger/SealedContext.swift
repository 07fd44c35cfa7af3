package import Diagnostics
internal import Markdown

/// What the names of sealed versions meant when they were sealed (spec/versions.md 1): the files of roles, departments
/// and settings by their digests, and of every other document its names and terms.
package struct SealedContext: Sendable, Hashable {
  /// Another document, as far as names need it.
  package struct Document: Sendable, Hashable {
    /// Its path below `content/`.
    package var path: String
    /// Its code, where it has one.
    package var code: String?
    /// Its title.
    package var title: String
    /// Its department.
    package var department: String?
    /// Its old codes.
    package var formerly: [String]
    /// The terms that it defines.
    package var terms: [String]
  }

  /// The files that are sealed whole, by path.
  package var files: [Issuance.File]
  /// The other documents, by path.
  package var documents: [Document]

  /// Gathers what the names of a handbook mean.
  ///
  /// - Parameters:
  ///   - handbook: the handbook.
  ///   - files: the roles, departments and settings with their digests.
  package init(_ handbook: Handbook, files: [Issuance.File]) {
    self.files = files.sorted { CanonicalJSON.precedes($0.path, $1.path) }
    documents = handbook.articles.compactMap { article in
      switch article.kind {
      case .role, .department: return nil
      case .procedure, .policy, .form, .event: break
      }
      if article.entry.isTranslation { return nil }
      return Document(
        path: Self.short(article.path), code: article.code, title: article.title,
        department: article.entry.card.departmentField?.text, formerly: article.entry.card.otherNames,
        terms: article.definitions.map(\.term))
    }.sorted { CanonicalJSON.precedes($0.path, $1.path) }
  }

  /// The path as the ledger writes it, without `content/`.
  package static func short(_ path: String) -> String {
    path.hasPrefix("content/") ? String(path.dropFirst("content/".count)) : path
  }

  /// The bytes that are kept by their digest.
  package var bytes: [UInt8] {
    func list(_ texts: [String]) -> JSONValue? { texts.isEmpty ? nil : .array(texts.map { .string($0) }) }
    let documents = documents.map { one in
      let members: [(String, JSONValue?)] = [
        ("code", one.code.map { .string($0) }), ("title", .string(one.title)),
        ("department", one.department.map { .string($0) }), ("formerly", list(one.formerly)),
        ("terms", list(one.terms)),
      ]
      return (one.path, JSONValue?.some(.object(of: members)))
    }
    let files = files.map { ($0.path, JSONValue?.some(.string($0.digest))) }
    return JSONValue.object(of: [("documents", .object(of: documents)), ("files", .object(of: files))]).canonicalBytes
      + [0x0A]
  }

  /// Reads what `bytes` wrote; nil for anything else.
  package init?(parsing bytes: [UInt8]) {
    guard bytes.last == 0x0A, let value = CanonicalJSON.value(Array(bytes.dropLast())),
      let files = value["files"]?.members, let documents = value["documents"]?.members
    else { return nil }
    self.files = files.compactMap { one in one.value.text.map { Issuance.File(path: one.name, digest: $0) } }
    self.documents = documents.compactMap { one in
      guard let title = one.value["title"]?.text else { return nil }
      func list(_ name: String) -> [String] { one.value[name]?.items?.compactMap(\.text) ?? [] }
      return Document(
        path: one.name, code: one.value["code"]?.text, title: title, department: one.value["department"]?.text,
        formerly: list("formerly"), terms: list("terms"))
    }
    guard self.files.count == files.count, self.documents.count == documents.count else { return nil }
  }
}

extension SealedContext.Document {
  /// A stand-in that bears the names of the document and nothing else, so that links to it resolve as they did.
  package var standIn: SourceFile {
    func quoted(_ text: String) -> String {
      var bytes: [UInt8] = []
      CanonicalJSON.quote(text, into: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    var lines = ["---"]
    if let code { lines.append("编号: " + quoted(code)) }
    lines.append("名称: " + quoted(title))
    if let department { lines.append("部门: " + quoted(department)) }
    if !formerly.isEmpty { lines.append("曾用编号: [" + formerly.map(quoted).joined(separator: ", ") + "]") }
    lines += ["---", "## 术语"] + terms.map { "- **\($0)**：" }
    return SourceFile(path: "content/" + path, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
  }
}
