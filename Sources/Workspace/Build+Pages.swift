internal import Rendering
internal import Templates

extension Build {
  /// One worker's memory, used for one page after the other.
  private struct Tools {
    var values: Values
    var bytes: [UInt8] = []
  }

  /// Begins the files that are made in parts.
  func begin(_ site: Site, in publication: Publication) throws(WorkspaceError) -> [FilePart] {
    var parts: [FilePart] = []
    for job in site.files {
      let file = try publication.begin(path: job.path, parts: job.parts)
      for part in 0..<job.parts { parts.append(FilePart(job: job, file: file, part: part)) }
    }
    return parts
  }

  /// Makes all files and pages: first the parts of the data files and the pages that gather from the whole handbook,
  /// then the others.
  func render(_ site: Site, to publication: Publication, files: [FilePart], _ counter: Progress?) {
    let pages = site.gatheringFirst
    Parallel.forEach(
      count: files.count + pages.order.count, large: files.count + pages.gathering, jobs: jobs,
      tools: { Tools(values: site.values) }
    ) { index, tools in
      tools.bytes.removeAll(keepingCapacity: true)
      // The first failure is kept by the publication and thrown when it is committed.
      if index < files.count {
        files[index].job.make(site, files[index].part, &tools.bytes)
        try? publication.write(files[index].part, tools.bytes, of: files[index].file)
      } else {
        let page = pages.order[index - files.count]
        site.render(page, &tools.values, into: &tools.bytes)
        try? publication.write(path: site.pages[page].address.path, bytes: tools.bytes)
        counter?.advance()
      }
    }
  }
}

/// One part of a file that is made without a template.
struct FilePart: Sendable {
  let job: FileJob
  let file: FileInParts
  let part: Int
}
