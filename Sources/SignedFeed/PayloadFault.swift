public import StrictJSON

/// Why a payload is not the JSON that its format asks for.
public enum PayloadFault: Error, Hashable, Sendable {
    case tooLarge(limit: Int)
    case json(JSONError)
    case notObject
    /// A format of a later version of the program, or of something else.
    case format(found: String, reads: String)
    case clientTooOld(needs: ClientVersion, has: ClientVersion)
    /// `editions[3].size`
    case missing(String)
    case value(member: String, found: String, expected: String)
    case unknownMember(String)
}
