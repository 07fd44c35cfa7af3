/// The part of a source line that a terminal has room for: what is marked, and as much around it as fits.
struct ExcerptWindow {
  /// The text of the window; `…` stands for what was cut.
  let text: String
  /// The cells before the mark.
  let indent: Int
  /// The cells of the mark, at least one.
  let carets: Int

  /// Cuts a line.
  ///
  /// - Parameters:
  ///   - lead: what stands before the mark.
  ///   - body: what is marked.
  ///   - rest: what stands behind it.
  ///   - width: the cells that there are.
  init(lead: String, body: String, rest: String, width: Int) {
    let whole = CellWidth.of(lead) + CellWidth.of(body) + CellWidth.of(rest)
    let shownBody = Self.start(of: body, whole <= width ? width : width * 2 / 3)
    let left = width - CellWidth.of(shownBody)
    // What follows explains a mark less than what leads to it, so it gets a third where there is too much of both.
    let tail = min(CellWidth.of(rest), max(left / 3, left - CellWidth.of(lead)))
    let shownLead = Self.end(of: lead, max(0, left - tail))
    let shownRest = Self.start(of: rest, max(0, left - CellWidth.of(shownLead)))
    text = shownLead + shownBody + shownRest
    indent = CellWidth.of(shownLead)
    carets = max(1, CellWidth.of(shownBody))
  }

  private static func start(of text: String, _ cells: Int) -> String {
    CellWidth.of(text) <= cells ? text : CellWidth.prefix(text, max(0, cells - 1)) + (cells > 0 ? "…" : "")
  }

  private static func end(of text: String, _ cells: Int) -> String {
    CellWidth.of(text) <= cells ? text : (cells > 0 ? "…" : "") + CellWidth.suffix(text, max(0, cells - 1))
  }
}
