internal import CSodium
package import Diagnostics
package import Procedures

/// An Ed25519 key as `openssl genpkey -algorithm ed25519` writes it (RFC 8410, RFC 8032).
package enum SigningKey: Sendable {
  /// Signs: the 32 bytes of the seed.
  case secret([UInt8])
  /// Checks: the 32 bytes of the public key.
  case open([UInt8])

  private static let secretPrefix: [UInt8] = [
    0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ]
  private static let openPrefix: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]

  /// Reads a PEM file of a secret or public key; nil for anything else.
  package init?(parsing bytes: [UInt8]) {
    guard bytes.count < 4096, let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let lines = text.split(whereSeparator: \.isNewline)
    let body = lines.filter { !$0.hasPrefix("-----") }.joined()
    guard lines.contains(where: { $0.hasPrefix("-----BEGIN") }), let key = Self.decoded(body) else { return nil }
    if key.count == 48, key.starts(with: Self.secretPrefix) {
      self = .secret(Array(key.suffix(32)))
    } else if key.count == 44, key.starts(with: Self.openPrefix) {
      self = .open(Array(key.suffix(32)))
    } else {
      return nil
    }
  }

  private static func decoded(_ text: String) -> [UInt8]? {
    var out = [UInt8](repeating: 0, count: text.utf8.count)
    var count = 0
    let code = text.withCString { start in
      sodium_base642bin(
        &out, out.count, start, text.utf8.count, " \r", &count, nil, sodium_base64_VARIANT_ORIGINAL)
    }
    return code == 0 ? Array(out.prefix(count)) : nil
  }
}

/// `content/issued/ledger.sig`: who vouches for the ledger up to which line.
package struct HeadSignature: Sendable, Hashable {
  /// The number of the line that was the last one.
  package let seq: Int
  /// Its hash.
  package let head: String
  /// The public key, 64 hexadecimal digits.
  package let key: String
  /// The signature of `message`, 128 hexadecimal digits.
  package let signature: String

  /// What is signed, so that any tool for Ed25519 can check it.
  private static func message(_ seq: Int, _ head: String) -> [UInt8] {
    Array("handrail ledger \(seq) \(head)\n".utf8)
  }

  /// Signs the last line of a ledger.
  init?(_ last: LedgerEvent, seed: [UInt8]) {
    guard sodium_init() >= 0, seed.count == crypto_sign_seedbytes() else { return nil }
    var open = [UInt8](repeating: 0, count: crypto_sign_publickeybytes())
    var secret = [UInt8](repeating: 0, count: crypto_sign_secretkeybytes())
    guard crypto_sign_seed_keypair(&open, &secret, seed) == 0 else { return nil }
    var signature = [UInt8](repeating: 0, count: crypto_sign_bytes())
    let message = Self.message(last.seq, last.hash)
    let code = crypto_sign_detached(&signature, nil, message, UInt64(message.count), secret)
    sodium_memzero(&secret, secret.count)
    guard code == 0 else { return nil }
    seq = last.seq
    head = last.hash
    key = Self.hex(open)
    self.signature = Self.hex(signature)
  }

  /// Reads the file; nil for anything that is not one.
  init?(parsing bytes: [UInt8]) {
    guard bytes.last == 0x0A, let value = CanonicalJSON.value(Array(bytes.dropLast())),
      let seq = value["seq"]?.number, let head = value["head"]?.text, let key = value["key"]?.text,
      let signature = value["signature"]?.text
    else { return nil }
    self.seq = seq
    self.head = head
    self.key = key
    self.signature = signature
  }

  /// The bytes of the file.
  var bytes: [UInt8] {
    JSONValue.object(of: [
      ("seq", .number(seq)), ("head", .string(head)), ("key", .string(key)), ("signature", .string(signature)),
    ]).canonicalBytes + [0x0A]
  }

  /// Whether the signature is by a public key.
  func isBy(_ open: [UInt8]) -> Bool {
    guard sodium_init() >= 0, let signature = Self.bytes(ofHex: signature), signature.count == crypto_sign_bytes(),
      open.count == crypto_sign_publickeybytes()
    else { return false }
    let message = Self.message(seq, head)
    return crypto_sign_verify_detached(signature, message, UInt64(message.count), open) == 0
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private static func bytes(ofHex text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      let pair = String(decoding: digits[index...(index + 1)], as: UTF8.self)
      guard let byte = UInt8(pair, radix: 16) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}

extension Archive {
  /// Signs the head and keeps the signature beside the ledger; the archive must be open for writing.
  package func sign(seed: [UInt8]) throws(WorkspaceError) -> HeadSignature {
    guard let last = ledger.events.last, let signature = HeadSignature(last, seed: seed) else {
      throw WorkspaceError(
        .ledger, path: LedgerText.path,
        message: Localized(zh: "台账是空的，没有可签的内容", en: "the ledger is empty; there is nothing to sign"))
    }
    let code = issued.replace(Self.signatureName, signature.bytes)
    if code != 0 {
      throw WorkspaceError(WorkspaceAction.write.text, path: Self.folder + "/" + Self.signatureName, code: code)
    }
    return signature
  }

  /// What a signature and a public key say of the ledger: nothing wrong, or what.
  package func faults(ofSignatureBy open: [UInt8]) -> (signature: HeadSignature?, faults: [Diagnostic]) {
    let path = Self.folder + "/" + Self.signatureName
    func fault(_ zh: String, _ en: String) -> Diagnostic {
      Diagnostic(.error, .documentControl, path: path, range: .start, message: Localized(zh: zh, en: en))
    }
    guard case .bytes(let bytes) = issued.read(Self.signatureName, limit: 4096) else {
      return (
        nil,
        [
          fault(
            "没有签名；用私钥运行一次 verify --key 来签",
            "there is no signature; run verify --key with the secret key")
        ]
      )
    }
    guard let signature = HeadSignature(parsing: bytes), signature.isBy(open) else {
      return (nil, [fault("签名不是这把钥匙签的，或被改动过", "the signature is not by this key, or was altered")])
    }
    let line = ledger.events.first { $0.seq == signature.seq }
    if line?.hash == signature.head { return (signature, []) }
    return (
      signature,
      [
        fault(
          "签过的第 \(signature.seq) 行（\(signature.head.prefix(12))…）\(line == nil ? "已不在台账里：台账被截短或退回到旧的一份" : "在台账里是另一行：台账被换过")",
          "the signed line \(signature.seq) (\(signature.head.prefix(12))…) "
            + (line == nil
              ? "is no longer in the ledger: it was cut or rolled back"
              : "is another one in the ledger: it was replaced"))
      ]
    )
  }
}
