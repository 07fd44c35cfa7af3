package import Diagnostics
internal import Markdown

/// One key of the front matter: its names, what it is for, and how its value gets into a card.
///
/// Decoding, help for unknown keys, the skeleton of `new`, the header card and the generated manual all read it.
package struct Field<Root: Sendable>: Sendable {
  /// When the key must be there.
  package enum Need: Sendable, Hashable {
    /// It may be left out.
    case optional
    /// Every card has it.
    case always
    /// Procedures and policies have it, and forms that have a status.
    case controlled
  }

  /// The Chinese names; the first is the usual one.
  package let zh: [String]
  /// The English names; the first is the usual one.
  package let en: [String]
  /// When it must be there.
  package let need: Need
  /// What it says, in one sentence.
  package let about: Localized
  /// Names that people write instead and that are no keys; they lead to this one in the help.
  let alike: [String]
  let read: @Sendable (Header.Value, inout FieldReader, inout Root) -> Void

  /// Describes a key.
  ///
  /// - Parameters:
  ///   - names: all names, `/` between them, such as `编号/code/id`.
  ///   - path: where the value goes.
  ///   - reader: reads the value; it is not called for an empty one.
  ///   - need: when the key must be there.
  ///   - alike: wrong names that mean it, `/` between them.
  ///   - zh: what it says, in Chinese.
  ///   - en: the same in English.
  init<Value>(
    _ names: String, _ path: any WritableKeyPath<Root, Value> & Sendable,
    _ reader: @escaping @Sendable (Header.Value, inout FieldReader) -> Value, need: Need = .optional,
    alike: String = "", zh: String, en: String
  ) {
    let all = names.split(separator: "/").map(String.init)
    self.zh = all.filter { $0.utf8.contains { $0 >= 0x80 } }
    self.en = all.filter { $0.utf8.allSatisfy { $0 < 0x80 } }
    self.need = need
    self.alike = alike.split(separator: "/").map(String.init)
    about = Localized(zh: zh, en: en)
    read = { value, fields, root in root[keyPath: path] = reader(value, &fields) }
  }

  /// The usual name in both languages.
  package var name: Localized { Localized(zh: zh.first ?? en.first ?? "", en: en.first ?? zh.first ?? "") }

  /// Both usual names as one text, such as `版本/version`.
  package var bothNames: String { name.zh == name.en ? name.en : name.zh + "/" + name.en }

  /// The key as it is compared: small letters, `_` and blanks as `-`.
  static func folded(_ key: String) -> String {
    guard key.utf8.contains(where: { (0x41...0x5A).contains($0) || $0 == 0x5F || $0 == 0x20 }) else { return key }
    return String(
      decoding: WidthFolding.trimmed(key).utf8.map { byte in
        switch byte {
        case 0x41...0x5A: byte + 0x20
        case 0x5F, 0x20: 0x2D
        default: byte
        }
      }, as: UTF8.self)
  }
}
