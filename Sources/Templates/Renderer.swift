/// Walks a routine's steps and writes bytes.
struct Renderer {
  /// How deep sections and includes may stand in each other; only recursive templates on deep records come near.
  private static let depthLimit = 200

  private let program: Program
  /// The program's steps and its text in place: reading them costs no reference counting.
  private let steps: UnsafeBufferPointer<Step>
  private let text: UnsafeBufferPointer<UInt8>
  /// The open records, outermost first.
  private var frames: [Record]
  /// What is put before each line of the templates.
  private var indent: [UInt8] = []
  private var depth = 0

  /// Renders a routine on a record.
  static func render(_ program: Program, routine: Int, _ record: Record, into out: inout [UInt8]) {
    program.steps.withUnsafeBufferPointer { steps in
      program.text.withUnsafeBufferPointer { text in
        var renderer = Renderer(program: program, steps: steps, text: text, frames: [record])
        renderer.run(program.routines[routine], into: &out)
      }
    }
  }

  private init(
    program: Program, steps: UnsafeBufferPointer<Step>, text: UnsafeBufferPointer<UInt8>, frames: [Record]
  ) {
    self.program = program
    self.steps = steps
    self.text = text
    self.frames = frames
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
    case .value(let place): write(value(place), into: &out)
    case .when(let place, let end): return value(place).isShown ? next : Int(end)
    case .unless(let place, let end): return value(place).isShown ? Int(end) : next
    case .each(let place, let hidden, let end):
      if case .list(let records) = value(place) {
        open(records, hiding: Int(hidden), next..<Int(end), into: &out)
      }
      return Int(end)
    case .within(let place, let hidden, let end):
      if case .record(let record) = value(place) {
        open(CollectionOfOne(record), hiding: Int(hidden), next..<Int(end), into: &out)
      }
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

  private func value(_ place: Step.Place) -> Value {
    var value = frames[Int(place.frame)][Int(place.slot)]
    for index in place.pathStart..<place.pathEnd {
      guard case .record(let record) = value else { return .none }
      value = record[Int(program.paths[Int(index)])]
    }
    return value
  }

  /// Opens records one after the other in place of a hidden one of the same shape.
  private mutating func open(
    _ records: some Collection<Record>, hiding hidden: Int, _ range: Range<Int>, into out: inout [UInt8]
  ) {
    guard let first = records.first else { return }
    let saved = hidden >= 0 ? frames.remove(at: hidden) : nil
    frames.append(first)
    for record in records {
      frames[frames.count - 1] = record
      run(range, into: &out)
    }
    frames.removeLast()
    if let saved { frames.insert(saved, at: hidden) }
  }

  private func routine(for value: Value, in choice: Int) -> Int32? {
    let word: [UInt8]
    switch value {
    case .text(let text): word = Array(text.utf8)
    case .bytes(let bytes): word = bytes
    default: return nil
    }
    return program.choices[choice].first { $0.word == word }?.routine
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

  private func write(_ value: Value, into out: inout [UInt8]) {
    switch value {
    case .text(let text): Escape.html(text, into: &out)
    case .bytes(let bytes): Escape.html(bytes, into: &out)
    case .html(let html): out.append(contentsOf: html.bytes)
    case .number(let number): write(number, into: &out)
    case .none, .flag, .list, .record: break
    }
  }

  private func write(_ number: Int, into out: inout [UInt8]) {
    if number < 0 { out.append(UInt8(ascii: "-")) }
    var low = out.count
    var rest = number.magnitude
    repeat {
      out.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    var high = out.count - 1
    while low < high {
      out.swapAt(low, high)
      low += 1
      high -= 1
    }
  }
}
