package import Diagnostics
internal import Templates

extension Flowchart {
  /// The chart in words, one sentence a node: who does what, who takes part, and where the flow goes from there.
  ///
  /// - Parameter language: the language of the words between the author's.
  /// - Returns: one text for each node that a reader meets, in order. Linear.
  package func textAlternative(in language: Language) -> [String] {
    var leaving = Array(repeating: [Int](), count: nodes.count)
    for (index, edge) in edges.enumerated()
    where nodes.indices.contains(edge.from) && nodes.indices.contains(edge.to) {
      leaving[edge.from].append(index)
    }
    let words = FlowchartWords(language: language)
    var sentences: [String] = []
    for index in nodes.indices {
      if case .external = nodes[index].kind, leaving[index].isEmpty { continue }
      sentences.append(sentence(index, leaving: leaving[index], words))
    }
    return sentences
  }

  /// Writes the chart in words as an ordered list.
  ///
  /// - Parameters:
  ///   - language: the language of the words between the author's.
  ///   - bytes: the page so far.
  package func textAlternative(in language: Language, into bytes: inout [UInt8]) {
    bytes.append(contentsOf: "<ol class=\"fc-words\">".utf8)
    for sentence in textAlternative(in: language) {
      bytes.append(contentsOf: "<li>".utf8)
      Escape.html(sentence, into: &bytes)
      bytes.append(contentsOf: "</li>".utf8)
    }
    bytes.append(contentsOf: "</ol>".utf8)
  }

  private func sentence(_ index: Int, leaving: [Int], _ words: FlowchartWords) -> String {
    let node = nodes[index]
    var text = ""
    switch node.kind {
    case .step: text = stepWords(node, words)
    case .decision(let condition):
      text = stepWords(node, words)
      if !condition.isEmpty { text += words.semicolon + words.condition(condition) }
    case .pause(let name): text = name
    case .start, .end: text = node.text
    case .external: text = words.see + node.reference
    }
    for edge in leaving {
      if let clause = clause(edges[edge], words) { text += words.semicolon + clause }
    }
    return text + words.stop
  }

  private func stepWords(_ node: Node, _ words: FlowchartWords) -> String {
    var text = node.label.isEmpty ? "" : words.step + node.label + " "
    if lanes.indices.contains(node.lane), !lanes[node.lane].name.isEmpty {
      text += lanes[node.lane].name + words.colon
    }
    text += node.text
    let others = node.others.filter { lanes.indices.contains($0) && $0 != node.lane }.map { lanes[$0].name }
    if !others.isEmpty { text += words.with(others) }
    if node.isKiller { text += words.killer }
    if node.isOptional { text += words.optional }
    return text
  }

  /// Where a line leads; nothing for one that only goes on to the next node.
  private func clause(_ edge: Edge, _ words: FlowchartWords) -> String? {
    let condition = edge.label ?? ""
    guard edge.to != edge.from + 1 || !condition.isEmpty else { return nil }
    let target = words.target(nodes[edge.to])
    let verb = edge.to <= edge.from ? words.back : words.ahead
    return condition.isEmpty ? verb + target : words.condition(condition) + words.comma + verb + target
  }
}

/// The words between the author's, in both languages.
private struct FlowchartWords {
  let language: Language

  private func text(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }

  var step: String { text("步骤 ", "Step ") }
  var see: String { text("见 ", "See ") }
  var colon: String { text("：", ": ") }
  var comma: String { text("，", ", ") }
  var semicolon: String { text("；", "; ") }
  var stop: String { text("。", ".") }
  var back: String { text("回到", "back to ") }
  var ahead: String { text("转到", "go to ") }
  var killer: String { text("（关键）", " (critical)") }
  var optional: String { text("（可选）", " (optional)") }

  /// A condition with the word that opens it, unless the author wrote one.
  func condition(_ condition: String) -> String {
    let openings = ["如果", "若", "当", "否则", "if ", "If ", "otherwise", "Otherwise"]
    return openings.contains { condition.hasPrefix($0) } ? condition : text("如果 ", "if ") + condition
  }

  func with(_ names: [String]) -> String {
    text("（参与：", " (with ") + names.joined(separator: text("、", ", ")) + text("）", ")")
  }

  func target(_ node: Flowchart.Node) -> String {
    switch node.kind {
    case .step, .decision: node.label.isEmpty ? text("「", "“") + node.text + text("」", "”") : step + node.label
    case .pause(let name): name
    case .start, .end: node.text
    case .external: node.reference
    }
  }
}
