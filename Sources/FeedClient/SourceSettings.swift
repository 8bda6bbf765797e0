import SignedFeed
import StrictJSON

/// How an office reaches a source, and which keys it was given on paper. Nothing secret stands in it.
public struct SourceSettings: Hashable, Sendable {
    /// `county.example/grades`: a part of everything the source signs.
    public let source: String
    /// `https://…/`, `http://…/` or the path of a folder.
    public let address: String
    /// Fingerprints that the first key set must be signed by.
    public let pins: [String]
    /// Codes of the counties whose editions are taken from it; nil: of every county.
    public var counties: [String]?
    public var access: SourceAccess
    /// Hours that this machine's clock may be wrong by.
    public var clockTolerance: Int

    public static let defaultClockTolerance = 24

    public init(
        source: String, address: String, pins: [String], counties: [String]? = nil,
        access: SourceAccess = SourceAccess(), clockTolerance: Int = defaultClockTolerance
    ) {
        self.source = source
        self.address = address
        self.pins = pins
        self.counties = counties
        self.access = access
        self.clockTolerance = clockTolerance
    }

    var isFolder: Bool { address.hasPrefix("/") }
}

/// What a server or a proxy on the way asks for.
public struct SourceAccess: Hashable, Sendable {
    /// A file of certificates to be believed instead of the system's.
    public var caFile: String?
    /// Nil: as the environment says; empty: none.
    public var proxy: String?
    /// Where it asks for a name and a password.
    public var user: String?
    /// The password, or without `user` the bearer token, is read from this file …
    public var secretFile: String?
    /// … or from this environment variable.
    public var secretVariable: String?
    public var usesNetrc = false
    /// Credentials may go over plain HTTP.
    public var allowsPlainAuth = false

    public init() {}
}

extension SourceSettings {
    static let format = "landgrade.source/1"

    var bytes: [UInt8] {
        let root: JSONValue = [
            "format": .string(Self.format), "source": .string(source), "address": .string(address),
            "pins": .array(pins.map { .string($0) }),
            "counties": counties.map { .array($0.map { .string($0) }) } ?? .null,
            "clock_tolerance_hours": .integer(clockTolerance), "ca_file": .text(access.caFile),
            "proxy": .text(access.proxy), "user": .text(access.user), "secret_file": .text(access.secretFile),
            "secret_variable": .text(access.secretVariable), "netrc": .bool(access.usesNetrc),
            "allow_plain_auth": .bool(access.allowsPlainAuth),
        ]
        return Array((root.text(pretty: true) + "\n").utf8)
    }

    /// Nil for whatever `bytes` would not have written.
    init?(parsing bytes: [UInt8]) {
        guard let root = try? JSONValue(parsing: bytes, depth: 4), root["format"]?.string == Self.format,
            let source = root["source"]?.string, SourceName.isOne(source), let address = root["address"]?.string,
            let pins = root["pins"]?.array?.compactMap(\.string), !pins.isEmpty,
            let tolerance = root["clock_tolerance_hours"]?.integer, tolerance >= 0
        else { return nil }
        self.init(source: source, address: address, pins: pins, clockTolerance: tolerance)
        counties = root["counties"]?.array?.compactMap(\.string)
        access.caFile = root["ca_file"]?.string
        access.proxy = root["proxy"]?.string
        access.user = root["user"]?.string
        access.secretFile = root["secret_file"]?.string
        access.secretVariable = root["secret_variable"]?.string
        access.usesNetrc = root["netrc"] == .bool(true)
        access.allowsPlainAuth = root["allow_plain_auth"] == .bool(true)
        guard self.bytes == bytes else { return nil }
    }
}
