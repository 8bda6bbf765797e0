internal import CCurl
public import SystemPackage

/// One URL to one file within limits. It holds the connections to one source; use it from one thread.
///
/// ```swift
/// let source = try SourceURL("https://county.example/grades/")
/// let transfer = try FileTransfer(from: source, settings: TransferSettings(version: "0.1.0"))
/// let fetched = try transfer.fetch(.current, into: "/tmp/current.signed", limit: 4 << 20)
/// print(fetched)
/// // fetched(size: 2345, tag: Optional("1a2b-929"))
/// ```
public final class FileTransfer {
    /// Bytes that have come of this file, those of an earlier try included, and how many there will be.
    public typealias Progress = (_ done: Int, _ total: Int?) -> Void

    public let source: SourceURL
    public let budget: RetryBudget
    let settings: TransferSettings
    let own: CurlHandle
    /// The last other origin that a redirect led to. It is given no credential.
    var foreign: (origin: String, handle: CurlHandle)?

    /// - Parameter budget: shared by the transfers of one run.
    /// - Throws: `libcurlTooOld`, `libcurl`, `credential`, `plainAuthentication`.
    public init(
        from source: SourceURL, settings: TransferSettings, budget: RetryBudget = RetryBudget()
    ) throws(TransferError) {
        try Libcurl.start()
        try Self.check(settings.credential)
        let isPlain = !source.isSecure && !source.address.isLoopback && !settings.allowsPlainAuthentication
        guard !isPlain || settings.credential == .none && !settings.usesNetrc else {
            throw .plainAuthentication(url: source.description)
        }
        (self.source, self.settings, self.budget) = (source, settings, budget)
        own = try CurlHandle(settings, onlySecure: source.isSecure, withCredential: true)
    }

    /// Fetches a file of unknown size and hash: signed messages. `file` appears when all of it has come,
    /// and replaces what was there.
    ///
    /// - Parameters:
    ///   - limit: bytes.
    ///   - held: the version that the caller holds; the server may then answer that there is nothing new.
    /// - Throws: `TransferError`, after as many tries as the budget allows.
    public func fetch(
        _ path: SourcePath, into file: FilePath, limit: Int, unless held: EntityTag? = nil, progress: Progress? = nil
    ) throws(TransferError) -> Fetched {
        try retrying { () throws(TransferError) in
            let part = try PartialFile(of: file)
            var isFinished = false
            // Half a message says nothing.
            defer { if !isFinished { part.discard() } }
            try part.restart()
            let reply = try follow(
                Ask(
                    address: source.address.appending(path), limit: limit, seconds: settings.limits.message,
                    condition: held.map { "If-None-Match: \($0)" }, progress: progress), part)
            switch reply.status {
            case 200:
                guard !reply.isPage else { throw .webPage(url: reply.address.shown) }
                try part.finish(as: file)
                isFinished = true
                return .fetched(size: part.size, tag: reply.tag)
            case 304:
                guard held != nil else { throw .notModifiedUnasked(url: reply.address.shown) }
                return .notModified
            case 404, 410: return .absent(status: reply.status)
            default: throw reply.statusError
            }
        }
    }

    /// Tries again as long as the error is of a kind that passes and the budget allows it.
    func retrying(_ attempt: () throws(TransferError) -> Fetched) throws(TransferError) -> Fetched {
        var tries = 1
        while true {
            do throws(TransferError) {
                return try attempt()
            } catch {
                guard error.isRetryable, let wait = budget.wait(before: tries + 1, asked: error.retryAfter) else {
                    throw error
                }
                if let deadline = settings.deadline, wait >= deadline.left {
                    throw .deadline(seconds: deadline.seconds)
                }
                tries += 1
                settings.trace?("\(error); try \(tries) of \(budget.tries) in \(Int(wait.rounded(.up))) s")
                budget.spend(wait, isCancelled: settings.isCancelled)
                if settings.isCancelled() { throw .cancelled }
            }
        }
    }

    /// What would break out of its header, or be cut in another place than we mean.
    private static func check(_ credential: Credential) throws(TransferError) {
        let isFit = { (text: String) in !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }
        switch credential {
        case .none: break
        case .basic(let user, let password):
            guard isFit(user), isFit(password), !user.contains(":") else { throw .credential }
        case .bearer(let token):
            guard isFit(token), !token.contains(" ") else { throw .credential }
        }
    }
}
