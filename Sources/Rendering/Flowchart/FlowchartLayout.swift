/// Where everything of a chart lies, in whole pixels; pure arithmetic on the chart, O(n log n).
///
/// One row for each node that stands in a lane, so nothing but its own lines crosses a row. From left to right: stages,
/// tracks and labels of lines that jump ahead, the lanes, labels and references, tracks of lines that go back.
struct FlowchartLayout {
  /// A node in its row.
  struct Box {
    var node: Int
    var x = 0
    var y = 0
    var width = 0
    var height = 0
    /// Where the text begins; lines after the first begin here even when the number stands on the first.
    var textX = 0
    var text = FlowchartText.Block.empty
    var condition = FlowchartText.Block.empty
    /// The height of the dots of those who take part.
    var dotY = 0
    /// Where the notches of a decision are; nil for none.
    var notchRight: Int?
    var notchLeft: Int?

    var centre: Int { x + width / 2 }
    var bottom: Int { y + height }
  }

  /// A line from a row to the next.
  struct Direct {
    var edge: Int
    var row: Int
    var label = FlowchartText.Block.empty
  }

  /// Consecutive rows of one stage.
  struct Band {
    var row: Int
    /// The first node that names the stage.
    var node: Int
    var name: FlowchartText.Block
  }

  let chart: Flowchart
  var text: FlowchartText
  var boxes: [Box] = []
  var directs: [Direct] = []
  var bands: [Band] = []
  var ahead = FlowchartTracks()
  var back = FlowchartTracks()
  /// The row of each node; -1 for one that hangs beside a step.
  var rowOfNode: [Int] = []
  /// The names at the heads of the lanes.
  var heads: [FlowchartText.Block] = []

  let laneCount: Int
  let laneWidth: Int
  var laneX = 0
  var headHeight = 0
  var width = 0
  var height = 0
  /// The widths of the labels beside the lanes.
  var aheadLabels = 0
  var backLabels = 0

  var laneEnd: Int { laneX + laneWidth * laneCount }
  /// The space between a box and the edge of its lane.
  var margin: Int { laneWidth >= 128 ? 12 : 6 }
  var padding: Int { laneWidth >= 128 ? 9 : 6 }
  /// Whether numbers stand in a column of their own before the text.
  var hangsNumbers: Bool { laneWidth >= 128 }

  /// Lays a chart out.
  init(_ chart: Flowchart) {
    self.chart = chart
    laneCount = max(chart.lanes.count, 1)
    laneWidth = max(96, min(160, 960 / laneCount / 2 * 2))
    text = FlowchartText(capacity: chart.nodes.count + chart.lanes.count + 4)
    findRows()
    sortEdges()
    measureHeads()
    measureLabels()
    measureStages()
    placeColumns()
    placeRows()
  }

  /// The height of a line of a box and of a label, and the sizes of their letters.
  static let line = 18
  static let labelLine = 15
  static let letter = 13
  static let labelLetter = 12
  /// The least space between two rows, and the distance of tracks.
  static let gap = 24
  static let trackStep = 12

  /// Pixels as hundredths of an em, and back (rounded up).
  static func ems(_ pixels: Int, letter: Int = letter) -> Int { pixels * 100 / letter }
  static func pixels(_ ems: Int, letter: Int = letter) -> Int { (ems * letter + 99) / 100 }

  func trackX(_ level: Int, isAhead: Bool) -> Int {
    isAhead
      ? laneX - 8 - aheadLabels - Self.trackStep * level
      : laneEnd + 8 + backLabels + Self.trackStep * level
  }

  func lane(of node: Int) -> Int { min(max(chart.nodes[node].lane, 0), laneCount - 1) }
}

// MARK: - What goes where

extension FlowchartLayout {
  /// A reference that one branch enters and nothing leaves hangs beside its step; everything else is a row.
  private mutating func findRows() {
    let count = chart.nodes.count
    rowOfNode = Array(repeating: 0, count: count)
    for edge in chart.edges where isDrawn(edge) {
      rowOfNode[edge.to] += edge.kind == .branch ? 1 : 2
      rowOfNode[edge.from] += 2
    }
    boxes.reserveCapacity(count)
    for (index, node) in chart.nodes.enumerated() {
      if case .external = node.kind, rowOfNode[index] == 1 {
        rowOfNode[index] = -1
      } else {
        rowOfNode[index] = boxes.count
        boxes.append(Box(node: index))
      }
    }
  }

  func isDrawn(_ edge: Flowchart.Edge) -> Bool {
    chart.nodes.indices.contains(edge.from) && chart.nodes.indices.contains(edge.to)
  }

  /// A line to the next row is drawn between the rows, all others beside the lanes.
  private mutating func sortEdges() {
    directs.reserveCapacity(boxes.count)
    var direct = Array(repeating: -1, count: boxes.count)
    for (index, edge) in chart.edges.enumerated() where isDrawn(edge) {
      let from = rowOfNode[edge.from]
      let to = rowOfNode[edge.to]
      if to < 0 {
        back.references.append(.init(edge: index, node: edge.to, row: from))
      } else if to == from + 1, direct[from] < 0 {
        direct[from] = index
      } else if to > from {
        ahead.tracks.append(.init(edge: index, from: from, to: to))
      } else {
        back.tracks.append(.init(edge: index, from: from, to: to))
      }
    }
    for (row, edge) in direct.enumerated() where edge >= 0 { directs.append(Direct(edge: edge, row: row)) }
    ahead.assignLevels(rows: boxes.count)
    back.assignLevels(rows: boxes.count)
  }
}

// MARK: - Widths

extension FlowchartLayout {
  private mutating func measureHeads() {
    let room = FlowchartText.Room(width: Self.ems(laneWidth - 12), total: 3200, lines: 2)
    heads.reserveCapacity(laneCount)
    var lines = 1
    for lane in chart.lanes {
      let block = text.wrap(lane.name, in: room)
      lines = max(lines, block.lines.count)
      heads.append(block)
    }
    headHeight = chart.lanes.isEmpty ? 0 : 18 + Self.line * lines
  }

  /// Breaks the conditions that stand on lines beside the lanes.
  private mutating func measureLabels() {
    let room = FlowchartText.Room(width: Self.ems(108, letter: Self.labelLetter), total: 1700, lines: 2)
    aheadLabels = Self.measure(&ahead, of: chart, &text, room: room)
    backLabels = Self.measure(&back, of: chart, &text, room: room)
    ahead.listPorts()
    back.listPorts()
  }

  private static func measure(
    _ side: inout FlowchartTracks, of chart: Flowchart, _ text: inout FlowchartText, room: FlowchartText.Room
  ) -> Int {
    var widest = 0
    for index in side.tracks.indices {
      guard let label = chart.edges[side.tracks[index].edge].label else { continue }
      let block = text.wrap(label, in: room)
      side.tracks[index].label = block
      widest = max(widest, block.width)
    }
    for index in side.references.indices {
      if let label = chart.edges[side.references[index].edge].label {
        side.references[index].label = text.wrap(label, in: room)
      }
      let tag = FlowchartText.Room(width: room.width - 160, total: 1400, lines: 2)
      side.references[index].text = text.wrap(chart.nodes[side.references[index].node].reference, in: tag)
      widest = max(widest, side.references[index].label.width, side.references[index].text.width + 290)
    }
    return widest == 0 ? 0 : pixels(widest, letter: labelLetter) + 8
  }

  /// Finds the stages; they are shown when there is more than one.
  private mutating func measureStages() {
    var last: String?
    var starts: [Int] = []
    for (row, box) in boxes.enumerated() {
      let node = chart.nodes[box.node]
      if case .pause = node.kind { last = nil }
      guard let stage = node.stage, !stage.isEmpty, stage != last else { continue }
      starts.append(row)
      last = stage
    }
    guard starts.count > 1 else { return }
    let room = FlowchartText.Room(width: Self.ems(64, letter: Self.labelLetter), total: 1100, lines: 2)
    for row in starts {
      let node = boxes[row].node
      let isFirst = bands.isEmpty && boxes[..<row].allSatisfy { chart.nodes[$0.node].kind == .start }
      bands.append(Band(row: isFirst ? 0 : row, node: node, name: text.wrap(chart.nodes[node].stage ?? "", in: room)))
    }
  }

  private mutating func placeColumns() {
    let stages = bands.isEmpty ? 0 : 76
    let tracks = ahead.tracks.isEmpty ? 0 : 16 + aheadLabels + Self.trackStep * (ahead.levels - 1)
    laneX = stages + tracks
    let right = back.isEmpty ? 0 : 16 + backLabels + Self.trackStep * max(back.levels - 1, 0)
    width = laneEnd + right
  }
}
