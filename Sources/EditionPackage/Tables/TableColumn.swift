import StrictJSON

/// A column as the Frictionless table schema describes it to other tools. What we accept is decided by `RowCells`
/// and is never looser.
struct TableColumn: Sendable {
    let name: String
    let type: String
    let title: String
    let constraints: [JSONMember]
    /// The header may leave the column out; then it is empty in every row.
    var mayBeAbsent = false

    /// A column that is there only where some row has something in it.
    static func added(_ name: String, _ title: String) -> TableColumn {
        var column = optional(name, title)
        column.mayBeAbsent = true
        return column
    }

    /// The same column where some row leaves it empty.
    var unrequired: TableColumn {
        TableColumn(
            name: name, type: type, title: title, constraints: constraints.filter { $0.key != "required" },
            mayBeAbsent: mayBeAbsent)
    }

    /// A column that may stay empty.
    static func optional(_ name: String, _ title: String, type: String = "string") -> TableColumn {
        TableColumn(name: name, type: type, title: title, constraints: [])
    }

    static func required(
        _ name: String, _ title: String, type: String = "string", _ constraints: [JSONMember] = []
    ) -> TableColumn {
        let all = [JSONMember("required", .bool(true))] + constraints
        return TableColumn(name: name, type: type, title: title, constraints: all)
    }

    static func oneOf(_ name: String, _ title: String, _ values: [String]) -> TableColumn {
        required(name, title, [JSONMember("enum", .array(values.map(JSONValue.string)))])
    }

    static func whole(_ name: String, _ title: String, _ range: ClosedRange<Int>) -> TableColumn {
        let limits = [
            JSONMember("minimum", .integer(range.lowerBound)), JSONMember("maximum", .integer(range.upperBound)),
        ]
        return required(name, title, type: "integer", limits)
    }

    var schema: JSONValue {
        var members = [
            JSONMember("name", .string(name)), JSONMember("type", .string(type)), JSONMember("title", .string(title)),
        ]
        if !constraints.isEmpty { members.append(JSONMember("constraints", .object(constraints))) }
        return .object(members)
    }
}
