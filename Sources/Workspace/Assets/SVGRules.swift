internal import Diagnostics

/// What an element and its attributes may be in a still picture.
enum SVGRules {
  /// The elements of SVG 1.1 and 2 that draw and name, in lower case. Missing on purpose: script, foreignObject, a,
  /// handler, listener, set, animate…, audio, video, iframe, object, embed, feImage, cursor, font-face-uri.
  private static let elements: Set<String> = [
    "svg", "g", "defs", "symbol", "use", "switch", "view", "title", "desc", "metadata", "style", "path", "rect",
    "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textpath", "tref", "image", "marker",
    "pattern", "mask", "clippath", "lineargradient", "radialgradient", "stop", "solidcolor", "filter", "feblend",
    "fecolormatrix", "fecomponenttransfer", "fecomposite", "feconvolvematrix", "fediffuselighting",
    "fedisplacementmap", "fedistantlight", "fedropshadow", "feflood", "fefunca", "fefuncb", "fefuncg", "fefuncr",
    "fegaussianblur", "femerge", "femergenode", "femorphology", "feoffset", "fepointlight", "fespecularlighting",
    "fespotlight", "fetile", "feturbulence",
  ]

  /// Prefixes that drawing programs use for their own notes, which no browser reads.
  private static let notes: Set<String> = [
    "inkscape", "sodipodi", "rdf", "cc", "dc", "dcterms", "sketch", "serif", "xmp", "x", "i", "v", "figma", "bx",
  ]

  private static let namespace = "http://www.w3.org/2000/svg"
  private static let linkNamespace = "http://www.w3.org/1999/xlink"

  /// The name after its prefix.
  static func local(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
  }

  /// Refuses an element that acts, and attributes that act or lead outside.
  static func checkElement(
    _ name: ArraySlice<UInt8>, _ attributes: [SVGAttribute], isRoot: Bool, at offset: Int
  ) throws(SVGInspection.Objection) {
    let text = String(decoding: name, as: UTF8.self)
    let inner = String(decoding: local(name), as: UTF8.self).lowercased()
    let prefix = text.utf8.count > inner.utf8.count ? String(text.dropLast(inner.count + 1)) : ""
    let isNote = notes.contains(prefix) && !["script", "foreignobject", "iframe", "object", "embed"].contains(inner)
    guard isNote || ((prefix.isEmpty || prefix == "svg") && elements.contains(inner)) else {
      throw refusal("不允许元素 <\(text)>", "the element <\(text)> is not allowed", offset)
    }
    if isRoot { try checkRoot(inner, attributes, at: offset) }
    for attribute in attributes { try check(attribute) }
  }

  private static func checkRoot(
    _ name: String, _ attributes: [SVGAttribute], at offset: Int
  ) throws(SVGInspection.Objection) {
    let declares = attributes.contains { attribute in
      (attribute.name.elementsEqual("xmlns".utf8) || attribute.name.elementsEqual("xmlns:svg".utf8))
        && attribute.value.elementsEqual(namespace.utf8)
    }
    if name != "svg" || !declares {
      throw refusal("根元素不是 <svg xmlns=\"\(namespace)\">", "the root is not <svg xmlns=\"\(namespace)\">", offset)
    }
  }

  private static func check(_ attribute: SVGAttribute) throws(SVGInspection.Objection) {
    let name = String(decoding: attribute.name, as: UTF8.self)
    let inner = String(decoding: local(attribute.name), as: UTF8.self).lowercased()
    if name == "xmlns" || name.hasPrefix("xmlns:") { return try checkNamespace(name, attribute) }
    if inner.hasPrefix("on") {
      throw refusal("不允许事件属性 \(name)", "the event attribute \(name) is not allowed", attribute.offset)
    }
    let blanks = attribute.value.drop { $0 <= 0x20 }
    let isLink = ["href", "src", "base", "action", "formaction", "data", "ping"].contains(inner)
    if isLink, blanks.first != UInt8(ascii: "#") {
      throw refusal("引用了文件之外的内容（\(name)）", "\(name) leads outside the file", attribute.offset)
    }
    // Presentation attributes are styles too; notes of drawing programs may name files, which nobody follows.
    if !name.contains(":") || name.hasPrefix("svg:") || name.hasPrefix("xlink:") {
      try checkStyle(attribute.value[...], at: attribute.offset)
    }
  }

  /// The prefix of a note must not be one for elements that a browser knows.
  private static func checkNamespace(_ name: String, _ attribute: SVGAttribute) throws(SVGInspection.Objection) {
    let value = String(decoding: attribute.value, as: UTF8.self)
    let known =
      switch name {
      case "xmlns", "xmlns:svg": value == namespace
      case "xmlns:xlink": value == linkNamespace
      default: !value.contains("w3.org/2000/svg") && !value.contains("xhtml") && !value.contains("MathML")
      }
    if !known {
      throw refusal(
        "不允许命名空间 \(name)=\"\(value)\"", "the namespace \(name)=\"\(value)\" is not allowed", attribute.offset)
    }
  }

  /// Refuses style text that loads something or hides what it does behind an escape.
  static func checkStyle(_ text: ArraySlice<UInt8>, at offset: Int) throws(SVGInspection.Objection) {
    let lower = text.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    for index in lower.indices {
      switch lower[index] {
      case UInt8(ascii: "@") where lower[index...].starts(with: "@import".utf8):
        throw refusal("样式里有 @import", "a style imports another", offset)
      case UInt8(ascii: "u") where lower[index...].starts(with: "url(".utf8):
        let target = lower[(index + 4)...].drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        if target.first != UInt8(ascii: "#") {
          throw refusal("url(…) 引用了文件之外的内容", "url(…) leads outside the file", offset)
        }
      case UInt8(ascii: "j") where lower[index...].starts(with: "javascript:".utf8),
        UInt8(ascii: "e") where lower[index...].starts(with: "expression(".utf8),
        UInt8(ascii: "-") where lower[index...].starts(with: "-moz-binding".utf8),
        UInt8(ascii: "s") where lower[index...].starts(with: "src(".utf8),
        UInt8(ascii: "i") where lower[index...].starts(with: "image-set(".utf8):
        throw refusal("有可执行或会加载内容的写法", "it holds text that runs or loads something", offset)
      case UInt8(ascii: "\\"):
        throw refusal("样式里有转义符“\\”", "a style holds the escape \"\\\"", offset)
      default: break
      }
    }
  }

  private static func refusal(_ zh: String, _ en: String, _ offset: Int) -> SVGInspection.Objection {
    SVGInspection.Objection(offset: offset, message: Localized(zh: zh, en: en))
  }
}
