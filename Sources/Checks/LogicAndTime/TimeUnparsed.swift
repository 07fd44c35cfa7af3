import Diagnostics

extension Rule {
  /// A time that does not exist, or is kept and not scheduled.
  static let timeUnparsed = Rule(
    .timeUnparsed, .logic,
    .various(
      Localized(
        zh: "看起来是时间却不存在的（25:70）是错误；时间字段里读不懂的文字是提示",
        en: "what looks like a time and is none (25:70) is an error; other text in a time field is a hint")),
    summary: Localized(
      zh: "时间写成程序能读懂的形式。",
      en: "Times are written so that they can be scheduled."),
    advice: Localized(
      zh: "读得懂的时间会进日程、时间轴和清单。写 08:20–08:30、T-3天、活动前一周、关门前10分钟、两周内、每周一 08:00、≤15分钟；读不懂的照原文显示，不参与排程。",
      en:
        "A time that is understood enters schedules, timelines and checklists. Write 08:20–08:30, T-3天, 10 min before closing, within 2 weeks, every 30 min, max 15 min; other text is shown as written and not scheduled."
    ),
    bad: Example(
      steps: "1. 25:70 **店员** 打扫店面"),
    good: Example(
      steps: "1. 08:30 **店员** 打扫店面"),
    .reading)
}
