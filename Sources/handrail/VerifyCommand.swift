import ArgumentParser
import Diagnostics
import Procedures
import Workspace

/// `handrail verify`: every sealed file and the chain of hashes.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "核对发行档案：台账的每一行、密封的每一个文件。 Checks every line of the ledger and every sealed file.",
    discussion: """
      例 Examples:
        handrail verify                        核对 content/issued/ · check the archive
        handrail verify --site public          连同发布的文件夹 · and a published folder
        handrail verify --key 公钥.pem         连同台账头的签名 · and the signature of the head
        handrail verify --key 私钥.pem         核对无误后签名 · sign the head if all is well

      钥匙 Keys (Ed25519):
        openssl genpkey -algorithm ed25519 -out 私钥.pem
        openssl pkey -in 私钥.pem -pubout -out 公钥.pem
      私钥离线保管，不放进手册。 Keep the secret key off line, never in the handbook.

      台账被整份退回旧备份时，只有手册之外的凭据看得出来：签名、发布过的文件夹、纸上印的台账头。
      A ledger that was rolled back as a whole shows only against what is kept elsewhere: a signature, a published \
      folder, the head that is printed on paper.
      退出码 Exit: 0 全部相符 · all is as it was written; 2 有不符 · something is not
      """)

  @OptionGroup var options: HandbookOptions

  @Option(help: ArgumentHelp("Ed25519 钥匙（PEM）：公钥核对，私钥签名。 A public key checks, a secret one signs.", valueName: "file"))
  var key: String?

  @Option(help: ArgumentHelp("发布的文件夹，按它的清单和台账核对。 A published folder.", valueName: "dir"))
  var site: String?

  func run() throws {
    let settings = try Settings.read(handbook: options.directory)
    let console = options.console(settings)
    let key = try key.map { try Self.read($0) }
    var isSigning = false
    if case .secret? = key { isSigning = true }
    guard let archive = try Archive.open(options.directory, for: isSigning ? .writing : .reading) else {
      throw WorkspaceError(
        .ledger, path: LedgerText.path,
        message: Localized(zh: "还没有发行过任何文件，没有可核对的档案", en: "nothing was ever issued; there is no archive to check"))
    }
    for notice in archive.notices { console.say(notice) }
    let inspection = try archive.inspect()
    var faults = inspection.faults
    var lines = [Self.summary(archive, inspection)[console.language]]
    if let site {
      let found = try SiteInspection(site, ledger: archive.ledger)
      faults += found.faults
      lines += Self.lines(found, site).map { $0[console.language] }
    }
    if case .open(let key)? = key {
      let (signature, found) = archive.faults(ofSignatureBy: key)
      faults += found
      if let signature, found.isEmpty {
        lines.append(Self.line(signature, archive)[console.language])
      }
    }
    if !faults.isEmpty {
      console.report(faults, files: [archive.ledgerFile])
      console.write(
        Localized(zh: "不符：\(faults.count) 处\n", en: "\(faults.count) fault\(faults.count == 1 ? "" : "s")\n")[
          console.language])
      throw ExitCode(2)
    }
    if case .secret(let seed)? = key {
      lines.append(Self.line(try archive.sign(seed: seed), archive)[console.language])
    }
    lines.append(Localized(zh: "台账头 \(archive.ledger.head)", en: "head \(archive.ledger.head)")[console.language])
    Console.result(Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  private static func read(_ path: String) throws -> SigningKey {
    if let key = SigningKey(parsing: try LooseFile.read(path)) { return key }
    throw WorkspaceError(
      .usage, path: path,
      message: Localized(
        zh: "不是 Ed25519 钥匙（PEM）；用 openssl genpkey -algorithm ed25519 生成，见 verify --help",
        en: "this is no Ed25519 key in PEM; make one with openssl genpkey -algorithm ed25519, see verify --help"))
  }

  private static func summary(_ archive: Archive, _ inspection: Inspection) -> Localized {
    let versions = archive.ledger.documents.reduce(0) { $0 + $1.versions.count }
    let (events, documents) = (archive.ledger.events.count, archive.ledger.documents.count)
    let size = "\(inspection.bytes / 1_000_000).\(inspection.bytes / 100_000 % 10) MB"
    return Localized(
      zh: "台账 \(events) 行，\(documents) 份文件 \(versions) 个版本；读了 \(inspection.files) 个密封文件（\(size)），全部相符",
      en:
        "\(events) lines, \(documents) documents, \(versions) versions; \(inspection.files) sealed files (\(size)) are as they were "
        + "written")
  }

  private static func lines(_ site: SiteInspection, _ path: String) -> [Localized] {
    var lines = [
      Localized(
        zh: "\(path)：\(site.files) 个文件与清单相符，台账是现有台账的一部分",
        en: "\(path): \(site.files) files match the manifest, and its ledger is a part of this one")
    ]
    if !site.foreign.isEmpty {
      let list = site.foreign.prefix(3).joined(separator: "、")
      lines.append(
        Localized(
          zh: "\(path)：另有 \(site.foreign.count) 个不是本程序生成的文件（\(list)）",
          en: "\(path): \(site.foreign.count) more files are not Handrail's (\(list))"))
    }
    return lines
  }

  private static func line(_ signature: HeadSignature, _ archive: Archive) -> Localized {
    let later = archive.ledger.events.count - signature.seq
    return Localized(
      zh: "签名有效：第 \(signature.seq) 行，公钥 \(signature.key.prefix(16))…" + (later > 0 ? "；其后还有 \(later) 行没有签" : ""),
      en: "the signature holds: line \(signature.seq), key \(signature.key.prefix(16))…"
        + (later > 0 ? "; \(later) lines after it are not signed" : ""))
  }
}
