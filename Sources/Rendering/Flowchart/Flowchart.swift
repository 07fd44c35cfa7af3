/// A procedure's steps as a swim-lane chart: roles are lanes from left to right, steps run down in their order.
///
/// The chart is plain data. Its drawing is static SVG without style sheets or scripts (spec/site.md), the same bytes for
/// the same chart; its words are ``textAlternative(in:)``. Charts of more than ``largestChart`` steps are split by stage
/// with ``charts(of:)``.
package struct Flowchart: Sendable, Hashable {
  /// The most steps that one chart shows legibly; longer procedures get one chart a stage (design/visual.md, Flowchart).
  package static let largestChart = 40

  /// The roles in order of first appearance.
  package var lanes: [Lane]
  /// What is drawn, from top to bottom.
  package var nodes: [Node]
  /// The lines between the nodes; lines to nodes that do not exist are left out.
  package var edges: [Edge]

  /// Gathers a chart.
  ///
  /// - Parameters:
  ///   - lanes: the roles in order of first appearance; with none, one lane without a name is drawn.
  ///   - nodes: steps, pause points, start, end and references in the order of the document.
  ///   - edges: lines between indices of `nodes`.
  package init(lanes: [Lane], nodes: [Node], edges: [Edge]) {
    self.lanes = lanes
    self.nodes = nodes
    self.edges = edges
  }
}

extension Flowchart {
  /// One role's column.
  package struct Lane: Sendable, Hashable {
    /// The role as it is shown at the head of the lane.
    package var name: String

    /// Names a lane.
    package init(name: String) { self.name = name }
  }

  /// One place in the flow.
  package struct Node: Sendable, Hashable {
    /// What a node is; each kind has its own outline.
    package enum Kind: Sendable, Hashable {
      /// A step: a box.
      case step
      /// A step that ends in a choice: a notched box. The text, if any, is a condition that has no line of its own.
      case decision(String)
      /// A pause point: a bar across all lanes with these words, such as `检查点：开门`.
      case pause(String)
      /// Where the flow begins.
      case start
      /// Where the flow ends.
      case end
      /// Another document or section, by its code or name: a box with a turned corner.
      ///
      /// One that a single branch enters and nothing leaves hangs beside its step; any other one stands in its lane.
      case external(String)
    }

    /// The outline.
    package var kind: Kind
    /// The number as it is shown, such as `3` or `3.1`; may be empty.
    package var label: String
    /// The action as plain text; drawn up to 24 Han, the whole of it in the tooltip and in the text alternative.
    package var text: String
    /// The index of the lane of the first responsible role.
    package var lane: Int
    /// The lanes of the others who take part; each gets a dot on the height of the step.
    package var others: [Int]
    /// The stage that the node belongs to, if the procedure has stages.
    package var stage: String?
    /// Where the node leads when it is chosen, such as `#step-3`; empty for none. Written as it is, so it must be safe.
    package var href: String
    /// Whether the step holds a killer item.
    package var isKiller: Bool
    /// Whether the step may be left out.
    package var isOptional: Bool

    /// Describes a node.
    package init(
      _ kind: Kind = .step, label: String = "", text: String = "", lane: Int = 0, others: [Int] = [],
      stage: String? = nil, href: String = "", isKiller: Bool = false, isOptional: Bool = false
    ) {
      self.kind = kind
      self.label = label
      self.text = text
      self.lane = lane
      self.others = others
      self.stage = stage
      self.href = href
      self.isKiller = isKiller
      self.isOptional = isOptional
    }

    /// The code and the words of a reference to something else; one of them may be enough.
    var reference: String {
      guard case .external(let code) = kind else { return text }
      return text.isEmpty || text == code ? code : code.isEmpty ? text : code + " " + text
    }

    /// Whether the node counts towards the size of a chart.
    var isStep: Bool {
      switch kind {
      case .step, .decision: true
      case .pause, .start, .end, .external: false
      }
    }
  }

  /// One line from node to node.
  package struct Edge: Sendable, Hashable {
    /// Why the flow goes this way.
    package enum Kind: Sendable, Hashable {
      /// In the order of the document.
      case next
      /// Because a condition holds.
      case branch
      /// Back to an earlier place.
      case loop
    }

    /// The index of the node that the line leaves.
    package var from: Int
    /// The index of the node that the line enters.
    package var to: Int
    /// The condition that stands on the line.
    package var label: String?
    /// Why the flow goes this way.
    package var kind: Kind

    /// Describes a line.
    package init(from: Int, to: Int, label: String? = nil, kind: Kind = .next) {
      self.from = from
      self.to = to
      self.label = label
      self.kind = kind
    }
  }
}
