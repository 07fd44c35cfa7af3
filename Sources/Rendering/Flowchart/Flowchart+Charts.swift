extension Flowchart {
  /// Splits a chart that is too large for one drawing at its stages.
  ///
  /// - Parameter chart: the steps of a whole procedure.
  /// - Returns: the chart itself when it has at most ``largestChart`` steps or no stages; else one chart a stage, with only
  ///   the lanes that take part. A line into another stage becomes a reference to the step that it leads to. Linear.
  package static func charts(of chart: Flowchart) -> [Flowchart] {
    let steps = chart.nodes.reduce(0) { $0 + ($1.isStep ? 1 : 0) }
    guard steps > largestChart else { return [chart] }
    let parts = chart.parts()
    guard let last = parts.last, last > 0 else { return [chart] }
    return chart.split(into: parts, count: last + 1)
  }

  /// The number of the part that each node belongs to. Nodes before the first stage belong to it, nodes without a stage,
  /// such as pause points, to the stage of what follows them; the last ones to the last stage.
  private func parts() -> [Int] {
    var result = Array(repeating: 0, count: nodes.count)
    var stage: String?
    var part = 0
    var waiting = 0
    for (index, node) in nodes.enumerated() {
      guard let name = node.stage, !name.isEmpty else { continue }
      if let stage, stage != name { part += 1 }
      stage = name
      for position in waiting...index { result[position] = part }
      waiting = index + 1
    }
    for position in waiting..<nodes.count { result[position] = part }
    return result
  }

  private func split(into parts: [Int], count: Int) -> [Flowchart] {
    var charts = Array(repeating: Flowchart(lanes: [], nodes: [], edges: []), count: count)
    var place = Array(repeating: 0, count: nodes.count)
    var lanePlaces = LanePlaces(lanes: lanes)
    for (index, node) in nodes.enumerated() {
      lanePlaces.enter(part: parts[index])
      var node = node
      node.lane = lanePlaces.place(node.lane, in: &charts[parts[index]])
      node.others = node.others.map { lanePlaces.place($0, in: &charts[parts[index]]) }
      place[index] = charts[parts[index]].nodes.count
      charts[parts[index]].nodes.append(node)
    }
    for edge in edges where nodes.indices.contains(edge.from) && nodes.indices.contains(edge.to) {
      let part = parts[edge.from]
      var edge = edge
      if parts[edge.to] == part {
        edge.to = place[edge.to]
      } else {
        charts[part].nodes.append(reference(to: edge.to))
        edge.to = charts[part].nodes.count - 1
        edge.kind = .branch
      }
      edge.from = place[edge.from]
      charts[part].edges.append(edge)
    }
    return charts
  }

  /// What stands for a node of another chart: its number and its words.
  private func reference(to index: Int) -> Node {
    let node = nodes[index]
    let text = if case .pause(let name) = node.kind { name } else { node.text }
    return Node(.external(node.label), text: text, lane: 0, stage: nil, href: node.href)
  }
}

/// The lanes that one part uses, in order of first appearance there.
private struct LanePlaces {
  let lanes: [Flowchart.Lane]
  private var places: [Int]
  /// The part for which a place was given; parts come one after the other.
  private var givenFor: [Int]
  private var part = -1

  init(lanes: [Flowchart.Lane]) {
    self.lanes = lanes
    places = Array(repeating: 0, count: lanes.count)
    givenFor = Array(repeating: -1, count: lanes.count)
  }

  mutating func enter(part: Int) { self.part = part }

  /// The place of a lane in a part's chart; a lane that does not exist stays one.
  mutating func place(_ lane: Int, in chart: inout Flowchart) -> Int {
    guard lanes.indices.contains(lane) else { return -1 }
    if givenFor[lane] != part {
      givenFor[lane] = part
      places[lane] = chart.lanes.count
      chart.lanes.append(lanes[lane])
    }
    return places[lane]
  }
}
