internal import Testing

@testable import Rendering

/// What must hold of every chart, tried on charts made at random from fixed seeds.
@Suite struct FlowchartGeometryTests {
  /// SplitMix64: the same numbers on every machine.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let alphabet = Array("到货验收清场巡场，。（）《》 abcSKU-2026WM”“界")

  private static func words(_ random: inout Seeded, upTo limit: Int) -> String {
    String((0..<Int.random(in: 0...limit, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "x" })
  }

  static func chart(seed: UInt64) -> Flowchart {
    var random = Seeded(state: seed)
    let lanes = (0..<Int.random(in: 1...12, using: &random)).map { _ in
      Flowchart.Lane(name: words(&random, upTo: 24))
    }
    let count = Int.random(in: 1...45, using: &random)
    let nodes = (0..<count).map { index in
      var node = Flowchart.Node(label: "\(index)", text: words(&random, upTo: 40), href: "#step-\(index)")
      switch Int.random(in: 0..<10, using: &random) {
      case 0: node.kind = .decision(words(&random, upTo: 20))
      case 1: node.kind = .decision("")
      case 2: node.kind = .pause(words(&random, upTo: 10))
      case 3: node.kind = .external(words(&random, upTo: 12))
      case 4: node.kind = index % 2 == 0 ? .start : .end
      default: node.kind = .step
      }
      node.lane = lanes.indices.randomElement(using: &random) ?? 0
      node.others = (0..<Int.random(in: 0...2, using: &random)).map { _ in Int.random(in: 0..<13, using: &random) }
      node.stage = Bool.random(using: &random) ? "阶段\(index / 9)" : nil
      return node
    }
    let next = (0..<count - 1).filter { $0 % 11 != 10 }.map { Flowchart.Edge(from: $0, to: $0 + 1) }
    let jumps = (0..<Int.random(in: 0...20, using: &random)).map { _ in
      let from = Int.random(in: 0..<count, using: &random)
      let to = Int.random(in: 0..<count, using: &random)
      return Flowchart.Edge(
        from: from, to: to, label: Bool.random(using: &random) ? words(&random, upTo: 30) : nil,
        kind: to <= from ? .loop : .branch)
    }
    return Flowchart(lanes: lanes, nodes: nodes, edges: next + jumps)
  }

  static let seeds: [UInt64] = Array(1...300)

  @Test func boxesDoNotOverlapAndStayInside() {
    for seed in Self.seeds {
      let layout = FlowchartLayout(Self.chart(seed: seed))
      var bottom = layout.headHeight
      for (row, box) in layout.boxes.enumerated() {
        #expect(box.y >= bottom + 12, "seed \(seed)")
        let lane = layout.laneX + layout.lane(of: box.node) * layout.laneWidth
        #expect(layout.isBar(row) || (box.x > lane && box.x + box.width < lane + layout.laneWidth))
        #expect(box.x >= layout.laneX && box.x + box.width <= layout.laneEnd)
        #expect(box.dotY > box.y && box.dotY < box.bottom)
        bottom = box.bottom
      }
      #expect(bottom < layout.height)
    }
  }

  @Test func everyLineIsDrawnOnce() {
    for seed in Self.seeds {
      let chart = Self.chart(seed: seed)
      let layout = FlowchartLayout(chart)
      let drawn =
        layout.directs.map(\.edge) + layout.ahead.tracks.map(\.edge) + layout.back.tracks.map(\.edge)
        + layout.back.references.map(\.edge)
      #expect(drawn.sorted() == Array(chart.edges.indices), "seed \(seed)")
      let text = drawnText(chart)
      let paths = text.split(separator: "class=\"fc-edge").dropFirst().map { $0.prefix { $0 != "/" } }
      #expect(paths.joined().filter { $0 == "M" }.count == chart.edges.count)
      #expect(isWellFormed(text))
    }
  }

  private func drawnText(_ chart: Flowchart) -> String { drawn(chart) }

  @Test func tracksNeitherOverlapNorCrossWithinARow() {
    for seed in Self.seeds {
      let layout = FlowchartLayout(Self.chart(seed: seed))
      for side in [layout.ahead, layout.back] {
        let tracks = side.tracks
        for track in tracks {
          #expect(layout.boxes[track.from].y + 6 < track.fromY && track.fromY < layout.boxes[track.from].bottom - 6)
          #expect(layout.boxes[track.to].y + 6 < track.toY && track.toY < layout.boxes[track.to].bottom - 6)
          #expect(abs(track.fromY - track.toY) >= 12)
        }
        for (index, one) in tracks.enumerated() {
          for other in tracks[(index + 1)...] { expectApart(one, other, seed: seed) }
        }
      }
      for level in 0..<max(layout.ahead.levels, 1) where !layout.ahead.isEmpty {
        #expect(layout.trackX(level, isAhead: true) >= 0)
      }
      for level in 0..<max(layout.back.levels, 1) where !layout.back.tracks.isEmpty {
        #expect(layout.trackX(level, isAhead: false) <= layout.width)
      }
    }
  }

  private func expectApart(_ one: FlowchartTracks.Track, _ other: FlowchartTracks.Track, seed: UInt64) {
    let first = min(one.fromY, one.toY)...max(one.fromY, one.toY)
    let second = min(other.fromY, other.toY)...max(other.fromY, other.toY)
    #expect(one.level != other.level || !first.overlaps(second), "seed \(seed)")
    let ys = [one.fromY, one.toY, other.fromY, other.toY]
    #expect(Set(ys).count == 4, "two lines share a port, seed \(seed)")
    // In a row that both touch, the line further out must not run through the nearer one.
    guard one.level != other.level else { return }
    let (near, far) = one.level < other.level ? (first, other) : (second, one)
    let nearTrack = one.level < other.level ? one : other
    for (row, y) in [(far.from, far.fromY), (far.to, far.toY)] where row == nearTrack.from || row == nearTrack.to {
      #expect(!near.contains(y), "lines cross in their own row, seed \(seed)")
    }
  }

  @Test func shorterLoopsLieInside() {
    for seed in Self.seeds {
      let tracks = FlowchartLayout(Self.chart(seed: seed)).back.tracks
      for one in tracks {
        for other in tracks where one.top < other.top && other.bottom < one.bottom {
          #expect(one.level > other.level, "seed \(seed)")
        }
      }
    }
  }

  @Test func textsFitTheirRoom() {
    for seed in Self.seeds {
      let layout = FlowchartLayout(Self.chart(seed: seed))
      for box in layout.boxes {
        for line in box.text.lines.map({ layout.text.lines[$0] }) {
          let width = FlowchartLayout.pixels(line.width)
          let isPill = [.start, .end].contains(layout.chart.nodes[box.node].kind)
          let start = isPill ? box.x : box.textX
          #expect(start + width <= box.x + box.width - 4, "seed \(seed)")
        }
        let natural = FlowchartLayout.line * box.text.lines.count + 15 * box.condition.lines.count
        #expect(natural + 8 <= box.height)
      }
      for head in layout.heads {
        for line in head.lines.map({ layout.text.lines[$0] }) {
          #expect(FlowchartLayout.pixels(line.width) <= layout.laneWidth - 8)
        }
      }
    }
  }

  /// The areas beside the lanes: labels above their lines, references, and the lines themselves do not touch.
  @Test func labelsBesideTheLanesDoNotOverlap() {
    for seed in Self.seeds {
      let layout = FlowchartLayout(Self.chart(seed: seed))
      for (side, room) in [(layout.ahead, layout.aheadLabels), (layout.back, layout.backLabels)] {
        var areas: [ClosedRange<Int>] = []
        for track in side.tracks {
          areas.append(track.fromY - 4 - 15 * track.label.lines.count...track.fromY + 1)
          areas.append(track.toY - 4...track.toY + 4)
          #expect(FlowchartLayout.pixels(track.label.width, letter: 12) <= room)
        }
        for reference in side.references {
          let half = reference.height / 2
          areas.append(reference.y - half - 2 - 15 * reference.label.lines.count...reference.y + half)
          #expect(26 + FlowchartLayout.pixels(reference.text.width, letter: 12) + 18 <= 8 + room + 2)
        }
        areas.sort { $0.lowerBound < $1.lowerBound }
        for (one, other) in zip(areas, areas.dropFirst()) { #expect(!one.overlaps(other), "seed \(seed)") }
        if let last = areas.last { #expect(last.upperBound <= layout.height) }
      }
    }
  }
}
