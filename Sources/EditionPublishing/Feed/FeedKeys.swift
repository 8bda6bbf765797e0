public import SignedFeed
public import SystemPackage

extension FeedFolder {
    /// Makes a new feed: its folders and `keys/1.signed`. A feed that is there is left alone.
    ///
    /// - Parameter signing: private keys, at least as many of the set's as its threshold asks for.
    public func start(_ set: KeySet, signing keys: [FilePath], signer: SSHKeygen) throws(PublishingError) {
        guard try read(self.keys(1), limit: SignedMessage.largestFile) == nil else { throw .exists(path: path.string) }
        let signed = try signer.signed(set.bytes, .keys, keys: keys, by: [(set.keys, set.threshold)])
        try make()
        try write(signed, to: self.keys(1))
    }

    /// Adds the set that follows the last one. It must be signed by enough keys of both. What is published stays signed
    /// by the old set until the next publication.
    public func rotate(to set: KeySet, signing keys: [FilePath], signer: SSHKeygen) throws(PublishingError) {
        guard let last = try keySets().last else { throw .noFeed(path: path.string) }
        let signed = try signer.signed(
            set.bytes, .keys, keys: keys, by: [(last.keys, last.threshold), (set.keys, set.threshold)])
        do throws(KeySetError) {
            let message = try SignedMessage(checked: signed)
            _ = try KeySet(next: message, after: last)
        } catch {
            throw .keySet(error)
        }
        try write(signed, to: self.keys(set.version))
    }
}

extension SignedMessage {
    /// Of bytes that were taken apart once before.
    fileprivate init(checked bytes: [UInt8]) throws(KeySetError) {
        do throws(SignatureError) {
            try self.init(parsing: bytes)
        } catch {
            throw .signature(error)
        }
    }
}
