import CommandSupport
import GradeModel
import Logging
import StrictJSON
import SystemSupport

#if canImport(Glibc)
    import Glibc
#endif

/// One JSON object a line on standard error. It says which route answered and how, and never what was asked, by whom,
/// from where: no address, no name, no query.
struct JSONLinesLog: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var members = [
            JSONMember("time", .string(Self.now)), JSONMember("level", .string(event.level.rawValue)),
            JSONMember("event", .string(event.message.description)),
        ]
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) { members.append(JSONMember(key, Self.json(value))) }
        StandardStreams.draw(JSONValue.object(members).text() + "\n")
    }

    private static func json(_ value: Logger.MetadataValue) -> JSONValue {
        switch value {
        case .string(let text): Int(text).map(JSONValue.integer) ?? .string(text)
        case .stringConvertible(let value): (value as? Int).map(JSONValue.integer) ?? .string("\(value)")
        case .array(let values): .array(values.map(json))
        case .dictionary(let values):
            .object(values.sorted { $0.key < $1.key }.map { JSONMember($0.key, json($0.value)) })
        }
    }

    /// `2026-11-24T22:05:01Z`
    private static var now: String { Timestamp(seconds: time(nil)).description }
}
