/// The values that a template is rendered from: one row of slots and one buffer of text, so that a page with thousands
/// of values costs no allocation but those two.
///
/// A record is as many slots side by side as its shape has fields. Texts are escaped when they are put in, so that
/// rendering copies bytes and nothing else. What holds for all pages is put in first and kept by `reset`.
package struct Values: Sendable {
  /// Where a value lies: so many bytes, or so many records, from a start. Whatever has none is not shown.
  struct Slot: Sendable {
    var start: UInt32 = 0
    var count: UInt32 = 0
  }

  private(set) var slots: [Slot] = []
  private(set) var bytes: [UInt8] = []
  /// The slot that the next value is put into.
  package private(set) var place = 0
  private var kept = (slots: 0, bytes: 0)

  /// No values.
  package init() {}

  /// Keeps what was put in until now for all that follows.
  package mutating func keep() { kept = (slots.count, bytes.count) }

  /// Forgets all but what is kept; the memory stays for the next page.
  package mutating func reset() {
    slots.removeSubrange(kept.slots...)
    bytes.removeSubrange(kept.bytes...)
  }

  /// Adds the slots of some records, empty.
  ///
  /// - Returns: the first of them.
  package mutating func open(_ count: Int) -> Int {
    let first = slots.count
    slots.append(contentsOf: repeatElement(Slot(), count: count))
    return first
  }

  /// Says into which slot the next value is put.
  package mutating func move(to slot: Int) { place = slot }

  /// Whether the slot before the current one holds anything.
  package var holdsBefore: Bool { place > 0 && slots[place - 1].count > 0 }

  private mutating func put(_ start: Int, _ count: Int) {
    slots[place] = Slot(start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: count))
  }
}

// MARK: - Putting values in

extension Values {
  /// A text, with its delimiters escaped.
  package mutating func text(_ text: String) {
    let start = bytes.count
    Escape.html(text, into: &bytes)
    put(start, bytes.count - start)
  }

  /// A whole number in decimal digits.
  package mutating func number(_ number: Int) { html { $0.append(number: number) } }

  /// Yes or no.
  package mutating func flag(_ flag: Bool) { put(0, flag ? 1 : 0) }

  /// Markup that is safe by its type.
  package mutating func html(_ markup: SafeHTML) { html { $0.append(contentsOf: markup.bytes) } }

  /// Markup that a writer appends; it vouches for the bytes as `SafeHTML(trusted:)` does.
  package mutating func html(_ write: (inout [UInt8]) -> Void) {
    let start = bytes.count
    write(&bytes)
    put(start, bytes.count - start)
  }

  /// Says where the records of a list are.
  ///
  /// - Parameters:
  ///   - slot: the list's own slot.
  ///   - first: the first slot of the first record.
  ///   - count: how many records there are.
  package mutating func records(_ slot: Int, at first: Int, _ count: Int) {
    place = slot
    put(first, count)
  }

  /// A record whose fields are all texts; an empty one is nothing.
  package mutating func record(texts: [String]) {
    let mine = place
    let first = open(texts.count)
    put(first, 1)
    for (index, text) in texts.enumerated() {
      place = first + index
      self.text(text)
    }
    place = mine
  }

  /// A record that was put in before.
  package mutating func record(at slot: Int) { put(slot, 1) }
}

extension [UInt8] {
  /// Appends a number in decimal digits.
  package mutating func append(number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var low = count
    var rest = number.magnitude
    repeat {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    var high = count - 1
    while low < high {
      swapAt(low, high)
      low += 1
      high -= 1
    }
  }
}
