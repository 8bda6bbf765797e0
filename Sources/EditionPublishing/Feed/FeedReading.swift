public import SignedFeed
import SystemPackage

extension FeedFolder {
    /// All key sets of the feed, the chain checked from the first.
    ///
    /// - Parameter pinned: fingerprints the first set must be signed by; nil for the publisher's own feed, where the
    ///   first signature's key is taken for what was meant.
    public func keySets(pinned: [String]? = nil) throws(PublishingError) -> [KeySet] {
        var sets: [KeySet] = []
        while let message = try message(keys(sets.count + 1)) {
            do throws(KeySetError) {
                if let last = sets.last {
                    sets.append(try KeySet(next: message, after: last))
                } else {
                    let pins = pinned ?? message.claimedKeys.prefix(1).map(\.fingerprint)
                    sets.append(try KeySet(first: message, pinned: pins))
                }
            } catch {
                throw .keys(path: keys(sets.count + 1).string, error)
            }
        }
        guard !sets.isEmpty else { throw .noFeed(path: path.string) }
        return sets
    }

    /// The manifest that is published, its signatures checked; nil where nothing has been published.
    public func manifest(_ keys: KeySet, client: ClientVersion) throws(PublishingError) -> Manifest? {
        guard let message = try message(current) else { return nil }
        do throws(SignatureError) {
            try message.verify(namespace: .manifest, keys: keys.keys, threshold: keys.threshold)
        } catch {
            throw .message(path: current.string, error)
        }
        do throws(ManifestError) {
            return try Manifest(parsing: message.payload, client: client)
        } catch {
            throw .manifest(path: current.string, error)
        }
    }

    private func message(_ file: FilePath) throws(PublishingError) -> SignedMessage? {
        guard let bytes = try read(file, limit: SignedMessage.largestFile) else { return nil }
        do throws(SignatureError) {
            return try SignedMessage(parsing: bytes)
        } catch {
            throw .message(path: file.string, error)
        }
    }
}
