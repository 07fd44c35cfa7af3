internal import Diagnostics

extension Compiler {
  /// Looks a name up; nil, with a report, when it means nothing here.
  mutating func resolve(_ name: Name, at site: Site) -> Scope.Target? {
    switch site.scope.resolve(name, in: shapes) {
    case .success(let target): return target
    case .failure(let miss):
      reportUnknown(name, miss, at: site)
      return nil
    }
  }

  private mutating func reportUnknown(_ name: Name, _ miss: Scope.Miss, at site: Site) {
    let part = miss.part.shown
    let whole = name.parts.joined(separator: [UInt8(ascii: ".")]).shown
    guard let shape = miss.shape.map({ shapes.rows[$0].name }) else {
      return report(
        name.range, at: site, zh: "“\(whole)”：“\(part)”之前的值没有下级名称",
        en: "“\(whole)”: the value before “\(part)” has no fields")
    }
    if miss.part == [UInt8(ascii: ".")] {
      return report(
        name.range, at: site, zh: "“\(shape)”本身没有可写的值", en: "“\(shape)” has no value of its own",
        help: Localized(zh: "写出一个字段的名称", en: "name one of its fields"))
    }
    report(
      name.range, at: site, zh: "“\(shape)”里没有“\(part)”", en: "“\(shape)” has no field “\(part)”",
      help: .nearest(to: part, among: miss.known))
  }

  mutating func reportMissing(_ name: [UInt8], _ include: Include, at site: Site) {
    let help = Localized.nearest(to: name.shown, among: templates.map { $0.name.shown })
    report(
      include.range, at: site, zh: "没有模板“\(name.shown)”", en: "there is no template “\(name.shown)”", help: help)
  }

  mutating func reportNoChoice(_ name: Name, at site: Site) {
    let shown = name.parts[name.parts.count - 1].shown
    report(
      name.range, at: site, zh: "“\(shown)”的值不是模板名称", en: "“\(shown)” does not hold the name of a template")
  }

  mutating func reportRaw(_ name: Name, at site: Site) {
    let shown = name.parts.joined(separator: [UInt8(ascii: ".")]).shown
    report(
      name.range, at: site, zh: "“\(shown)”是文本，不能不转义就输出",
      en: "“\(shown)” is text and cannot be written unescaped",
      help: Localized(zh: "改为 {{\(shown)}}", en: "write {{\(shown)}}"))
  }

  mutating func reportUnwritable(_ name: Name, _ kind: ShapeTable.Kind, at site: Site) {
    let shown = name.parts.joined(separator: [UInt8(ascii: ".")]).shown
    let (zh, en) =
      switch kind {
      case .flag: ("是或否", "a yes or no")
      case .list: ("列表", "a list")
      default: ("记录", "a record")
      }
    report(
      name.range, at: site, zh: "“\(shown)”是\(zh)，不能直接输出", en: "“\(shown)” is \(en) and cannot be written",
      help: Localized(zh: "用 {{#\(shown)}}……{{/\(shown)}}", en: "use {{#\(shown)}}…{{/\(shown)}}"))
  }

  mutating func reportNesting(_ site: Site) {
    report(0..<0, at: site, zh: "块互相套用得太深", en: "blocks replace each other too deep")
  }

  private mutating func report(
    _ range: Range<Int>, at site: Site, zh: String, en: String, help: Localized? = nil
  ) {
    report(.template(templates[site.template].path, range, zh: zh, en: en, help: help))
  }
}
