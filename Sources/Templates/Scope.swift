/// Where a value lies at render time: in which open record, in which of its slots, and further down a dotted name.
struct Slot: Hashable {
  /// The record, counted from the outermost.
  var frame: Int
  /// The slots, one for each part of the name.
  var path: [Int]
}

/// What the names in a piece of template mean: the shapes of the records that are open, outermost first.
///
/// No shape is in it twice: all names of an outer record are hidden by an inner one of the same shape. So there are
/// finitely many scopes, and a template that includes itself compiles to finitely many programs.
struct Scope: Hashable {
  private(set) var frames: [Int]
  /// What `{{.}}` means in a section over a text; nil when it means the field `.` of the innermost record.
  private(set) var dot: Slot?

  /// The scope of an entry.
  init(shape: Int) { frames = [shape] }

  /// The index of the innermost record.
  var top: Int { frames.count - 1 }

  /// The scope inside a section that opens records of a shape.
  ///
  /// - Returns: the scope and the index of the record that it hides, if there is one.
  func opening(_ shape: Int) -> (scope: Scope, hidden: Int?) {
    var inner = self
    let hidden = frames.firstIndex(of: shape)
    if let hidden { inner.frames.remove(at: hidden) }
    inner.frames.append(shape)
    inner.dot = nil
    return (inner, hidden)
  }

  /// The scope inside a section over a text.
  func naming(_ slot: Slot) -> Scope {
    var inner = self
    inner.dot = slot
    return inner
  }

  /// A value that a name found.
  struct Target {
    let slot: Slot
    let kind: ShapeTable.Kind
  }

  /// A name that means nothing here.
  struct Miss: Error {
    /// The part that was not found.
    let part: [UInt8]
    /// The shape it was looked for in; nil when the value before the dot has no fields.
    let shape: Int?
    /// The names that would have been found, innermost first.
    let known: [String]
  }

  /// Looks a name up: its first part in the records from the innermost outwards, each further part in the one before.
  func resolve(_ name: Name, in shapes: ShapeTable) -> Result<Target, Miss> {
    switch first(name.parts[0], in: shapes) {
    case .success(let target): follow(target, name.parts.dropFirst(), in: shapes)
    case .failure(let miss): .failure(miss)
    }
  }

  private func first(_ part: [UInt8], in shapes: ShapeTable) -> Result<Target, Miss> {
    let isDot = part == [UInt8(ascii: ".")]
    if isDot, let dot { return .success(Target(slot: dot, kind: kind(at: dot, in: shapes))) }
    for frame in frames.indices.reversed() where !isDot || frame == top {
      let row = shapes.rows[frames[frame]]
      if let slot = row.slots[part] {
        return .success(Target(slot: Slot(frame: frame, path: [slot]), kind: row.fields[slot].kind))
      }
    }
    return .failure(Miss(part: part, shape: frames[top], known: isDot ? [] : names(in: shapes)))
  }

  private func follow(
    _ target: Target, _ parts: ArraySlice<[UInt8]>, in shapes: ShapeTable
  ) -> Result<Target, Miss> {
    var target = target
    for part in parts {
      guard case .record(let shape) = target.kind else {
        return .failure(Miss(part: part, shape: nil, known: []))
      }
      let row = shapes.rows[shape]
      guard let slot = row.slots[part] else {
        return .failure(Miss(part: part, shape: shape, known: row.fields.map { $0.name.shown }))
      }
      let path = target.slot.path + [slot]
      target = Target(slot: Slot(frame: target.slot.frame, path: path), kind: row.fields[slot].kind)
    }
    return .success(target)
  }

  private func kind(at slot: Slot, in shapes: ShapeTable) -> ShapeTable.Kind {
    var kind = ShapeTable.Kind.record(frames[slot.frame])
    for step in slot.path {
      guard case .record(let shape) = kind else { break }
      kind = shapes.rows[shape].fields[step].kind
    }
    return kind
  }

  private func names(in shapes: ShapeTable) -> [String] {
    var seen: Set<[UInt8]> = []
    return frames.reversed().flatMap { shapes.rows[$0].fields }
      .filter { seen.insert($0.name).inserted }.map { $0.name.shown }
  }
}
