import AnswerRendering
import GradeLookup
public import GradeModel
public import GradeStore
import PlaceMatching
import SystemPackage
import Synchronization
import SystemSupport

/// One generation, open, with what has been answered from it. A request that holds a snapshot gets all of its answer
/// from it, whatever the store does meanwhile; the last request that lets go of it closes the file.
public final class Snapshot: Sendable {
    public let name: GenerationName
    public let folder: StoreFolder
    /// SHA-256 of the generation's file, 64 hex digits.
    public let digest: String
    /// An entity tag, quoted: tells one generation from another, in all stores.
    public let tag: String
    public let status: StoreStatus
    private let lookups: Mutex<Reader>
    /// Lists have a reader of their own: that of all editions of a country takes a second, and no look-up waits for it.
    private let lists: Mutex<Reader>
    let maps: CountyMaps
    private let cache = AnswerCache<Inquiry, [UInt8]>(limit: 32 << 20)

    /// Opens a generation and reads it whole once against its hash, so that what is served is what was written.
    ///
    /// - Parameter sheets: of the layers of villages that were named; which counties they are maps of is found out here.
    public init(_ name: GenerationName, in folder: StoreFolder, maps sheets: [MapSheet] = []) throws(StoreError) {
        self.name = name
        self.folder = folder
        switch try folder.verify(name) {
        case .intact(let sha256): digest = sha256
        case .changed(let expected, let found):
            throw .damaged(
                path: folder.file(name).string, detail: "SHA-256 is \(found), and \(expected) in its side file")
        case .noSideFile: digest = try folder.digest(name)
        }
        tag = "\"\(name.number)-\(digest.prefix(16))\""
        let first = try Reader(name, folder)
        status = try first.generation.status()
        let second = try Reader(name, folder)
        maps = try CountyMaps(sheets, second.generation)
        lookups = Mutex(first)
        lists = Mutex(second)
    }

    /// The answer as JSON. A known one costs a look into a table; another reads the store on the caller's thread.
    public func answer(_ inquiry: Inquiry) throws -> [UInt8] {
        if let known = known(inquiry) { return known }
        let answer = try make(inquiry)
        cache.keep(answer, bytes: answer.count, for: inquiry)
        return answer
    }

    /// The answer where it was given before.
    public func known(_ inquiry: Inquiry) -> [UInt8]? { cache.answer(to: inquiry) }

    /// The answer to a question as a value.
    public func answer(_ question: Question) throws(StoreError) -> Answer {
        try lookups.withLock { reader throws(StoreError) in try reader.lookup().answer(question) }
    }

    /// What a base price comes to, as a value.
    public func value(_ question: ValueQuestion) throws(StoreError) -> ValueAnswer {
        try lookups.withLock { reader throws(StoreError) in try reader.lookup().value(question) }
    }

    /// What every edition says of a place, as a value.
    public func history(_ question: Question) throws(StoreError) -> PlaceHistory {
        try lookups.withLock { reader throws(StoreError) in try reader.lookup().history(question) }
    }

    /// Something else that needs the names, read from the generation; not at the same time as look-ups.
    func withLookup<Value: Sendable>(_ body: (GradeLookup, Generation) throws -> Value) throws -> Value {
        try lookups.withLock { try body($0.lookup(), $0.generation) }
    }

    /// Something else read from the generation; not at the same time as other lists.
    public func list<Value: Sendable>(_ body: (Generation) throws -> Value) throws -> Value {
        try lists.withLock { try body($0.generation) }
    }

    private func make(_ inquiry: Inquiry) throws -> [UInt8] {
        let renderer = AnswerRenderer(format: .json, language: .en, layout: .compact)
        switch inquiry {
        case .question(let question): return renderer.render(try answer(question))
        case .value(let question): return renderer.render(try value(question))
        case .history(let question): return renderer.render(try history(question))
        case .townships, .villages, .definitions, .editions, .difference:
            return try list { try Lists(Listing($0), renderer).answer(inquiry) }
        }
    }
}

/// A generation's connection and what was loaded through it. Unchecked: the holder of the lock around it is the only
/// one.
private final class Reader: @unchecked Sendable {
    let generation: Generation
    private var current: GradeLookup

    init(_ name: GenerationName, _ folder: StoreFolder) throws(StoreError) {
        generation = try Generation(name, in: folder)
        current = GradeLookup(generation)
    }

    /// Counties whose names stay loaded. A service runs for months, and a country has 2,900.
    private static let countyLimit = 200

    func lookup() -> GradeLookup {
        if current.loadedCounties > Self.countyLimit { current = GradeLookup(generation) }
        return current
    }
}
