import Testing

@testable import Procedures

/// Anchors as the examples of the specification name them.
let timeAnchors = AnchorTable([
  ("开门", "9:00"), ("关门", "21：30"), ("closing", "21:30"), ("Opening", "09:00"), ("开幕", "T日"), ("进场", "T-1天 14:00"),
])

/// The members of the data but for the text, such as `clock=08:20 until=08:30`.
func timeSummary(_ moment: Moment) -> String {
  let fields = moment.dataFields.dropLast().map { key, value in
    switch value {
    case .string(let text): key + "=" + text
    case .int(let number): key + "=" + String(number)
    }
  }
  return fields.joined(separator: " ")
}

/// What the start of a step gives: the summary, `|`, and the phrase; nil for prose.
func phraseAtStart(_ text: String) -> String? {
  Moment.leading(in: Array(text.utf8)[...], anchors: timeAnchors).map { timeSummary($0.moment) + "|" + $0.moment.text }
}

/// What a field gives.
func fieldValue(_ text: String, _ field: Moment.Field) -> String {
  timeSummary(Moment.reading(field: Array(text.utf8)[...], as: field, anchors: timeAnchors).moment)
}

@Suite("Time phrases at the start of a step")
struct TimePhraseTests {
  @Test(
    "are read",
    arguments: [
      ("08:20–08:30 **楼层主管** 迎候", "clock=08:20 until=08:30|08:20–08:30"),
      ("9:00", "clock=09:00|9:00"),
      ("24:00 关灯", "clock=24:00|24:00"),
      ("08:20打卡", "clock=08:20|08:20"),
      ("08:20到岗", "clock=08:20|08:20"),
      ("08:20：打卡", "clock=08:20|08:20"),
      ("22:00-06:00 值夜", "clock=22:00 until=06:00|22:00-06:00"),
      ("22:00–次日06:00 值夜", "clock=22:00 until=06:00|22:00–次日06:00"),
      ("０８：２０～０８：３０ 打卡", "clock=08:20 until=08:30|０８：２０～０８：３０"),
      ("08∶20 — 08∶30　打卡", "clock=08:20 until=08:30|08∶20 — 08∶30"),
      ("08 : 20 至 08 : 30 打卡", "clock=08:20 until=08:30|08 : 20 至 08 : 30"),
      ("8:20到8:30打卡", "clock=08:20 until=08:30|8:20到8:30"),
      ("8:20〜8:30", "clock=08:20 until=08:30|8:20〜8:30"),
      ("8:20——8:30", "clock=08:20 until=08:30|8:20——8:30"),
      ("08:20 to 08:30 meet", "clock=08:20 until=08:30|08:20 to 08:30"),
      ("9:00 together", "clock=09:00|9:00"),
      ("09:00 - **值班主管** 开门", "clock=09:00|09:00"),
      ("T-3天 **专员** 彩排", "day=-3|T-3天"),
      ("T－3天", "day=-3|T－3天"),
      ("T−3 天：彩排", "day=-3|T−3 天"),
      ("T日 **督导** 监督", "day=0|T日"),
      ("T+1天 回收", "day=1|T+1天"),
      ("D-3 rehearse", "day=-3|D-3"),
      ("t-2 days, call", "day=-2|t-2 days"),
      ("T-2周 预热", "day=-14|T-2周"),
      ("T-0", "day=0|T-0"),
      ("T-1天 14:00 打包", "day=-1 clock=14:00|T-1天 14:00"),
      ("T-1 14:00打包", "day=-1 clock=14:00|T-1 14:00"),
      ("T日 09:00–09:30 **督导** 检查", "day=0 clock=09:00 until=09:30|T日 09:00–09:30"),
      ("活动前三天 彩排", "day=-3|活动前三天"),
      ("活动前 10 天 彩排", "day=-10|活动前 10 天"),
      ("活动前一周，通知", "day=-7|活动前一周"),
      ("活动三天前 通知", "day=-3|活动三天前"),
      ("会议前两天 通知", "day=-2|会议前两天"),
      ("开业当天 迎宾", "day=0|开业当天"),
      ("展会后一周 回访", "day=7|展会后一周"),
      ("开幕前三天 布展", "day=-3|开幕前三天"),
      ("活动当天 14:00 签到", "day=0 clock=14:00|活动当天 14:00"),
      ("活动当天14:00签到", "day=0 clock=14:00|活动当天14:00"),
      ("活动结束后 **专员** 总结", "anchor=活动结束|活动结束后"),
      ("活动结束当天 **专员** 总结", "anchor=活动结束|活动结束当天"),
      ("会议结束后 整理", "anchor=会议结束|会议结束后"),
      ("活动结束后2小时 回收", "anchor=活动结束 minutes=120|活动结束后2小时"),
      ("3 days before **Clerk** send", "day=-3|3 days before"),
      ("3 days before Send invitations", "day=-3|3 days before"),
      ("3 days before the event: send", "day=-3|3 days before the event"),
      ("two weeks after the event, archive", "day=14|two weeks after the event"),
      ("the day before, pack", "day=-1|the day before"),
      ("On the day **Host** greet", "day=0|On the day"),
      ("on the day at 9:00 greet", "day=0 clock=09:00|on the day at 9:00"),
      ("after the event, archive", "anchor=活动结束|after the event"),
      ("关门 **保安主管** 清场", "anchor=关门|关门"),
      ("关门：清场", "anchor=关门|关门"),
      ("关门前10分钟 **保安员** 关扶梯", "anchor=关门 minutes=-10|关门前10分钟"),
      ("关门前 １０ 分钟", "anchor=关门 minutes=-10|关门前 １０ 分钟"),
      ("开门后半小时 巡场", "anchor=开门 minutes=30|开门后半小时"),
      ("开门后一个半小时 巡场", "anchor=开门 minutes=90|开门后一个半小时"),
      ("开门后1小时30分 巡场", "anchor=开门 minutes=90|开门后1小时30分"),
      ("关门后 锁门", "anchor=关门|关门后"),
      ("10 min before closing **Guard** stop", "anchor=closing minutes=-10|10 min before closing"),
      ("Half an hour after the opening, walk", "anchor=Opening minutes=30|Half an hour after the opening"),
      ("at closing, lock", "anchor=closing|at closing"),
      ("两周内 **顾问** 邀约", "within=P14D|两周内"),
      ("24小时内 回收", "within=PT24H|24小时内"),
      ("3个工作日内 答复", "workdays=3|3个工作日内"),
      ("三个工作日内 答复", "workdays=3|三个工作日内"),
      ("收到申请后3个工作日内 答复", "workdays=3|收到申请后3个工作日内"),
      ("活动结束后24小时内，回收", "within=PT24H|活动结束后24小时内"),
      ("活动结束后五个工作日内 总结", "workdays=5|活动结束后五个工作日内"),
      ("自受理之日起五日内 答复", "within=P5D|自受理之日起五日内"),
      ("当日 归档", "within=P0D|当日"),
      ("次日 归档", "within=P1D|次日"),
      ("within 2 weeks **Adviser** call", "within=P14D|within 2 weeks"),
      ("Within 3 working days of receipt, answer", "workdays=3|Within 3 working days of receipt"),
      ("半个月内 完成", "within=P15D|半个月内"),
      ("半年内 完成", "within=P6M|半年内"),
      ("每半小时 ", "rrule=FREQ=MINUTELY;INTERVAL=30|每半小时"),
      ("每半小时", "rrule=FREQ=MINUTELY;INTERVAL=30|每半小时"),
      ("每30分钟 巡场", "rrule=FREQ=MINUTELY;INTERVAL=30|每30分钟"),
      ("每隔30分钟 巡场", "rrule=FREQ=MINUTELY;INTERVAL=30|每隔30分钟"),
      ("每两小时 巡场", "rrule=FREQ=HOURLY;INTERVAL=2|每两小时"),
      ("每小时 巡场", "rrule=FREQ=HOURLY|每小时"),
      ("每日 清洁地面", "rrule=FREQ=DAILY|每日"),
      ("每天 08:00 清洁", "rrule=FREQ=DAILY clock=08:00|每天 08:00"),
      ("每天08:00–09:00清洁", "rrule=FREQ=DAILY clock=08:00 until=09:00|每天08:00–09:00"),
      ("每天一次 清洁", "rrule=FREQ=DAILY|每天一次"),
      ("工作日 开会", "rrule=FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR|工作日"),
      ("每周一 08:00 例会", "rrule=FREQ=WEEKLY;BYDAY=MO clock=08:00|每周一 08:00"),
      ("每周一、三、五 08:00 例会", "rrule=FREQ=WEEKLY;BYDAY=MO,WE,FR clock=08:00|每周一、三、五 08:00"),
      ("每周五、周一 例会", "rrule=FREQ=WEEKLY;BYDAY=MO,FR|每周五、周一"),
      ("每周一至周五 例会", "rrule=FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR|每周一至周五"),
      ("每星期六至一 巡查", "rrule=FREQ=WEEKLY;BYDAY=MO,SA,SU|每星期六至一"),
      ("每周日 盘点", "rrule=FREQ=WEEKLY;BYDAY=SU|每周日"),
      ("每周一次 盘点", "rrule=FREQ=WEEKLY|每周一次"),
      ("每周 一楼清扫", "rrule=FREQ=WEEKLY|每周"),
      ("每周1次", "rrule=FREQ=WEEKLY|每周1次"),
      ("每两周 盘点", "rrule=FREQ=WEEKLY;INTERVAL=2|每两周"),
      ("每两周周一 盘点", "rrule=FREQ=WEEKLY;INTERVAL=2;BYDAY=MO|每两周周一"),
      ("每月 盘点", "rrule=FREQ=MONTHLY|每月"),
      ("每月1日前 报表", "rrule=FREQ=MONTHLY;BYMONTHDAY=1|每月1日前"),
      ("每月25日前 报表", "rrule=FREQ=MONTHLY;BYMONTHDAY=25|每月25日前"),
      ("每月1日、15日 发薪", "rrule=FREQ=MONTHLY;BYMONTHDAY=1,15|每月1日、15日"),
      ("每月底 关账", "rrule=FREQ=MONTHLY;BYMONTHDAY=-1|每月底"),
      ("每3个月 演练", "rrule=FREQ=MONTHLY;INTERVAL=3|每3个月"),
      ("每季度 演练", "rrule=FREQ=MONTHLY;INTERVAL=3|每季度"),
      ("每半年 演练", "rrule=FREQ=MONTHLY;INTERVAL=6|每半年"),
      ("每年 演练", "rrule=FREQ=YEARLY|每年"),
      ("每年3月1日 演练", "rrule=FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1|每年3月1日"),
      ("every 30 min **Guard** walk", "rrule=FREQ=MINUTELY;INTERVAL=30|every 30 min"),
      ("every half hour", "rrule=FREQ=MINUTELY;INTERVAL=30|every half hour"),
      ("every half an hour", "rrule=FREQ=MINUTELY;INTERVAL=30|every half an hour"),
      ("Every day **Clerk** count", "rrule=FREQ=DAILY|Every day"),
      ("daily at 8:00, count", "rrule=FREQ=DAILY clock=08:00|daily at 8:00"),
      ("every other day **Clerk**", "rrule=FREQ=DAILY;INTERVAL=2|every other day"),
      ("weekdays: meet", "rrule=FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR|weekdays"),
      ("weekly **Clerk** count", "rrule=FREQ=WEEKLY|weekly"),
      ("every two weeks", "rrule=FREQ=WEEKLY;INTERVAL=2|every two weeks"),
      ("every Monday and Friday 08:00 meet", "rrule=FREQ=WEEKLY;BYDAY=MO,FR clock=08:00|every Monday and Friday 08:00"),
      (
        "every Monday, Wednesday and Friday, meet",
        "rrule=FREQ=WEEKLY;BYDAY=MO,WE,FR|every Monday, Wednesday and Friday"
      ),
      ("on Mondays", "rrule=FREQ=WEEKLY;BYDAY=MO|on Mondays"),
      ("every Mon-Fri: meet", "rrule=FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR|every Mon-Fri"),
      ("by the 25th of each month, report", "rrule=FREQ=MONTHLY;BYMONTHDAY=25|by the 25th of each month"),
      ("monthly by the 25th", "rrule=FREQ=MONTHLY;BYMONTHDAY=25|monthly by the 25th"),
      ("monthly", "rrule=FREQ=MONTHLY|monthly"),
      ("quarterly", "rrule=FREQ=MONTHLY;INTERVAL=3|quarterly"),
      ("half-yearly", "rrule=FREQ=MONTHLY;INTERVAL=6|half-yearly"),
      ("yearly", "rrule=FREQ=YEARLY|yearly"),
      ("≤15分钟 复核", "max=PT15M|≤15分钟"),
      ("<= 15 min check", "max=PT15M|<= 15 min"),
      ("不超过15分钟 复核", "max=PT15M|不超过15分钟"),
      ("15分钟以内 复核", "max=PT15M|15分钟以内"),
      ("两天以内 复核", "within=P2D|两天以内"),
      ("max 15 min **Clerk** check", "max=PT15M|max 15 min"),
      ("max. 1.5 hours, check", "max=PT90M|max. 1.5 hours"),
    ] as [(String, String)])
  func read(_ text: String, _ expected: String) {
    #expect(phraseAtStart(text) == expected)
  }

  @Test(
    "are not taken from prose",
    arguments: [
      "", " ", "每天清点备用金", "每日清洁地面", "工作日志填写", "每周报表汇总", "每年度总结", "每批不超过上班人数", "每个文件编号", "每次活动前",
      "每月向办公会汇报", "每天两次 清点", "每天或每周 清点", "每天 或 每周 清点", "两周内部培训", "关门检查", "关门前检查", "关门前 检查",
      "关门前后 巡场", "开门红活动", "关门前10分钟内关灯", "活动前三天内 完成", "活动当天08:20前完成", "活动前三天气预报", "活动前 检查", "活动场地 布置",
      "08:20前完成", "15:00后 清场", "9:00 pm close", "9:00am", "10:30:15 记录", "1:100 稀释", "16:9 画面", "08:20–关门 值守",
      "08:20-8号门",
      "T-SOP-012 查阅", "T-shirt 发放", "T-003 查阅", "T-3.1 查阅", "T-3小时 检查", "T-3 小时 检查", "T-3 – T-1 打包", "T-3天~T-1天 打包",
      "T恤 发放",
      "D-30A 门", "Daily-use items", "daily and weekly checks", "3 days before the audit, collect",
      "3 days after receipt send",
      "on the day the inspector arrives", "Every member signs", "within reach",
      "within 2 weeks of receipt send the form", "on Monday", "次日 12:00 归档", "提前10分钟 到岗", "最后10分钟 清场", "2月28日 提交",
      "三楼 巡场", "十五人 到场",
      "一百天内 完成", "半路 折返", "max load 15 kg", "每周135号 巡查", "by the 25th report", "10 min before lunch set the table",
      "每隔一天 清点",
      "30 minutes walk", "活动结束时间 记录", "每天/每周 清点",
    ])
  func prose(_ text: String) {
    #expect(phraseAtStart(text) == nil)
  }

  @Test("carry their length in bytes, with the blanks before but not after them")
  func length() {
    let bytes = Array("xx  \u{3000}08:20～08:30 打卡".utf8)
    let reading = Moment.leading(in: bytes[2...], anchors: .none)
    #expect(reading?.length == 2 + 3 + "08:20～08:30".utf8.count)
    #expect(reading?.moment.text == "08:20～08:30")
  }

  @Test("end at the window only where the text ends")
  func window() {
    #expect(phraseAtStart("每天" + String(repeating: " ", count: 5000) + "清点") == "rrule=FREQ=DAILY|每天")
    #expect(phraseAtStart(String(repeating: "　", count: 5000) + "每天") == "rrule=FREQ=DAILY|每天")
  }
}
