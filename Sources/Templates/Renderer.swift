/// Walks a routine's steps and writes bytes.
struct Renderer {
  /// How deep sections and includes may stand in each other; only recursive templates on deep records come near.
  private static let depthLimit = 200

  private let program: Program
  /// The program's steps and its text in place: reading them costs no reference counting. So with the values.
  private let steps: UnsafeBufferPointer<Step>
  private let text: UnsafeBufferPointer<UInt8>
  private let slots: UnsafeBufferPointer<Values.Slot>
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The first slots of the open records, outermost first.
  private var frames: [Int]
  /// What is put before each line of the templates.
  private var indent: [UInt8] = []
  private var depth = 0

  /// Renders a routine on the record that begins at a slot.
  static func render(_ program: Program, routine: Int, _ values: Values, at slot: Int, into out: inout [UInt8]) {
    program.steps.withUnsafeBufferPointer { steps in
      program.text.withUnsafeBufferPointer { text in
        values.slots.withUnsafeBufferPointer { slots in
          values.bytes.withUnsafeBufferPointer { bytes in
            var renderer = Renderer(
              program: program, steps: steps, text: text, slots: slots, bytes: bytes, frames: [slot])
            renderer.run(program.routines[routine], into: &out)
          }
        }
      }
    }
  }

  private mutating func run(_ range: Range<Int>, into out: inout [UInt8]) {
    if depth > Self.depthLimit { return }
    depth += 1
    var index = range.lowerBound
    while index < range.upperBound {
      index = step(index, into: &out)
    }
    depth -= 1
  }

  /// Does one step and says which comes next.
  private mutating func step(_ index: Int, into out: inout [UInt8]) -> Int {
    let next = index + 1
    switch steps[index] {
    case .text(let start, let end, let startsLine): write(Int(start)..<Int(end), startsLine, into: &out)
    case .lineStart: out.append(contentsOf: indent)
    case .value(let place): out.append(contentsOf: content(value(place)))
    case .when(let place, let end): return value(place).count > 0 ? next : Int(end)
    case .unless(let place, let end): return value(place).count > 0 ? Int(end) : next
    case .each(let place, let size, let hidden, let end):
      open(value(place), size: Int(size), hiding: Int(hidden), next..<Int(end), into: &out)
      return Int(end)
    case .indented(let routine, let start, let end): call(routine, start, end, into: &out)
    case .inline(let routine): call(routine, -1, -1, into: &out)
    case .choose(let place, let choice, let start, let end):
      if let routine = routine(for: value(place), in: Int(choice)) { call(routine, start, end, into: &out) }
    case .indent(let start, let end): indent.append(contentsOf: text[Int(start)..<Int(end)])
    case .outdent(let count): indent.removeLast(Int(count))
    }
    return next
  }

  private func value(_ place: Step.Place) -> Values.Slot {
    var slot = slots[frames[Int(place.frame)] + Int(place.slot)]
    for index in place.pathStart..<place.pathEnd {
      if slot.count == 0 { return slot }
      slot = slots[Int(slot.start) + Int(program.paths[Int(index)])]
    }
    return slot
  }

  private func content(_ slot: Values.Slot) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(slot.start)..<Int(slot.start) + Int(slot.count)])
  }

  /// Opens records one after the other in place of a hidden one of the same shape.
  private mutating func open(
    _ list: Values.Slot, size: Int, hiding hidden: Int, _ range: Range<Int>, into out: inout [UInt8]
  ) {
    if list.count == 0 { return }
    let saved = hidden >= 0 ? frames.remove(at: hidden) : nil
    frames.append(0)
    for record in 0..<Int(list.count) {
      frames[frames.count - 1] = Int(list.start) + record * size
      run(range, into: &out)
    }
    frames.removeLast()
    if let saved { frames.insert(saved, at: hidden) }
  }

  private func routine(for slot: Values.Slot, in choice: Int) -> Int32? {
    let word = content(slot)
    return program.choices[choice].first { $0.word.elementsEqual(word) }?.routine
  }

  /// Does another routine with more indentation, or with none at all when it stands within a line.
  private mutating func call(_ routine: Int32, _ start: Int32, _ end: Int32, into out: inout [UInt8]) {
    let saved = indent
    if start < 0 {
      indent = []
    } else {
      indent.append(contentsOf: text[Int(start)..<Int(end)])
    }
    run(program.routines[Int(routine)], into: &out)
    indent = saved
  }

  private func write(_ range: Range<Int>, _ startsLine: Bool, into out: inout [UInt8]) {
    if indent.isEmpty { return write(range, into: &out) }
    if startsLine { out.append(contentsOf: indent) }
    var copied = range.lowerBound
    for index in range where text[index] == 0x0A && index + 1 < range.upperBound {
      write(copied..<index + 1, into: &out)
      out.append(contentsOf: indent)
      copied = index + 1
    }
    write(copied..<range.upperBound, into: &out)
  }

  private func write(_ range: Range<Int>, into out: inout [UInt8]) {
    out.append(contentsOf: UnsafeBufferPointer(rebasing: text[range]))
  }
}
