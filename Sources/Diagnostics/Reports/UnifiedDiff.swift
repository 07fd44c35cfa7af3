/// The changed lines of a text as a unified diff, for people who are about to agree to them.
package struct UnifiedDiff {
  private enum Edit { case keep, remove, add }

  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]
  private static let context = 2
  /// The most lines that are compared one with another; past that the middle is shown as replaced.
  private static let limit = 2000

  /// Compares two texts by lines.
  package init(_ old: [UInt8], _ new: [UInt8]) {
    self.old = Self.lines(old)
    self.new = Self.lines(new)
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// Writes the diff.
  ///
  /// - Parameters:
  ///   - path: the file's name, for the two lines at the top.
  ///   - usesColour: whether the output is a terminal that shows colours.
  /// - Returns: nothing for equal texts. Linear, with a bounded square for what lies between the first and last change.
  package func text(_ path: String, usesColour: Bool) -> String {
    let edits = edits()
    guard edits.contains(where: { $0 != .keep }) else { return "" }
    var text = Self.paint("--- \(path)\n+++ \(path)\n", "1", usesColour)
    var (index, oldLine, newLine) = (0, 0, 0)
    while index < edits.count {
      guard edits[index] != .keep else {
        (index, oldLine, newLine) = (index + 1, oldLine + 1, newLine + 1)
        continue
      }
      let start = max(0, index - Self.context)
      let end = Self.hunkEnd(edits, from: index)
      (oldLine, newLine) = (oldLine - (index - start), newLine - (index - start))
      text += hunk(edits[start..<end], &oldLine, &newLine, usesColour)
      index = end
    }
    return text
  }

  /// Where a hunk ends: behind the context of its last change, when the next one is far enough.
  private static func hunkEnd(_ edits: [Edit], from start: Int) -> Int {
    var end = start
    var kept = 0
    while end < edits.count, kept <= context * 2 {
      kept = edits[end] == .keep ? kept + 1 : 0
      end += 1
    }
    return kept > context ? end - (kept - context) : end
  }

  private func hunk(_ edits: ArraySlice<Edit>, _ oldLine: inout Int, _ newLine: inout Int, _ usesColour: Bool) -> String
  {
    let counts = (edits.count { $0 != .add }, edits.count { $0 != .remove })
    let head = "@@ -\(oldLine + 1),\(counts.0) +\(newLine + 1),\(counts.1) @@\n"
    var text = Self.paint(head, "36", usesColour)
    for edit in edits {
      switch edit {
      case .keep: text += " " + Self.shown(old[oldLine]) + "\n"
      case .remove: text += Self.paint("-" + Self.shown(old[oldLine]), "31", usesColour) + "\n"
      case .add: text += Self.paint("+" + Self.shown(new[newLine]), "32", usesColour) + "\n"
      }
      if edit != .add { oldLine += 1 }
      if edit != .remove { newLine += 1 }
    }
    return text
  }

  private func edits() -> [Edit] {
    let head = zip(old, new).prefix { $0 == $1 }.count
    let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    let middle = Self.edits(old[head..<(old.count - tail)], new[head..<(new.count - tail)])
    return Array(repeating: .keep, count: head) + middle + Array(repeating: .keep, count: tail)
  }

  /// The longest common lines of two short runs.
  private static func edits(_ old: ArraySlice<ArraySlice<UInt8>>, _ new: ArraySlice<ArraySlice<UInt8>>) -> [Edit] {
    let (a, b) = (Array(old), Array(new))
    guard a.count <= limit, b.count <= limit else {
      return Array(repeating: .remove, count: a.count) + Array(repeating: .add, count: b.count)
    }
    var common = Array(repeating: Array(repeating: Int32(0), count: b.count + 1), count: a.count + 1)
    for i in a.indices.reversed() {
      for j in b.indices.reversed() {
        common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : max(common[i + 1][j], common[i][j + 1])
      }
    }
    var result: [Edit] = []
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if i < a.count, j < b.count, a[i] == b[j] {
        result.append(.keep)
        (i, j) = (i + 1, j + 1)
      } else if i < a.count, j == b.count || common[i + 1][j] >= common[i][j + 1] {
        result.append(.remove)
        i += 1
      } else {
        result.append(.add)
        j += 1
      }
    }
    return result
  }

  private static func shown(_ line: ArraySlice<UInt8>) -> String {
    ShownText.escaped(String(decoding: line, as: UTF8.self))
  }

  private static func paint(_ text: String, _ code: String, _ usesColour: Bool) -> String {
    usesColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// Author text on its way to a terminal.
enum ShownText {
  /// The text without a raw control, bidirectional or line-ending character; tabs become a blank, a carriage return
  /// at the end is dropped.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in (text.unicodeScalars.last == "\r" ? text.unicodeScalars.dropLast() : text.unicodeScalars[...]) {
      switch scalar.value {
      case 0x09: result += " "
      case 0..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
