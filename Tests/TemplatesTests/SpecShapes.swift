import Templates

/// A value of a specification test.
enum JSON: Decodable {
  case null
  case flag(Bool)
  case scalar(String)
  case array([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .scalar(String(number))
    } else if let number = try? container.decode(Double.self) {
      self = .scalar(String(number))
    } else if let text = try? container.decode(String.self) {
      self = .scalar(text)
    } else if let array = try? container.decode([JSON].self) {
      self = .array(array)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  var elements: [JSON]? { if case .array(let elements) = self { elements } else { nil } }
  var members: [String: JSON]? { if case .object(let members) = self { members } else { nil } }
  var text: String? { if case .scalar(let text) = self { text } else { nil } }
}

/// The names in the tags of a test, so far as the shape of its data depends on them.
struct SpecTags {
  /// Dotted names, cut at the dots.
  private(set) var chains: [[String]] = []
  /// Names that are written unescaped, and such as hold a template's name.
  private(set) var raw: Set<String> = []
  private(set) var dynamic: Set<String> = []
  /// The templates named in partial and parent tags.
  private(set) var included: Set<String> = []

  init(_ source: String) { add(source) }

  mutating func add(_ source: String) {
    for piece in source.split(separator: "{{").map(String.init) {
      guard let end = piece.firstRange(of: "}}") else { continue }
      let content = piece[..<end.lowerBound].filter { !$0.isWhitespace }
      if let sigil = content.first { add(sigil, content) }
    }
  }

  private mutating func add(_ sigil: Character, _ content: String) {
    let rest = String(content.dropFirst())
    switch sigil {
    case "!", "=", "/", "$": break
    case ">", "<":
      if rest.hasPrefix("*") { dynamic.insert(note(String(rest.dropFirst()))) } else { included.insert(rest) }
    case "{", "&": raw.insert(note(rest))
    case "#", "^": note(rest)
    default: note(content)
    }
  }

  @discardableResult
  private mutating func note(_ name: String) -> String {
    let chain = name == "." ? ["."] : name.split(separator: ".").map(String.init)
    chains.append(chain)
    return chain.last ?? ""
  }

  /// The names that stand behind another one and a dot.
  func continuations(of name: String) -> Set<String> {
    Set(chains.flatMap { zip($0, $0.dropFirst()).filter { $0.0 == name }.map(\.1) })
  }
}

/// Declares the data of a test: every name that its tags use becomes a field, as a handbook's views declare theirs.
struct SpecShapes {
  let tags: SpecTags
  let templates: Set<String>

  func root(_ data: JSON) -> Shape {
    let names = Set(tags.chains.compactMap(\.first))
    return shape("root", [data], extra: names, enclosing: [])
  }

  func record(_ data: JSON, _ shape: Shape, enclosing: [Shape] = []) -> Record {
    Record(
      shape.fields.map { field in
        let member = data.members.map { $0[field.name] ?? .null } ?? (field.name == "." ? data : .null)
        return value(member, field.kind, enclosing: enclosing + [shape])
      })
  }

  private func shape(_ name: String, _ samples: [JSON], extra: Set<String>, enclosing: [String]) -> Shape {
    let objects = samples.compactMap(\.members)
    var names = Set(objects.flatMap(\.keys)).union(extra.subtracting(["."]))
    let own = samples.filter { $0.members == nil }
    if !own.isEmpty { names.insert(".") }
    return Shape(
      name,
      names.sorted().map { key in
        let found = key == "." ? own : objects.compactMap { $0[key] }
        return .init(key, kind(key, found, enclosing: enclosing + [name]), "")
      })
  }

  private func kind(_ name: String, _ samples: [JSON], enclosing: [String]) -> Shape.Kind {
    let further = tags.continuations(of: name)
    let lists = samples.compactMap(\.elements)
    if !lists.isEmpty {
      if enclosing.contains(name), name != "." { return .listOfEnclosing(name) }
      return .list(shape(name, lists.flatMap { $0 }, extra: [], enclosing: enclosing))
    }
    if !further.isEmpty || samples.contains(where: { $0.members != nil }) {
      return .record(shape(name, samples.filter { $0.members != nil }, extra: further, enclosing: enclosing))
    }
    if samples.contains(where: { if case .flag = $0 { true } else { false } }) { return .flag }
    if tags.dynamic.contains(name) { return .choice(samples.compactMap(\.text).filter(templates.contains)) }
    return tags.raw.contains(name) ? .html : .text
  }

  private func value(_ json: JSON, _ kind: Shape.Kind, enclosing: [Shape]) -> Value {
    switch (kind, json) {
    case (.flag, .flag(let flag)): return .flag(flag)
    case (.text, .scalar(let text)), (.choice, .scalar(let text)): return .text(text)
    case (.html, .scalar(let text)): return .html(SafeHTML(trusted: Array(text.utf8)))
    case (.list(let shape), .array(let elements)):
      return .list(elements.map { record($0, shape, enclosing: enclosing) })
    case (.listOfEnclosing(let name), .array(let elements)):
      guard let shape = enclosing.last(where: { $0.name == name }) else { return .none }
      return .list(elements.map { record($0, shape, enclosing: enclosing) })
    case (.record(let shape), .object): return .record(record(json, shape, enclosing: enclosing))
    default: return .none
    }
  }
}
