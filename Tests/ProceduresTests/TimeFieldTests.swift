import Diagnostics
import Testing

@testable import Procedures

@Suite("Values of time fields")
struct TimeFieldTests {
  @Test(
    "are read by their field",
    arguments: [
      (" 08:20 ", .time, "clock=08:20"), ("T-3天。", .time, "day=-3"), ("关门前10分钟", .time, "anchor=关门 minutes=-10"),
      ("每月25日前", .due, "monthday=25"), ("每月25日前", .every, "rrule=FREQ=MONTHLY;BYMONTHDAY=25"),
      ("每月25日前", .time, "rrule=FREQ=MONTHLY;BYMONTHDAY=25"), ("by the 25th of each month", .due, "monthday=25"),
      ("每月底前", .due, "rrule=FREQ=MONTHLY;BYMONTHDAY=-1"), ("每月1日、15日", .due, "rrule=FREQ=MONTHLY;BYMONTHDAY=1,15"),
      ("两周内", .due, "within=P14D"), ("两周", .due, "within=P14D"), ("3个工作日", .due, "workdays=3"), ("两周", .time, ""),
      ("15分钟以内", .due, "within=PT15M"), ("15分钟以内", .limit, "max=PT15M"), ("15分钟内", .limit, "max=PT15M"),
      ("15分钟", .limit, "max=PT15M"), ("within 15 min", .limit, "max=PT15M"), ("two hours", .limit, "max=PT2H"),
      ("收到申请后3个工作日", .due, "workdays=3"), ("within 3 days of receipt of the form", .due, "within=P3D"),
      ("活动前三天", .due, "day=-3"), ("每两周一次", .every, "rrule=FREQ=WEEKLY;INTERVAL=2"),
      ("尽快", .due, ""), ("每天两次", .every, ""), ("08:20前", .due, ""), ("每天清点", .every, ""), ("2月28日", .due, ""),
      ("9:00 pm", .time, ""), ("", .time, ""), ("08:20、15:00", .time, ""),
    ] as [(String, Moment.Field, String)])
  func read(_ text: String, _ field: Moment.Field, _ expected: String) {
    #expect(fieldValue(text, field) == expected)
    let reading = Moment.reading(field: Array(text.utf8)[...], as: field, anchors: timeAnchors)
    #expect(reading.problem == nil)
  }

  @Test(
    "that look like a time and are none are impossible",
    arguments: [
      ("25:70", 0..<5), ("24:30", 0..<5), ("9:60", 0..<4), ("9:5", 0..<3), ("08:20–25:70", 8..<13),
      ("T日 25:70", 5..<10),
      ("T-天", 0..<5), ("T-", 0..<2), ("T-99999天", 0..<10), ("2月30日", 0..<9), ("2026年2月29日", 0..<16),
      ("30 February", 0..<11),
      ("Feb 30", 0..<6), ("13月1日", 0..<9), ("2026-02-30", 0..<10), ("每月32日前", 6..<14), ("每年2月30日", 6..<15),
      ("每天 24:01", 7..<12),
      ("　25：70", 3..<10),
    ] as [(String, Range<Int>)])
  func impossible(_ text: String, _ range: Range<Int>) {
    let reading = Moment.reading(field: Array(text.utf8)[...], as: .time, anchors: timeAnchors)
    #expect(reading.problem == .impossible(range))
    #expect(reading.moment.kind == .unread)
  }

  @Test(
    "impossible phrases at the start of a step are taken and reported",
    arguments: [
      ("25:70 **主管** 开门", "25:70"), ("T-天 彩排", "T-天"), ("2月30日 提交", "2月30日"), ("30 February **Clerk**", "30 February"),
      ("T日 25:70 检查", "T日 25:70"), ("每月32日 关账", "每月32日"),
    ])
  func impossibleStart(_ text: String, _ phrase: String) {
    let reading = Moment.leading(in: Array(text.utf8)[...], anchors: .none)
    #expect(reading?.moment == Moment(.unread, text: phrase))
    if case .impossible = reading?.problem {} else { Issue.record("no problem") }
  }

  @Test("an anchor that nobody names is read and reported")
  func anchorMissing() {
    let reading = Moment.leading(in: Array("打烊前10分钟 **保安** 清场".utf8)[...], anchors: .none)
    #expect(reading?.moment.kind == .anchor(name: "打烊", minutes: -10, eventEnd: false))
    #expect(reading?.problem == .anchorMissing(name: "打烊", 0..<6))
    let english = Moment.reading(field: Array("10 min before Dinner".utf8)[...], as: .time, anchors: .none)
    #expect(english.problem == .anchorMissing(name: "Dinner", 14..<20))
    #expect(fieldValue("活动结束后", .time) == "anchor=活动结束")
  }

  @Test("go to the field of their kind")
  func fields() {
    let expected: [(String, Moment.Field?)] = [
      ("08:20", .time), ("T日", .time), ("关门", .time), ("两周内", .due), ("3个工作日内", .due), ("每天", .every), ("≤5分钟", .limit),
      ("尽快", nil),
    ]
    for (text, field) in expected {
      let reading = Moment.reading(field: Array(text.utf8)[...], as: .every, anchors: timeAnchors)
      #expect(reading.moment.field == field, "\(text)")
    }
  }

  @Test("data keeps the order of the specification and ends in the author's text")
  func data() {
    let moment = Moment.reading(field: Array(" T-1天 9:00 ".utf8)[...], as: .time, anchors: .none).moment
    #expect(moment.dataFields.map(\.key) == ["day", "clock", "text"])
    #expect(moment.dataFields.map(\.value) == [.int(-1), .string("09:00"), .string("T-1天 9:00")])
    let unread = Moment.reading(field: Array("尽快".utf8)[...], as: .due, anchors: .none).moment
    #expect(unread.dataFields.map(\.key) == ["text"])
  }

  @Test("labels are short")
  func labels() {
    func label(_ text: String) -> [String] {
      let label = Moment.reading(field: Array(text.utf8)[...], as: .time, anchors: timeAnchors).moment.label
      return [label.zh, label.en]
    }
    #expect(label("8:20-8:30") == ["08:20–08:30", "08:20–08:30"])
    #expect(label("活动前三天") == ["T−3", "T−3"])
    #expect(label("T日 9:00") == ["T日 09:00", "T 09:00"])
    #expect(label("T+14天") == ["T+14", "T+14"])
    #expect(label("关门前10分钟") == ["关门前10分钟", "关门前10分钟"])
  }

  @Test("stand on the timeline by day and minute")
  func positions() {
    func position(_ text: String, lastDay: Int = 0) -> Moment.Position? {
      Moment.reading(field: Array(text.utf8)[...], as: .time, anchors: timeAnchors).moment
        .position(anchors: timeAnchors, lastDay: lastDay)
    }
    #expect(position("08:20") == .init(day: 0, minute: 500))
    #expect(position("T-3天") == .init(day: -3, minute: nil))
    #expect(position("T-1天 14:00") == .init(day: -1, minute: 840))
    #expect(position("关门前10分钟") == .init(day: 0, minute: 1280))
    #expect(position("关门后3小时") == .init(day: 1, minute: 30))
    #expect(position("进场前15小时") == .init(day: -2, minute: 1380))
    #expect(position("开幕后2小时") == .init(day: 0, minute: nil))
    #expect(position("活动结束后", lastDay: 2) == .init(day: 2, minute: 1440))
    #expect(position("活动结束后三天", lastDay: 2) == .init(day: 5, minute: 1440))
    #expect(position("每天") == nil)
    #expect(position("打烊前10分钟") == nil)
  }

  @Test("anchors are normalised and unique")
  func anchors() {
    #expect(timeAnchors.entries.map(\.value) == ["09:00", "21:30", "21:30", "09:00", "T日", "T-1天 14:00"])
    #expect(AnchorTable([("关门", "21:30"), (" 关门 ", "22:00"), (" ", "1:00")]).entries.count == 1)
    let nested = AnchorTable([("关门", "21:30"), ("关门清场", "21:40")])
    let reading = Moment.leading(in: Array("关门清场后5分钟 锁门".utf8)[...], anchors: nested)
    #expect(reading?.moment.kind == .anchor(name: "关门清场", minutes: 5, eventEnd: false))
  }
}
