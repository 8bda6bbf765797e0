public import GradeModel
public import SignedFeed
import StrictJSON

/// What a store knows of a source: whom it believes and what it has seen. Losing it would mean believing the next
/// stranger, so nothing ever makes one in passing.
public struct TrustRecord: Hashable, Sendable {
    /// The key set that signs now.
    public internal(set) var keys: KeySet
    /// No serial below this is accepted any more.
    public internal(set) var serialFloor: Int
    /// The last manifest that passed every check, whether or not its editions could be had.
    public internal(set) var seen: SeenManifest?
    /// The manifest whose editions are in the store.
    public internal(set) var applied: AppliedManifest?
    /// The latest signed time seen.
    public internal(set) var clockFloor: Timestamp?
    /// The server asked not to be contacted before.
    public internal(set) var notBefore: Timestamp?
    /// The last time the source answered with something good.
    public internal(set) var contact: Timestamp?

    init(keys: KeySet) {
        self.keys = keys
        serialFloor = (keys.minSerial ?? 1) - 1
    }

    public var source: String { keys.source }

    /// Until when the source is not to be contacted; nil where it may be. A wait of more than a day is void: it was
    /// noted while this machine's clock was wrong.
    public func pause(at now: Timestamp) -> Timestamp? {
        guard let notBefore, now < notBefore, notBefore <= now.adding(seconds: Timestamp.secondsOfDay) else {
            return nil
        }
        return notBefore
    }

    /// The next key set of the chain. A lowest serial in it is the way back from a serial that went far too high.
    mutating func accept(_ next: KeySet) {
        keys = next
        guard let lowest = next.minSerial else { return }
        serialFloor = lowest - 1
        seen = nil
    }

    mutating func accept(_ manifest: Manifest, sha256: String, etag: String?) {
        serialFloor = manifest.serial
        seen = SeenManifest(
            serial: manifest.serial, sha256: sha256, published: manifest.published, expires: manifest.expires,
            editions: manifest.editions.count, etag: etag)
        clockFloor = max(clockFloor ?? manifest.published, manifest.published)
    }
}

public struct SeenManifest: Hashable, Sendable {
    public let serial: Int
    /// Of the list itself, behind the signatures, so that offices can compare what they were given. Signatures are no
    /// part of it: anybody can put one more in front, and a publisher may sign the same list with a second key.
    public let sha256: String
    public let published: Timestamp
    public let expires: Timestamp
    public let editions: Int
    public internal(set) var etag: String?
}

/// A manifest by its hash: a key set's lowest serial can bring a serial back with another list.
public struct AppliedManifest: Hashable, Sendable {
    public let serial: Int
    /// Of the list without its signatures, as `SeenManifest.sha256`.
    public let sha256: String
}

extension TrustRecord {
    static let format = "landgrade.trust/1"

    var bytes: [UInt8] {
        var members = [
            JSONMember("format", .string(Self.format)),
            JSONMember("key_set", .string(String(decoding: keys.bytes, as: UTF8.self))),
            JSONMember("serial_floor", .integer(serialFloor)),
        ]
        if let seen {
            members.append(
                JSONMember(
                    "seen",
                    [
                        "serial": .integer(seen.serial), "sha256": .string(seen.sha256),
                        "published": .string(seen.published.description), "expires": .string(seen.expires.description),
                        "editions": .integer(seen.editions), "etag": .text(seen.etag),
                    ]))
        }
        members += [
            JSONMember(
                "applied",
                applied.map { ["serial": .integer($0.serial), "sha256": .string($0.sha256)] } ?? .null),
            JSONMember("clock_floor", .text(clockFloor?.description)),
            JSONMember("not_before", .text(notBefore?.description)), JSONMember("contact", .text(contact?.description)),
        ]
        return Array((JSONValue.object(members).text(pretty: true) + "\n").utf8)
    }

    /// Nil for whatever `bytes` would not have written.
    init?(parsing bytes: [UInt8]) {
        guard let root = try? JSONValue(parsing: bytes, depth: 4), root["format"]?.string == Self.format,
            let text = root["key_set"]?.string, let keys = try? KeySet(parsing: Array(text.utf8)),
            let floor = root["serial_floor"]?.integer, floor >= 0
        else { return nil }
        self.init(keys: keys)
        serialFloor = floor
        if let seen = root["seen"] {
            guard let read = SeenManifest(seen) else { return nil }
            self.seen = read
        }
        applied = root["applied"].flatMap { AppliedManifest($0) }
        clockFloor = root["clock_floor"]?.string.flatMap { Timestamp($0) }
        notBefore = root["not_before"]?.string.flatMap { Timestamp($0) }
        contact = root["contact"]?.string.flatMap { Timestamp($0) }
        guard self.bytes == bytes else { return nil }
    }
}

extension AppliedManifest {
    init?(_ value: JSONValue) {
        guard let serial = value["serial"]?.integer, serial > 0, let sha256 = value["sha256"]?.string,
            ContentAddress.isOne(sha256)
        else { return nil }
        self.init(serial: serial, sha256: sha256)
    }
}

extension SeenManifest {
    init?(_ value: JSONValue) {
        guard let serial = value["serial"]?.integer, serial > 0, let sha256 = value["sha256"]?.string,
            ContentAddress.isOne(sha256), let published = value["published"]?.string.flatMap({ Timestamp($0) }),
            let expires = value["expires"]?.string.flatMap({ Timestamp($0) }),
            let editions = value["editions"]?.integer
        else { return nil }
        self.init(
            serial: serial, sha256: sha256, published: published, expires: expires, editions: editions,
            etag: value["etag"]?.string)
    }
}
