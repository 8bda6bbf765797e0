/// Times are in seconds.
public struct TransferLimits: Hashable, Sendable {
    public var connect = 15.0
    /// A transfer below this many bytes a second, for `slowSeconds`, ends: a silent server too.
    public var slowestRate = 512
    public var slowSeconds = 30
    /// All hops of one try for a file of unknown size.
    public var message = 60.0
    /// All hops of one try for a file of known size: `contentBase` and a second for each `contentRate` bytes, at most
    /// `contentMost`. Only this ends a server that drips just above the slowest rate.
    public var contentBase = 60.0
    public var contentRate = 16_384
    public var contentMost = 7_200.0
    public var redirects = 5
    /// Bytes of all header lines of one answer.
    public var headers = 65_536

    public init() {}

    func content(_ size: Int) -> Double {
        min(contentBase + Double(size) / Double(contentRate), contentMost)
    }
}
