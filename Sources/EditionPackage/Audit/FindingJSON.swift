import GradeModel
public import StrictJSON

extension Finding {
    /// `{"code": "near_names", "needs_person": true, "message": …}` and what the finding is about.
    public var json: JSONValue {
        let common = [
            JSONMember("code", .string(code)), JSONMember("needs_person", .bool(needsPerson)),
            JSONMember("message", .string(description)),
        ]
        return .object(common + details)
    }

    private var details: [JSONMember] {
        switch self {
        case .passesUntold(let table, let landType, _):
            [JSONMember("table", .string(table)), JSONMember("land_type", .string(landType.rawValue))]
        case .heldAgainstPasses(let table, let row, let township, let held, let byPasses):
            [
                JSONMember("table", .string(table)), JSONMember("row", .integer(row)),
                JSONMember("township", .string(township)), JSONMember("grade", .integer(held.rawValue)),
                JSONMember("by_passes", .integer(byPasses.rawValue)),
            ]
        case .nearNames(let township, let first, let second):
            [
                JSONMember("township", .string(township)),
                JSONMember("names", .array([first.name, second.name].map(JSONValue.string))),
            ]
        case .pinyinMissing(let townships):
            [JSONMember("townships", .array(townships.map(JSONValue.string)))]
        case .townshipOrder(let listed, let byTables):
            [
                JSONMember("listed", .array(listed.map(JSONValue.string))),
                JSONMember("by_tables", .array(byTables.map(JSONValue.string))),
            ]
        case .priceTable(let table, let line):
            [JSONMember("table", .string(table)), JSONMember("line", .integer(line))]
        case .attributeNotCarried(let attribute, let line):
            [JSONMember("attribute", .string(attribute)), JSONMember("line", .integer(line))]
        case .runsToEnd(let table): [JSONMember("table", .string(table))]
        case .erratumProposed(let id, let disputed, let other):
            [
                JSONMember("erratum", .string(id)), JSONMember("disputed", .integer(disputed)),
                JSONMember("renamed", .integer(other)),
            ]
        case .neverGraded(let landType): [JSONMember("land_type", .string(landType.rawValue))]
        case .townshipUngraded(let name): [JSONMember("township", .string(name))]
        case .nearNamesApart(let pairs): [JSONMember("pairs", .integer(pairs))]
        }
    }
}
