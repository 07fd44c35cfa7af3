/// Whether a text names a time that can be told from the clock or the calendar: 24小时内, 每月, 当日, 3 days.
enum DefiniteTime {
  private static let words = WordTable([
    "每年", "每季", "每月", "每周", "每日", "每天", "每班", "每晚", "每早", "每次", "每半", "每小时", "每隔", "每逢", "逐日", "逐月", "当日", "当天", "当晚",
    "当班", "当月", "当周", "次日",
    "次月", "隔日", "月底", "月末", "月初", "年底", "年末", "年初", "季末", "周末", "工作日", "一周", "两周", "一个月", "半年", "一年", "半小时", "班前", "班后",
    "下班前", "上班前",
    "营业前", "开门前", "关门前", "daily", "weekly", "monthly", "quarterly", "yearly", "hourly", "the same day", "every",
  ])
  private static let units = [
    "分钟", "小时", "秒", "天", "日", "周", "个月", "月", "年", "个工作日", "工作日", "时", "点", "季度", " min", " hour", " day", " week",
    " month",
    " working day",
  ]

  /// Whether one stands in a range. Linear.
  static func stands(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if words.match(bytes, at: index) != nil { return true }
      if bytes[index] >= 0x30, bytes[index] <= 0x39 {
        var end = index
        while end < range.upperBound, bytes[end] >= 0x30 && bytes[end] <= 0x39 || bytes[end] == 0x20 { end += 1 }
        let colon = end < range.upperBound && bytes[end] == 0x3A
        let blank = end > index && bytes[end - 1] == 0x20 ? end - 1 : end
        if colon || bytes.holdsAny(units, at: end) || bytes.holdsAny(units, at: blank) { return true }
        index = max(end, index + 1)
      } else {
        index += TextMeasure.length(bytes, at: index)
      }
    }
    return false
  }
}
