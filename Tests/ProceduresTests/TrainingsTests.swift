import Procedures
import Testing

/// The table of trainings, as spreadsheets write it.
@Suite struct TrainingsTests {
  @Test func cellsAreReadWithTheirQuotes() {
    let rows = CSV.rows(Array("\u{FEFF}a,\"b,\"\"c\"\"\"\r\n\r\nd,\"e\nf\"".utf8))
    #expect(rows == [["a", "b,\"c\""], ["d", "e\nf"]])
    #expect(CSV.rows([]).isEmpty)
    #expect(CSV.rows(Array("\"open".utf8)) == [["open"]])
  }

  @Test func columnsAreFoundByTheirNames() {
    let text = "日期,编号,版本,姓名,岗位,结果\n2026-03-01,SC-001,2.0,甲某,店长,合格\n2026-03-01,sc-001,V1.0,乙某,店员,不合格\n,,,,,\n"
    let trainings = Trainings(parsing: Array(text.utf8)).of(code: "SC-001")
    #expect(trainings.map(\.person) == ["甲某", "乙某"])
    #expect(trainings.map(\.isPassed) == [true, false])
    #expect(trainings[1].version == Version(parsing: "1"))
    #expect(Trainings(parsing: Array("nothing".utf8)).of(code: "SC-001").isEmpty)
  }
}
