import SQLite
internal import SystemPackage

/// What a generation says of itself.
public struct StoreStatus: Hashable, Sendable {
    public let path: String
    public let generation: GenerationName
    public let schema: Int
    /// Version of the name rules the generation was indexed by.
    public let nameRules: Int
    public let counties: Int
    public let editions: Int
    public let villages: Int
    public let entries: Int
}

extension Generation {
    public func status() throws(StoreError) -> StoreStatus {
        func count(_ key: String) throws(StoreError) -> Int {
            guard let text = try meta(key), let number = Int(text) else {
                throw .damaged(path: connection.path, detail: "no count of \(key)")
            }
            return number
        }
        return StoreStatus(
            path: folder.path.string, generation: name, schema: Schema.version,
            nameRules: try count("name_rules"), counties: try count("counties"), editions: try count("editions"),
            villages: try count("villages"), entries: try count("entries"))
    }

    /// How many counties the generation holds and by which name rules it was indexed, in one step.
    public func extent() throws(StoreError) -> (counties: Int, nameRules: Int) {
        guard let counties = try meta("counties").flatMap({ Int($0) }),
            let rules = try meta("name_rules").flatMap({ Int($0) })
        else { throw .damaged(path: connection.path, detail: "no record of its extent") }
        return (counties, rules)
    }
}
