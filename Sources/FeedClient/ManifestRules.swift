import GradeModel
import SignedFeed

/// What a signed list must be, beside signed: of this source, by the keys of now, newer than what was seen, and in its
/// time.
struct ManifestRules {
    let record: TrustRecord
    let clock: FeedClock

    /// - Parameter sha256: of the signed bytes.
    func judge(_ manifest: Manifest, sha256: String) throws(PullError) {
        guard manifest.source == record.source else {
            throw .otherSource(expected: record.source, found: manifest.source)
        }
        guard manifest.keysVersion == record.keys.version else {
            throw .keysVersion(manifest: manifest.keysVersion, current: record.keys.version)
        }
        try order(manifest.serial, sha256)
        try time(published: manifest.published, expires: manifest.expires)
    }

    /// The list seen last may come again; any other has a higher serial.
    private func order(_ serial: Int, _ sha256: String) throws(PullError) {
        guard serial >= record.serialFloor else { throw .rollback(seen: record.serialFloor, offered: serial) }
        guard serial == record.serialFloor else { return }
        // Below a floor that a key set laid nothing was seen, and what lies on it is not above it.
        guard let seen = record.seen else { throw .rollback(seen: record.serialFloor, offered: serial) }
        guard seen.sha256 == sha256 else {
            throw .equivocation(serial: serial, seen: seen.sha256, offered: sha256)
        }
    }

    private func time(published: Timestamp, expires: Timestamp) throws(PullError) {
        let now = clock.now(floor: record.clockFloor)
        guard published <= now.adding(seconds: clock.tolerance) else {
            throw .fromTheFuture(published: published, now: now, system: clock.system)
        }
        guard expires > now else { throw .expired(expires: expires, now: now, system: clock.system) }
    }
}
