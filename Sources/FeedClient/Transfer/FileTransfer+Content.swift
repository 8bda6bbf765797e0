public import SystemPackage

extension FileTransfer {
    /// Fetches a file whose size and hash the source has signed. What came of it before, in this run or an earlier one,
    /// lies in `file`.part and is gone on with; whatever the server does, `file` appears only with the right bytes.
    ///
    /// - Throws: `TransferError`, after as many tries as the budget allows.
    public func fetch(
        _ content: Content, into file: FilePath, progress: Progress? = nil
    ) throws(TransferError) -> Fetched {
        // Once the server has shown that it can't resume in the middle, it is not asked to again.
        var mayResume = true
        return try retrying { () throws(TransferError) in
            let part = try PartialFile(of: file)
            while true {
                if part.size > content.size || part.size > 0 && !mayResume { try part.restart() }
                let offset = part.size
                switch try complete(content, part, progress) {
                case .whole(let tag):
                    try part.finish(as: file)
                    return .fetched(size: content.size, tag: tag)
                case .broken(let error):
                    part.keep()
                    throw error
                case .wrong(let error):
                    // The bytes may be of two versions: once more, from the first.
                    guard offset > 0 else {
                        part.discard()
                        throw error
                    }
                    settings.trace?("\(error); once more from the first byte")
                case .unresumable:
                    settings.trace?("the server can't go on at byte \(offset); once more from the first")
                }
                mayResume = false
            }
        }
    }

    /// What one attempt left in the partial file.
    private enum Completion {
        case whole(EntityTag?)
        /// The bytes so far are good, as far as anyone can tell.
        case broken(TransferError)
        /// The bytes are of no use.
        case wrong(TransferError)
        case unresumable
    }

    /// Brings what is missing and checks the whole.
    private func complete(
        _ content: Content, _ part: PartialFile, _ progress: Progress?
    ) throws(TransferError) -> Completion {
        let address = source.address.appending(.content(content))
        var isPage = false
        if part.size < content.size || content.size == 0 {
            let offset = part.size
            let tag = offset > 0 ? part.tag.flatMap { $0.isWeak ? nil : $0 } : nil
            let ask = Ask(
                address: address, limit: content.size, seconds: settings.limits.content(content.size),
                offset: offset, condition: tag.map { "If-Range: \($0)" }, progress: progress)
            let reply: Reply
            do throws(TransferError) {
                reply = try follow(ask, part)
            } catch {
                if case .tooLarge = error { return .wrong(error) }
                if case .webPage = error { return .wrong(error) }
                return .broken(error)
            }
            switch reply.status {
            case 200 where offset == 0, 206 where offset > 0 && !reply.isRangeRefused: isPage = reply.isPage
            case 200 where offset > 0, 206 where offset > 0, 412 where offset > 0, 416 where offset > 0:
                return .unresumable
            case 304: return .broken(.notModifiedUnasked(url: reply.address.shown))
            case 404, 410: return .broken(.missing(url: reply.address.shown, status: reply.status))
            default: return .broken(reply.statusError)
            }
        }
        let hash = part.size == content.size ? try part.sha256() : ""
        if hash == content.sha256 { return .whole(part.tag) }
        if isPage { return .wrong(.webPage(url: address.shown)) }
        if part.size < content.size {
            return .broken(.tooShort(url: address.shown, expected: content.size, found: part.size))
        }
        return .wrong(.wrongHash(url: address.shown, expected: content.sha256, found: hash))
    }
}
