/// A JSON value as the ledger uses it: numbers are whole, and an object keeps its members in canonical order.
package enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(Int)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A name with its value.
  package struct Member: Sendable, Hashable {
    /// The name.
    package let name: String
    /// The value.
    package let value: JSONValue

    /// Pairs a name with its value.
    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// An object of some members in canonical order; members without a value are left out.
  package static func object(of members: [(String, JSONValue?)]) -> JSONValue {
    .object(
      members.compactMap { name, value in value.map { Member(name, $0) } }
        .sorted { CanonicalJSON.precedes($0.name, $1.name) })
  }

  /// The value of a name; nil where there is none or this is no object. Linear in the members.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text, of a text.
  package var text: String? { if case .string(let text) = self { text } else { nil } }
  /// The number, of a number.
  package var number: Int? { if case .number(let number) = self { number } else { nil } }
  /// The items, of a list.
  package var items: [JSONValue]? { if case .array(let items) = self { items } else { nil } }
  /// The members, of an object.
  package var members: [Member]? { if case .object(let members) = self { members } else { nil } }

  /// The bytes in canonical form (RFC 8785). Linear.
  package var canonicalBytes: [UInt8] {
    var out: [UInt8] = []
    write(into: &out)
    return out
  }

  private func write(into out: inout [UInt8]) {
    switch self {
    case .null: out += "null".utf8
    case .bool(let value): out += (value ? "true" : "false").utf8
    case .number(let value): out += String(value).utf8
    case .string(let text): CanonicalJSON.quote(text, into: &out)
    case .array(let items):
      out.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        item.write(into: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        CanonicalJSON.quote(member.name, into: &out)
        out.append(UInt8(ascii: ":"))
        member.value.write(into: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }
}
