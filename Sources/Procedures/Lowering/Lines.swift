import Diagnostics
import Markdown

/// The lines of a document, one for each paragraph, heading and cell, flattened in one pass and lent as plain pointers.
///
/// Valid only inside `Lines.lend`.
struct Lines {
  /// Where a line lies in the bytes and segments of all lines.
  fileprivate struct Place {
    var start: Int32 = 0
    var end: Int32 = 0
    var firstSegment: Int32 = 0
    var lastSegment: Int32 = 0
  }

  let view: DocumentView
  private let document: Document
  private let bytes: UnsafeBufferPointer<UInt8>
  private let segments: UnsafeBufferPointer<Line.Segment>
  private let places: UnsafeBufferPointer<Place>

  /// The line of a paragraph, heading or cell; an empty one of any other block.
  subscript(block: Block) -> Line {
    let place = places[block.place]
    let segments = segments[Int(place.firstSegment)..<Int(place.lastSegment)]
    return Line(
      bytes: Bytes(UnsafeBufferPointer(rebasing: bytes[Int(place.start)..<Int(place.end)])),
      segments: UnsafeBufferPointer(rebasing: segments))
  }

  /// The bytes of the source between the cuts of a phrase.
  func range(of phrase: Phrase) -> SourceRange { view.range(of: phrase) ?? document.range(of: phrase) }

  /// Flattens a document and lends its lines. Linear.
  static func lend<R>(_ document: Document, _ body: (Lines) -> R) -> R {
    document.withView { view in
      var flattening = Flattening(view, document)
      view.forEachLeaf { flattening.add($0, $1) }
      return flattening.bytes.withUnsafeBufferPointer { bytes in
        flattening.segments.withUnsafeBufferPointer { segments in
          flattening.places.withUnsafeBufferPointer { places in
            body(Lines(view: view, document: document, bytes: bytes, segments: segments, places: places))
          }
        }
      }
    }
  }
}

/// The lines of a document while they are made.
private struct Flattening {
  let view: DocumentView
  let document: Document
  var bytes: [UInt8] = []
  var segments: [Line.Segment] = []
  var places: [Lines.Place]

  init(_ view: DocumentView, _ document: Document) {
    self.view = view
    self.document = document
    places = Array(repeating: Lines.Place(), count: view.count)
    bytes.reserveCapacity(view.textCount + view.count)
    segments.reserveCapacity(view.count)
  }

  /// Flattens the inlines of one block.
  mutating func add(_ block: Block, _ first: Inline) {
    let start = bytes.count
    let firstSegment = segments.count
    var next: Inline? = first
    while let inline = next {
      let from = bytes.count - start
      let origin = add(inline)
      segments.append(
        Line.Segment(
          start: Int32(truncatingIfNeeded: from), end: Int32(truncatingIfNeeded: bytes.count - start), inline: inline,
          offset: 0, origin: origin))
      next = view.next(after: inline)
    }
    places[block.place] = Lines.Place(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: bytes.count),
      firstSegment: Int32(truncatingIfNeeded: firstSegment), lastSegment: Int32(truncatingIfNeeded: segments.count))
  }

  private mutating func add(_ inline: Inline) -> Line.Origin {
    switch view.kind(of: inline) {
    case .text:
      bytes.append(contentsOf: view.bytes(of: inline))
      return .plain
    case .codeSpan:
      bytes.append(contentsOf: view.bytes(of: inline))
      return .code
    case .softBreak, .lineBreak:
      bytes.append(0x0A)
      return .lineEnd
    case .strong:
      addStrong(inline)
      return .strong
    default:
      bytes += document.plainBytes(of: Phrase(first: inline, start: 0, last: inline, end: 0))
      return .other
    }
  }

  /// Bold is mostly one name.
  private mutating func addStrong(_ inline: Inline) {
    if let only = view.first(in: inline), view.next(after: only) == nil, view.kind(of: only) == .text {
      bytes.append(contentsOf: view.bytes(of: only))
    } else {
      bytes += document.plainBytes(of: document.phrase(of: inline))
    }
  }
}
