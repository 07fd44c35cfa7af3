internal import CSystem
internal import Glibc
internal import Synchronization

/// The one way in which Handrail uses several cores: work on indices, spread over threads.
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
    [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Every index is taken by exactly one worker, so no two threads touch the same element.
      nonisolated(unsafe) let results = buffer
      forEach(count: count, jobs: jobs, tools: {}) { index, _ in
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

  /// Calls `body` once for every index, with tools that each worker has to itself.
  ///
  /// The large pieces of work come first and are handed out one by one, the others in small runs, so that all workers
  /// end at about the same time.
  ///
  /// - Parameters:
  ///   - count: how many indices there are.
  ///   - large: how many of the first ones are large.
  ///   - jobs: the most workers at a time; at least one works.
  ///   - tools: makes the tools of one worker.
  ///   - body: does one piece of work; runs on several threads at once.
  package static func forEach<Tools>(
    count: Int, large: Int = 0, jobs: Int = processors, tools: @Sendable () -> Tools,
    _ body: @Sendable (Int, inout Tools) -> Void
  ) {
    let workers = min(max(jobs, 1), max(count, 1), 256)
    let run = max(1, min(32, count / (workers * 16)))
    withoutActuallyEscaping(tools) { tools in
      withoutActuallyEscaping(body) { body in
        let work = Work(count: count, large: large, run: run) { work in
          var own = tools()
          while let range = work.take() { for index in range { body(index, &own) } }
        }
        let threads = (1..<workers).compactMap { _ in start(work) }
        work.perform(work)
        for thread in threads { pthread_join(thread, nil) }
      }
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
        if let context {
          let work = Unmanaged<Work>.fromOpaque(context).takeRetainedValue()
          work.perform(work)
        }
        return nil
      }, passed.toOpaque())
    if code == 0 { return thread }
    passed.release()
    return nil
  }
}

/// The indices that are still to be done, shared by the workers.
private final class Work: Sendable {
  private let taken = Atomic<Int>(0)
  private let count: Int
  private let large: Int
  private let run: Int
  /// What a worker does until nothing is left.
  let perform: @Sendable (Work) -> Void

  init(count: Int, large: Int, run: Int, perform: @escaping @Sendable (Work) -> Void) {
    self.count = count
    self.large = min(large, count)
    self.run = run
    self.perform = perform
  }

  /// The next indices; nil when none is left.
  func take() -> Range<Int>? {
    let turn = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    let first = turn < large ? turn : large + (turn - large) * run
    guard first < count else { return nil }
    return first..<(turn < large ? first + 1 : min(first + run, count))
  }
}
