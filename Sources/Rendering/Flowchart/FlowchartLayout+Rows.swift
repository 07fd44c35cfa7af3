extension FlowchartLayout {
  /// A walk down the rows: where the last one ended and which ports come next.
  private struct Cursor {
    var bottom = 0
    /// How far the last row's ports reach below it.
    var reach = 0
    var ahead = 0
    var back = 0
    var direct = 0
    var band = 0
  }

  /// Gives every row its height and place.
  mutating func placeRows() {
    var cursor = Cursor(bottom: headHeight)
    for row in boxes.indices {
      let left = span(ahead, row: row, from: cursor.ahead)
      measureBox(row, leavesLeft: left.leaves)
      let right = span(back, row: row, from: cursor.back)
      let dots = hasDots(row) && left.count + right.count > 0 ? 12 : 0
      if left.count + right.count > 0 {
        boxes[row].height = max(boxes[row].height, 24 + dots + max(left.length, right.length))
      }
      let overhang = max(left.overhang(boxes[row].height, dots), right.overhang(boxes[row].height, dots))
      let gap = max(gapBefore(row, &cursor), cursor.reach + overhang + 4)
      boxes[row].y = cursor.bottom + gap
      boxes[row].dotY = boxes[row].y + (dots > 0 ? 9 : boxes[row].height / 2)
      let (y, height) = (boxes[row].y, boxes[row].height)
      let leavesLeft = Self.place(&ahead, left.count, &cursor.ahead, at: y + left.first(height, dots))
      let leavesRight = Self.place(&back, right.count, &cursor.back, at: y + right.first(height, dots))
      cursor.reach = max(left.reach(boxes[row].height, dots), right.reach(boxes[row].height, dots))
      cursor.bottom = boxes[row].bottom
      setNotches(row, left: leavesLeft, right: leavesRight)
    }
    height = cursor.bottom + max(20, cursor.reach + 4)
  }

  /// The ports of one side of a row, as if the first lay at 0.
  private struct Span {
    var count = 0
    var length = 0
    var above = 0
    var below = 0
    var leaves = false

    func first(_ height: Int, _ dots: Int) -> Int { dots + (height - dots - length) / 2 }
    func overhang(_ height: Int, _ dots: Int) -> Int { count == 0 ? 0 : max(0, above - first(height, dots)) }
    func reach(_ height: Int, _ dots: Int) -> Int {
      count == 0 ? 0 : max(0, first(height, dots) + length + below - height)
    }
  }

  private func span(_ side: FlowchartTracks, row: Int, from start: Int) -> Span {
    var span = Span()
    var index = start
    while index < side.ports.count, side.ports[index].row == row {
      let port = side.ports[index]
      if span.count == 0 { span.above = port.above } else { span.length += span.below + port.above }
      span.below = port.below
      span.leaves = span.leaves || port.leaves
      span.count += 1
      index += 1
    }
    return span
  }

  /// Places the ports of one side of a row.
  ///
  /// - Returns: the height at which the first line leaves.
  private static func place(_ side: inout FlowchartTracks, _ count: Int, _ next: inout Int, at first: Int) -> Int? {
    var leaves: Int?
    var y = first
    for offset in 0..<count {
      let port = side.ports[next]
      if offset > 0 { y += side.ports[next - 1].below + port.above }
      if leaves == nil, port.leaves { leaves = y }
      side.place(port, at: y)
      next += 1
    }
    return leaves
  }

  /// Whether somebody else takes part who has a lane of their own.
  func hasDots(_ row: Int) -> Bool {
    let node = chart.nodes[boxes[row].node]
    return node.isStep && node.others.contains { isOther($0, of: boxes[row].node) }
  }

  /// Whether a lane exists and is not the node's own.
  func isOther(_ lane: Int, of node: Int) -> Bool {
    lane >= 0 && lane < laneCount && lane != self.lane(of: node)
  }

  /// The space above a row: more where a condition stands on the line or a stage begins.
  private mutating func gapBefore(_ row: Int, _ cursor: inout Cursor) -> Int {
    var gap = row == 0 && headHeight == 0 ? 12 : Self.gap
    if cursor.direct < directs.count, directs[cursor.direct].row == row - 1 {
      measureDirect(cursor.direct)
      gap += Self.labelLine * directs[cursor.direct].label.lines.count
      cursor.direct += 1
    }
    if cursor.band < bands.count, bands[cursor.band].row == row {
      if hasHairline(bands[cursor.band]) { gap += 14 }
      cursor.band += 1
    }
    return gap
  }

  /// Whether a stage is set off by a hairline of its own; the head and a pause point set it off well enough.
  func hasHairline(_ band: Band) -> Bool {
    band.row > 0 && !isBar(band.row) && !isBar(band.row - 1)
  }

  private mutating func measureDirect(_ index: Int) {
    guard let label = chart.edges[directs[index].edge].label else { return }
    let x = directX(directs[index].row).from
    let width = min(132, laneEnd - x - 8)
    let room = FlowchartText.Room(width: Self.ems(width, letter: Self.labelLetter), total: 1900, lines: 2)
    directs[index].label = text.wrap(label, in: room)
  }

  /// Where a line from a row to the next leaves and enters; a bar is left and entered above and below the other end.
  func directX(_ row: Int) -> (from: Int, to: Int) {
    let from = isBar(row) ? boxCentre(isBar(row + 1) ? row : row + 1) : boxCentre(row)
    return (from, isBar(row + 1) ? from : boxCentre(row + 1))
  }

  func isBar(_ row: Int) -> Bool {
    if case .pause = chart.nodes[boxes[row].node].kind { true } else { false }
  }

  /// The middle of a node's lane, which is known before the box is placed.
  private func boxCentre(_ row: Int) -> Int {
    laneX + laneWidth * lane(of: boxes[row].node) + laneWidth / 2
  }

  /// The notches are where branches leave; a decision without such lines has one on the right.
  private mutating func setNotches(_ row: Int, left: Int?, right: Int?) {
    guard case .decision = chart.nodes[boxes[row].node].kind else { return }
    boxes[row].notchLeft = left
    boxes[row].notchRight = right ?? (left == nil ? boxes[row].y + boxes[row].height / 2 : nil)
  }
}

// MARK: - Boxes

extension FlowchartLayout {
  /// Breaks the text of a node and gives its box a size.
  private mutating func measureBox(_ row: Int, leavesLeft: Bool) {
    let node = chart.nodes[boxes[row].node]
    let left = laneX + laneWidth * lane(of: boxes[row].node)
    switch node.kind {
    case .step: measureStep(row, node, left: left)
    case .decision(let condition):
      measureStep(row, node, left: left, notch: (leavesLeft ? 4 : 0, 6))
      if !condition.isEmpty { addCondition(row, condition) }
    case .external: measureStep(row, node, left: left)
    case .pause(let name):
      boxes[row].x = laneX
      boxes[row].width = laneWidth * laneCount
      boxes[row].height = 30
      boxes[row].textX = laneX + 30
      let ems = Self.ems(boxes[row].width - 40)
      boxes[row].text = text.wrap(name, in: .init(width: ems, total: ems, lines: 1))
    case .start, .end: measurePill(row, node, left: left)
    }
  }

  private mutating func measureStep(
    _ row: Int, _ node: Flowchart.Node, left: Int, notch: (left: Int, right: Int) = (0, 0)
  ) {
    let inner = laneWidth - 2 * (margin + padding) - notch.left - notch.right
    let number = numberWidth(node)
    boxes[row].x = left + margin
    boxes[row].width = laneWidth - 2 * margin
    boxes[row].textX = left + margin + padding + notch.left + (hangsNumbers ? number : 0)
    let room = FlowchartText.Room(
      width: Self.ems(hangsNumbers ? inner - number : inner), indent: hangsNumbers ? 0 : Self.ems(number))
    if case .external = node.kind {
      boxes[row].text = text.wrap(node.reference, in: room)
    } else {
      boxes[row].text = text.wrap(node.text, in: room, prefix: node.isKiller ? "★ " : "")
    }
    boxes[row].height = 14 + Self.line * max(boxes[row].text.lines.count, 1)
  }

  /// The width of a number with the space after it; numbers that would fill the box are cut where they are written.
  func numberWidth(_ node: Flowchart.Node) -> Int {
    guard !node.label.isEmpty else { return 0 }
    return Self.pixels(min(FlowchartText.width(of: node.label), 380)) + 7
  }

  private mutating func addCondition(_ row: Int, _ condition: String) {
    let ems = Self.ems(boxes[row].x + boxes[row].width - padding - 6 - boxes[row].textX, letter: Self.labelLetter)
    boxes[row].condition = text.wrap(condition, in: .init(width: ems, total: 1800, lines: 4), prefix: "◇ ")
    boxes[row].height += 2 + Self.labelLine * boxes[row].condition.lines.count
  }

  private mutating func measurePill(_ row: Int, _ node: Flowchart.Node, left: Int) {
    let ems = Self.ems(laneWidth - 2 * margin - 24)
    boxes[row].text = text.wrap(node.text, in: .init(width: ems, total: ems, lines: 1))
    let width = max(28, (Self.pixels(boxes[row].text.width) + 25) / 2 * 2)
    boxes[row].x = left + (laneWidth - width) / 2
    boxes[row].width = width
    boxes[row].height = 28
  }
}
