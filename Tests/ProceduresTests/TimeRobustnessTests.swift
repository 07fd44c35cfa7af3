import Testing

@testable import Procedures

/// A small generator with a seed, so that a failure can be repeated.
private struct SeededBytes {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}

@Suite("Time phrases never trap and never take long")
struct TimeRobustnessTests {
  private func readAll(_ bytes: ArraySlice<UInt8>) {
    if let reading = Moment.leading(in: bytes, anchors: timeAnchors) {
      #expect(reading.length > 0 && reading.length <= bytes.count)
      _ = (reading.moment.dataFields, reading.moment.label, reading.moment.position(anchors: timeAnchors))
      check(reading.problem, in: bytes.count)
    }
    for field in Moment.Field.allCases {
      let reading = Moment.reading(field: bytes, as: field, anchors: timeAnchors)
      check(reading.problem, in: bytes.count)
    }
  }

  private func check(_ problem: Moment.Problem?, in count: Int) {
    switch problem {
    case .impossible(let range), .anchorMissing(_, let range): #expect(!range.isEmpty && range.upperBound <= count)
    case nil: break
    }
  }

  @Test("random bytes")
  func randomBytes() {
    var random = SeededBytes(state: 20_260_301)
    for _ in 0..<2_000 {
      let bytes = (0..<random.next(below: 40)).map { _ in UInt8(random.next(below: 256)) }
      readAll(bytes[...])
    }
  }

  @Test("random sequences of the parts of phrases")
  func randomPhrases() {
    let parts = [
      "每", "隔", "两", "半", "十", "三", "零", "九十九", "个", "天", "日", "周", "月", "年", "工作日", "季度", "小时", "分钟", "前", "后", "内",
      "以内", "活动",
      "结束", "当天", "关门", "T", "D", "-", "+", "–", "~", "至", "到", ":", "：", "08:20", "25:70", "999999999", "0", "7", " ",
      "　", "、", "≤", "max ",
      "every ", "Monday", " and ", "within ", "days", " before ", "closing", "on the day", "by the ", "25th",
      " of each month", "**",
      "\u{1F600}", "次日", "一次", "2月30日", "2026-", "Feb ", "at ", "the ", "event", ".5", "half an ",
    ]
    var random = SeededBytes(state: 7)
    for _ in 0..<4_000 {
      let text = (0..<(1 + random.next(below: 7))).map { _ in parts[random.next(below: parts.count)] }.joined()
      readAll(Array(text.utf8)[...])
    }
  }

  @Test("every beginning of a phrase, cut inside characters as well")
  func beginnings() {
    let bytes = Array("每周一、三至周五 08:20–次日09:30，T-3天 关门前１０分钟 within 3 working days of receipt, ≤15分钟".utf8)
    for start in bytes.indices {
      for end in stride(from: start, through: bytes.count, by: 7) { readAll(bytes[start..<end]) }
    }
  }

  @Test(
    "a megabyte of one thing",
    arguments: [
      "每", "08:20-", " ", "9", "九十", "每周一、", "every Monday, ", "T-", "收到申请后", "活动前", "within ", "1小时",
      "within 3 days of a ", "　", "\u{80}",
    ])
  func megabyte(_ part: String) {
    let text = String(repeating: part, count: 1_048_576 / part.utf8.count)
    let bytes = Array(text.utf8)
    let elapsed = ContinuousClock().measure { readAll(bytes[...]) }
    // Anything that is not linear takes minutes here; a debug build of a linear reader takes well under a second.
    #expect(elapsed < .seconds(20))
  }
}
