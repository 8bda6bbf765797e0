import GradeModel
public import StrictJSON
import SystemSupport

extension Finding {
    /// `{"code": "near_names", "needs_person": true, "message": …}` and what the finding is about.
    public var json: JSONValue {
        let common = [
            JSONMember("code", .string(code)), JSONMember("needs_person", .bool(needsPerson)),
            JSONMember("message", .string(sentence(in: .en).text)),
        ]
        return .object(common + details)
    }

    private static func members(_ price: BasePrice) -> [JSONMember] {
        [
            JSONMember("land_type", .string(price.landType.rawValue)),
            JSONMember("grade", .integer(price.grade.rawValue)), JSONMember("subtype", .text(price.subtype)),
            JSONMember("amount", .string(price.amount)), JSONMember("unit", .string(price.unit)),
            JSONMember("source", .text(price.source?.description)),
        ]
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
        case .attributeNotCarried(let attribute, let place):
            [JSONMember("attribute", .string(attribute)), JSONMember("place", .string(place))]
        case .doubtfulName(let township, let name, let source, let reason):
            [
                JSONMember("township", .string(township)), JSONMember("name", .string(name)),
                JSONMember("source", .string(source.description)), JSONMember("reason", .string(reason)),
            ]
        case .wholeAndVillages(let landType, let township):
            [JSONMember("land_type", .string(landType.rawValue)), JSONMember("township", .string(township))]
        case .priceMissing(let landType, let subtype, let grade):
            [
                JSONMember("land_type", .string(landType.rawValue)), JSONMember("grade", .integer(grade.rawValue)),
                JSONMember("subtype", .text(subtype)),
            ]
        case .priceOfWhole(let landType, let subtype, let grade):
            [
                JSONMember("land_type", .string(landType.rawValue)), JSONMember("grade", .integer(grade.rawValue)),
                JSONMember("subtype", .string(subtype)),
            ]
        case .priceWithoutGrade(let price), .amountImplausible(let price): Self.members(price)
        case .subtypeOfOther(let price, let other):
            Self.members(price) + [JSONMember("known_as", .string(other.rawValue))]
        case .rateImplausible(let rate):
            [
                JSONMember("land_type", .string(rate.landType.rawValue)), JSONMember("subtype", .text(rate.subtype)),
                JSONMember("rate", .string(rate.percent + "%")), JSONMember("source", .string(rate.source.description)),
            ]
        case .priceRises(let from, let to), .priceLeaps(let from, let to):
            [
                JSONMember("land_type", .string(from.landType.rawValue)), JSONMember("subtype", .text(from.subtype)),
                JSONMember("from", .integer(from.grade.rawValue)), JSONMember("to", .integer(to.grade.rawValue)),
                JSONMember("from_source", .text(from.source?.description)),
                JSONMember("to_source", .text(to.source?.description)),
            ]
        case .severalUnits(let units): [JSONMember("units", .array(units.map(JSONValue.string)))]
        case .listedUngraded(let landType, let township, let villages):
            [
                JSONMember("land_type", .string(landType.rawValue)), JSONMember("township", .string(township)),
                JSONMember("villages", .array(villages.map(JSONValue.string))),
            ]
        case .notListed(let township, let name, let source):
            [
                JSONMember("township", .string(township)), JSONMember("name", .string(name)),
                JSONMember("source", .string(source.description)),
            ]
        case .resolved(let text, let township, let names):
            [
                JSONMember("text", .string(text)), JSONMember("township", .string(township)),
                JSONMember("names", .array(names.map(JSONValue.string))),
            ]
        case .noDefinitions: []
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
