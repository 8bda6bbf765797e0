/// What is asked for, over all hops of one try.
struct Ask {
    let address: HTTPAddress
    /// Bytes of the whole file.
    let limit: Int
    let seconds: Double
    var offset = 0
    /// A header that makes the answer depend on the version.
    var condition: String?
    var progress: FileTransfer.Progress?
}

/// An answer whose bytes, where it has those that were wanted, are in the file.
struct Reply {
    let address: HTTPAddress
    let status: Int
    /// In seconds, at most a day; nil where the server asks for nothing, or for nonsense.
    let retryAfter: Int?
    /// As the server wrote it.
    let location: String?
    let tag: EntityTag?
    let isPage: Bool
    /// It came with bytes from elsewhere than the offset that was asked for, and they were not taken.
    let isRangeRefused: Bool

    var isRedirect: Bool { [301, 302, 303, 307, 308].contains(status) }

    var statusError: TransferError { .status(url: address.shown, status: status, retryAfter: retryAfter) }
}
