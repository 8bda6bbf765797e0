public import SystemPackage

/// How a source is reached.
public struct TransferSettings: Sendable {
    /// The program's version, for the `User-Agent`. No host name, no user name, nothing unique.
    public var version: String
    /// Certificates to trust instead of the system's.
    public var authorityFile: FilePath?
    /// Nil: what `http_proxy` and its kin say. Empty: none. May hold user and password; they are never shown.
    public var proxy: String?
    /// Hosts that are reached without the proxy, separated by commas. Nil: what `no_proxy` says.
    public var noProxy: String?
    public var credential: Credential = .none
    /// Credentials go over https and to loopback only, unless this is set.
    public var allowsPlainAuthentication = false
    /// Looks into `netrcFile` for the source's own origin.
    public var usesNetrc = false
    /// Nil: `~/.netrc`.
    public var netrcFile: FilePath?
    public var limits = TransferLimits()
    /// When everything ends, waiting included. Nil: each try has its own limit and nothing else.
    public var deadline: Deadline?
    /// Told what happens, line by line: addresses without queries, never a secret.
    public var trace: (@Sendable (String) -> Void)?
    /// Asked a few times a second. Once it says yes, the transfer ends with `TransferError.cancelled`.
    public var isCancelled: @Sendable () -> Bool = { false }

    public init(version: String) { self.version = version }
}

/// What a source asks for before it hands out files. It goes to the source's own scheme, host and port only.
public enum Credential: Hashable, Sendable {
    case none
    case basic(user: String, password: String)
    case bearer(token: String)
}
