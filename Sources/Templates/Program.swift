/// One step of a compiled template. Steps hold nothing but numbers, so that reading one costs no reference counting.
enum Step: Sendable {
  /// Where a value lies; the slots after the first are a range of `Program.paths`.
  struct Place: Sendable {
    let frame: Int32
    let slot: Int32
    let pathStart: Int32
    let pathEnd: Int32
  }

  /// Writes a range of the text pool.
  case text(Int32, Int32, startsLine: Bool)
  /// Writes the indentation in force.
  case lineStart
  case value(Place)
  /// The steps up to `end` are done when the value is shown.
  case when(Place, end: Int32)
  /// The steps up to `end` are done when the value is not shown.
  case unless(Place, end: Int32)
  /// The steps up to `end` are done for each record, or in the one; `size` is how many slots each takes, `hidden` the
  /// index of a record that they hide, or -1.
  case each(Place, size: Int32, hidden: Int32, end: Int32)
  /// Does another routine, with more indentation from the text pool.
  case indented(routine: Int32, Int32, Int32)
  /// Does another routine within a line.
  case inline(routine: Int32)
  /// Does the routine that a word names; with more indentation from the text pool, or within a line (-1).
  case choose(Place, choice: Int32, Int32, Int32)
  /// Lengthens the indentation by a range of the text pool.
  case indent(Int32, Int32)
  /// Shortens the indentation.
  case outdent(Int32)
}

/// All compiled templates of a library in one row of steps.
struct Program: Sendable {
  var text: [UInt8] = []
  var steps: [Step] = []
  /// Where each routine lies among the steps.
  var routines: [Range<Int>] = []
  var paths: [Int32] = []
  /// For each dynamic name, the words and their routines.
  var choices: [[(word: [UInt8], routine: Int32)]] = []
}
