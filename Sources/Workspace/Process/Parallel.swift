internal import CSystem
internal import Glibc
internal import Synchronization

/// The one way in which Handrail uses several cores: a map that keeps the order of its input.
package enum Parallel {
  /// The number of workers when none is asked for: the processors that this process may use.
  package static var processors: Int { Int(handrail_processors()) }

  /// Calls `body` once for every index and gathers the results in the order of the indices.
  ///
  /// The calling thread works too; threads of its own have 8 MiB of stack, as the first one has. Where no thread can
  /// be started, the calling thread does everything.
  ///
  /// - Parameters:
  ///   - count: how many results there are.
  ///   - jobs: the most workers at a time; at least one works.
  ///   - body: makes one result; runs on several threads at once.
  /// - Returns: the results, in order.
  package static func map<Value: Sendable>(
    count: Int, jobs: Int = processors, _ body: @Sendable (Int) -> Value
  ) -> [Value] {
    guard count > 0 else { return [] }
    let workers = min(max(jobs, 1), count, 256)
    if workers == 1 { return (0..<count).map(body) }
    return [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Every index is taken by exactly one worker, so no two threads touch the same element.
      nonisolated(unsafe) let results = buffer
      spread(count: count, workers: workers) { index in
        results.initializeElement(at: index, to: body(index))
      }
      initialized = count
    }
  }

  /// Calls `body` once for every element of an array and gathers the results in the same order.
  ///
  /// - Parameters:
  ///   - items: what is worked on.
  ///   - jobs: the most workers at a time; at least one works.
  ///   - body: makes one result; runs on several threads at once.
  package static func map<Item: Sendable, Value: Sendable>(
    _ items: [Item], jobs: Int = processors, _ body: @Sendable (Item) -> Value
  ) -> [Value] {
    map(count: items.count, jobs: jobs) { body(items[$0]) }
  }

  /// Hands out the indices in small runs, so that a few slow ones at the end do not leave the other workers idle.
  private static func spread(count: Int, workers: Int, _ body: @Sendable (Int) -> Void) {
    let run = max(1, min(32, count / (workers * 16)))
    withoutActuallyEscaping(body) { body in
      let work = Work(count: count, run: run, body: body)
      let threads = (1..<workers).compactMap { _ in start(work) }
      work.perform()
      for thread in threads { pthread_join(thread, nil) }
    }
  }

  private static func start(_ work: Work) -> pthread_t? {
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    pthread_attr_init(attributes)
    defer {
      pthread_attr_destroy(attributes)
      attributes.deallocate()
    }
    pthread_attr_setstacksize(attributes, 8 << 20)
    var thread: pthread_t = 0
    let passed = Unmanaged.passRetained(work)
    let code = pthread_create(
      &thread, attributes,
      { context in
        if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().perform() }
        return nil
      }, passed.toOpaque())
    if code == 0 { return thread }
    passed.release()
    return nil
  }
}

/// The indices that are still to be done, shared by the workers of one map.
private final class Work: Sendable {
  private let next = Atomic<Int>(0)
  private let count: Int
  private let run: Int
  private let body: @Sendable (Int) -> Void

  init(count: Int, run: Int, body: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.run = run
    self.body = body
  }

  /// Takes runs of indices until none is left.
  func perform() {
    while true {
      let first = next.wrappingAdd(run, ordering: .relaxed).oldValue
      guard first < count else { return }
      for index in first..<min(first + run, count) { body(index) }
    }
  }
}
