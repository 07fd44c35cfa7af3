internal import Diagnostics
internal import Foundation
internal import Testing

@testable import Rendering

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

/// Draws a chart as a page would hold it.
func drawn(_ chart: Flowchart, title: String = "流程图", prefix: String = "flow") -> String {
  var bytes: [UInt8] = []
  chart.svg(title: title, description: "文字说明见下文", prefix: prefix, into: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

func isWellFormed(_ text: String) -> Bool { XMLParser(data: Data(text.utf8)).parse() }

@Suite struct FlowchartTests {
  /// Compares with a file under Fixtures/flowchart; `RECORD=1` writes it instead and fails on purpose.
  private func expectGolden(_ text: String, _ name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/flowchart")
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name)")
    } else {
      let expected = try String(contentsOf: file, encoding: .utf8)
      #expect(text == expected, "\(name) differs")
    }
  }

  @Test(arguments: [("day", FlowchartSamples.day), ("campaign", .campaignSample), ("large", .largeSample)])
  func drawingEqualsFixture(name: String, chart: Flowchart) throws {
    try expectGolden(drawn(chart) + "\n", name + ".svg")
    let zh = chart.textAlternative(in: .chinese)
    let en = chart.textAlternative(in: .english)
    try expectGolden((zh + [""] + en).joined(separator: "\n") + "\n", name + ".txt")
  }

  @Test func drawingIsWellFormedAndSmall() {
    for chart in [FlowchartSamples.day, .campaignSample, .largeSample] { #expect(isWellFormed(drawn(chart))) }
    #expect(drawn(FlowchartSamples.day).utf8.count < 6 * 1024)
    #expect(drawn(FlowchartSamples.campaign).utf8.count < 6 * 1024)
  }

  @Test func drawingObeysTheContentPolicy() {
    let text = drawn(FlowchartSamples.large)
    for forbidden in ["style=", "<style", "<script", "foreignObject", "url("] { #expect(!text.contains(forbidden)) }
    #expect(text.components(separatedBy: " id=").count == 3)
  }

  @Test func emptyChartsAreDrawn() {
    #expect(isWellFormed(drawn(Flowchart(lanes: [], nodes: [], edges: []))))
    #expect(isWellFormed(drawn(Flowchart(lanes: [.init(name: "")], nodes: [.init(.start)], edges: []))))
    #expect(Flowchart(lanes: [], nodes: [], edges: []).textAlternative(in: .english).isEmpty)
  }

  @Test func hostileTextsAreEscaped() {
    let texts = [
      "<script>alert(1)</script>", "\"'&]]>", "\u{0}\u{8}\u{B}\u{1F}\u{7F}", "\u{FFFE}\u{FFFF}，\u{FFFF}",
      String(repeating: "界", count: 5000), String(repeating: "e\u{301}\u{302}", count: 500),
      String(repeating: " ", count: 2000), String(repeating: "x", count: 639) + "é界",
      "\u{1F468}\u{200D}\u{1F469}\u{202E}",
    ]
    for text in texts {
      let kinds: [Flowchart.Node.Kind] = [
        .step, .decision(text), .pause(text), .start, .end, .external(text), .external(text),
      ]
      let nodes = kinds.map {
        Flowchart.Node($0, label: text, text: text, lane: .min, others: [.max, 0], stage: text, href: text)
      }
      let chart = Flowchart(
        lanes: [.init(name: text)], nodes: nodes,
        edges: [
          .init(from: 0, to: 1, label: text), .init(from: 1, to: 6, label: text, kind: .branch),
          .init(from: 3, to: 0, label: text, kind: .loop), .init(from: 0, to: 4, label: text, kind: .branch),
          .init(from: -1, to: .max),
        ])
      let drawing = drawn(chart, title: text, prefix: text)
      #expect(isWellFormed(drawing))
      #expect(!drawing.contains("<script"))
      var words: [UInt8] = []
      chart.textAlternative(in: .chinese, into: &words)
      #expect(!String(decoding: words, as: UTF8.self).contains("<script"))
    }
  }

  @Test func largeChartsStayBounded() {
    let nodes = (0..<1000).map { FlowchartSamples.step($0, "一步一步地做", lane: $0 % 30) }
    let loops = (0..<999).map { Flowchart.Edge(from: 999 - $0 / 2, to: $0 / 3, label: "不合格", kind: .loop) }
    let next = (0..<999).map { Flowchart.Edge(from: $0, to: $0 + 1) }
    let lanes = (0..<30).map { Flowchart.Lane(name: "岗位\($0)") }
    var text = ""
    let time = ContinuousClock().measure { text = drawn(Flowchart(lanes: lanes, nodes: nodes, edges: next + loops)) }
    #expect(isWellFormed(text))
    #expect(text.utf8.count < 600_000)
    #expect(time < .seconds(2))
  }

  @Test func largeProceduresAreSplitByStage() {
    var chart = FlowchartSamples.large
    #expect(Flowchart.charts(of: chart) == [chart])
    chart.nodes.append(FlowchartSamples.step(41, "归档", lane: 1, stage: "结算"))
    chart.edges.append(.init(from: 40, to: 41))
    let parts = Flowchart.charts(of: chart)
    #expect(parts.count == 4)
    let steps = parts.flatMap(\.nodes).filter(\.isStep).map(\.label)
    #expect(steps == (1...41).map(String.init))
    #expect(parts.map(\.edges.count).reduce(0, +) == chart.edges.count)
    #expect(parts[0].nodes.last?.reference == "11 把不合格品移到隔离区（挂红牌）")
    for part in parts {
      #expect(part.nodes.allSatisfy { part.lanes.indices.contains($0.lane) })
      #expect(isWellFormed(drawn(part)))
    }
    for index in chart.nodes.indices { chart.nodes[index].stage = nil }
    #expect(Flowchart.charts(of: chart).count == 1)
  }

  @Test func linesKeepPunctuationAndWordsTogether() {
    func lines(_ text: String, ems: Int, total: Int = 2400) -> [String] {
      var buffer = FlowchartText(capacity: 1)
      let block = buffer.wrap(text, in: .init(width: ems * 100, total: total))
      return block.lines.map { index in
        let line = buffer.lines[index]
        return String(decoding: buffer.bytes[line.start..<line.end], as: UTF8.self) + (line.isCut ? "…" : "")
      }
    }
    #expect(lines("一二三四五，六", ems: 5) == ["一二三四", "五，六"])
    #expect(lines("一二三四（五六）", ems: 5) == ["一二三四", "（五六）"])
    #expect(lines("打印标签 SKU-2026 两份", ems: 6) == ["打印标签", "SKU-2026", "两份"])
    #expect(lines("一二三四五六", ems: 5) == ["一二三四", "五六"])
    #expect(lines("一二三四五六七八九十", ems: 5, total: 700) == ["一二三四", "五六…"])
    #expect(lines(" \n 一\t\n 二 ", ems: 5) == ["一 二"])
    #expect(lines("", ems: 5) == [])
  }

  @Test func wordsTellBranchesAndParticipants() {
    let words = FlowchartSamples.campaign.textAlternative(in: .chinese)
    #expect(words[3] == "步骤 3 市场推广部：组织评审（参与：市场公关部）；如果 评审未通过：按意见修改方案，回到步骤 1。")
    #expect(words[8] == "步骤 8 督导：按分工监督现场；如果 天气或客诉使活动无法继续，转到应急 启动备选方案。")
    #expect(words.count == 12)
  }
}

extension Flowchart {
  fileprivate static var campaignSample: Flowchart { FlowchartSamples.campaign }
  fileprivate static var largeSample: Flowchart { FlowchartSamples.large }
}
