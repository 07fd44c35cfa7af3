import Diagnostics
import Testing

@Suite struct RepairsTests {
  private func repaired(_ text: String, _ fixes: [[(Int, Int, String)]]) -> (text: String, made: Int, deferred: Int) {
    let repairs = Repairs(
      fixes.map { $0.map { Replacement(SourceRange($0.0, $0.1), with: $0.2) } }, to: Array(text.utf8))
    return (String(decoding: repairs.bytes, as: UTF8.self), repairs.made, repairs.deferred)
  }

  @Test func fixesApplyInAnyOrder() {
    #expect(repaired("abcdef", [[(4, 5, "X")], [(0, 1, "")], [(2, 2, "--")]]) == ("b--cdXf", 3, 0))
    #expect(repaired("abc", [[(3, 3, "!")], [(0, 0, "?")]]) == ("?abc!", 2, 0))
    #expect(repaired("abc", []) == ("abc", 0, 0))
  }

  @Test func aFixIsAllOrNone() {
    #expect(repaired("abcdef", [[(0, 2, "X")], [(5, 6, "Y"), (1, 3, "Z")]]) == ("Xcdef", 1, 1))
    #expect(repaired("abcdef", [[(5, 6, "Y"), (1, 3, "Z"), (3, 3, "+")]]) == ("aZ+deY", 1, 0))
  }

  @Test func whatTouchesWaits() {
    #expect(repaired("abcd", [[(1, 2, "X")], [(2, 2, "+")]]) == ("aXcd", 1, 1))
    #expect(repaired("abcd", [[(1, 1, "X")], [(1, 1, "Y")]]) == ("aXbcd", 1, 1))
    #expect(repaired("abcd", [[(1, 2, "X")], [(2, 3, "Y")]]) == ("aXYd", 2, 0))
  }

  @Test func aFixThatCannotBeIsNotMade() {
    #expect(repaired("abc", [[(2, 9, "X")]]) == ("abc", 0, 1))
    #expect(repaired("abc", [[(0, 2, "X"), (1, 3, "Y")]]) == ("abc", 0, 1))
  }
}
