import Diagnostics
import Testing

/// What “did you mean” means for Chinese names, where words are short and an input method gives the wrong character.
@Suite struct EditDistanceTests {
  private static let roles = ["店员", "店长", "收银员", "收银主管", "市场部经理", "市场推广专员", "客服专员", "总经理", "保安员"]

  @Test(arguments: [
    // One that sounds alike, also in a word of two.
    ("店圆", "店员"), ("收音员", "收银员"), ("宝安员", "保安员"),
    // Left out, put in, swapped.
    ("收银", "收银员"), ("市场经理", "市场部经理"), ("收银员工", "收银员"), ("银收员", "收银员"),
    // A part of a longer name.
    ("推广专员", "市场推广专员"), ("收银部主管", "收银主管"),
    // Nothing near.
    ("店", nil), ("重点", nil), ("会计", nil), ("飞行员", nil), ("Cashier", nil),
  ])
  func theMostLikelyRole(_ written: String, _ meant: String?) {
    #expect(EditDistance.suggestion(for: written, among: Self.roles) == meant)
  }

  @Test func soundingAlikeIsHalfAMistake() {
    #expect(EditDistance.nearest("店元", among: ["店内", "店员"]) == "店员")
    #expect(EditDistance.nearest("店内", among: ["店员"]) == nil)
    #expect(EditDistance.distance("店圆", "店员", limit: 1) == 1)
    #expect(EditDistance.distance("店员", "店员", limit: 0) == 0)
    #expect(EditDistance.distance("甲乙丙", "丁戊己", limit: 2) == nil)
  }

  @Test func latinWordsAreMeasuredAsBefore() {
    #expect(EditDistance.nearest("verison", among: ["version", "title"]) == "version")
    #expect(EditDistance.nearest("Titel", among: ["version", "title"]) == "title")
    #expect(EditDistance.nearest("xyz", among: ["version", "title"]) == nil)
  }

  @Test func longWordsAreNearToNothing() {
    let long = String(repeating: "长", count: 65)
    #expect(EditDistance.suggestion(for: long, among: [long]) == nil)
  }
}
