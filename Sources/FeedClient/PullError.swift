public import EditionPackage
public import GradeModel
public import GradeStore
public import SignedFeed
import SystemPackage

/// Why a source's editions were not taken over. What the store held before still stands; the wording is apart.
public enum PullError: Error, Hashable, Sendable {
    // Reaching the source
    case transfer(TransferError)
    case address(AddressFault)
    case folder(path: String, detail: String)
    /// There is no `current.signed`.
    case unpublished
    /// A file that the list names is not there: it is being published, or was published by halves.
    case incomplete(file: String)
    case coolingDown(until: Timestamp)
    case secret(SecretFault)

    // Believing it
    case message(file: String, SignatureError)
    case keySet(file: String, KeySetError)
    case manifest(ManifestError)
    case otherSource(expected: String, found: String)
    case keysVersion(manifest: Int, current: Int)
    /// More key sets than one run follows; the next run continues from there.
    case longChain(reached: Int)
    case rollback(seen: Int, offered: Int)
    /// Two lists under one serial: the hashes of both.
    case equivocation(serial: Int, seen: String, offered: String)
    /// `now` is what was judged by, `system` this machine's clock.
    case fromTheFuture(published: Timestamp, now: Timestamp, system: Timestamp)
    case expired(expires: Timestamp, now: Timestamp, system: Timestamp)
    case noTrust(source: String)
    case badTrust(path: String, TrustFault)
    /// `source add` for a source that is there.
    case known(source: String)
    case unknownSource(String)

    // What it says
    /// Other bytes than the list promises.
    case changedFile(file: String)
    case package(EditionID, PackageError)
    case otherEdition(EditionID, found: EditionID)
    case foreignCounty(EditionID)
    /// Another source publishes this county already.
    case takenCounty(EditionID, by: String)
    case shrunk(EditionID, [Shrinkage])

    case store(StoreError)

    static func writing(_ path: FilePath, _ error: Errno) -> PullError {
        .store(error == .noSpace ? .noSpace(path: path.string) : .notWritable(path: path.string, detail: "\(error)"))
    }
}

public enum TrustFault: Hashable, Sendable {
    case unreadable(String)
    case notRegular
    case notFolder
    case writableByOthers
    case damaged
}

/// Why a password or token can't be used.
public enum SecretFault: Hashable, Sendable {
    case unreadable(path: String, detail: String)
    /// Others may read it.
    case mode(path: String)
    case empty(path: String)
    case unset(variable: String)
}

/// A township that would lose more than three villages in ten.
public struct Shrinkage: Hashable, Sendable {
    public let township: String
    public let before: Int
    public let after: Int
}

/// What a failure is, for the exit status.
public enum PullFailure: Hashable, Sendable {
    case network, trust, contents, storage, busy, other
}

extension PullError {
    public var failure: PullFailure {
        switch self {
        case .transfer(.file), .transfer(.notOurFile): .storage
        case .transfer(.libcurl), .transfer(.libcurlTooOld), .transfer(.credential), .transfer(.cancelled),
            .transfer(.plainAuthentication), .address, .secret, .known, .unknownSource:
            .other
        // A list that is unlike anything signed; what the network did to it is another matter.
        case .transfer(.webPage): .trust
        case .transfer, .folder, .unpublished, .incomplete, .coolingDown: .network
        case .message, .keySet, .manifest, .otherSource, .keysVersion, .longChain, .rollback, .equivocation,
            .fromTheFuture, .expired, .noTrust, .badTrust:
            .trust
        case .changedFile, .package, .otherEdition, .foreignCounty, .takenCounty, .shrunk: .contents
        case .store(.busy): .busy
        case .store: .storage
        }
    }
}
