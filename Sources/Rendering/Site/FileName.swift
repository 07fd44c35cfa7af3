@_spi(_Unicode) internal import Swift

/// Names as they stand in addresses: safe as a file name on every system and in a URL, Chinese kept, never empty.
package enum FileName {
  /// The most bytes of a name; file systems take 255, and a suffix and an extension may follow.
  static let longest = 180

  /// Makes a name safe: normal form C; characters that are unsafe in file names or URLs become `-`.
  ///
  /// - Parameter name: a code, or the name of what has none.
  package static func safe(_ name: String) -> String {
    var text = String.UnicodeScalarView()
    var count = 0
    for scalar in name._nfc {
      let kept: Unicode.Scalar = isUnsafe(scalar) ? "-" : scalar
      if kept == "-", text.last == "-" { continue }
      count += UTF8.width(kept)
      if count > longest { break }
      text.append(kept)
    }
    while let first = text.first, first == "." || first == "-" { text.removeFirst() }
    while let last = text.last, last == "." || last == "-" { text.removeLast() }
    if text.isEmpty { return "-" }
    let result = String(text)
    return isReserved(result) ? result + "-" : result
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "(", ")", "~": return false
      default: return true
      }
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator:
      return true
    default: return false
    }
  }

  /// Whether Windows keeps the name for a device, with or without an extension.
  private static func isReserved(_ name: String) -> Bool {
    guard let first = name.utf8.first, "cpanlCPANL".utf8.contains(first) else { return false }
    let stem = (name.split(separator: ".").first ?? "").lowercased()
    if ["con", "prn", "aux", "nul"].contains(stem) { return true }
    guard stem.utf8.count == 4, let digit = stem.utf8.last, (0x31...0x39).contains(digit) else { return false }
    return stem.hasPrefix("com") || stem.hasPrefix("lpt")
  }
}

/// Names that were given out in one folder; two that differ only in case or in normal form count as the same.
struct NameRegister {
  private var used: Set<String>
  private var next: [String: Int] = [:]

  /// Keeps the names of the files that the folder has anyway.
  init(reserved: [String]) { used = Set(reserved) }

  /// A safe form of a name that nobody has yet: the name itself, else with `-2`, `-3` … behind it.
  mutating func take(_ name: String) -> String {
    let safe = FileName.safe(name)
    let key = safe.lowercased()
    if used.insert(key).inserted { return safe }
    var number = next[key] ?? 2
    while !used.insert("\(key)-\(number)").inserted { number += 1 }
    next[key] = number + 1
    return "\(safe)-\(number)"
  }
}
