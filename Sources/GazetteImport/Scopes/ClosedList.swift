import EditionPackage
import EditionPublishing
public import GradeModel
import PlaceMatching
import TabularText

/// All villages of a county, by township, from a list of places or a former edition: what it holds is a name, whatever
/// characters it has.
public struct ClosedList: Hashable, Sendable {
    /// In the list's order.
    public let townships: [String]
    private let names: [String: [String]]

    public init(_ places: [(township: String, village: String)]) {
        var order: [String] = []
        var names: [String: [String]] = [:]
        for place in places {
            if names[place.township] == nil { order.append(place.township) }
            if names[place.township, default: []].contains(place.village) { continue }
            names[place.township, default: []].append(place.village)
        }
        townships = order
        self.names = names
    }

    /// The places of an edition that names villages; a township that it grades as a whole has none here.
    public init(_ edition: Edition) {
        self.init(edition.grades.compactMap { entry in entry.village.map { (entry.township, $0) } })
    }

    /// A CSV table with the columns township and village (or 乡镇 and 村). Throws `ImportError`.
    public init(csv bytes: [UInt8]) throws(ImportError) {
        let table: CSVTable
        do throws(CSVError) {
            table = try CSVTable(parsing: bytes)
        } catch {
            throw ImportError(place: nil, .places(error))
        }
        func column(_ role: ColumnRole, _ name: String) -> Int? {
            table.header.firstIndex { $0 == name || HeaderWords.role(folded($0)) == role }
        }
        guard let township = column(.township, "township"), let village = column(.village, "village") else {
            throw ImportError(place: nil, .placesHeader(table.header.joined(separator: ", ")))
        }
        var places: [(township: String, village: String)] = []
        for row in table.rows {
            let (first, second) = (row.fields[township], row.fields[village])
            guard Grammar.isName(first), Grammar.isName(second) else {
                throw ImportError(place: nil, .placesRow(line: row.line, text: "\(first), \(second)"))
            }
            places.append((first, second))
        }
        self.init(places)
    }

    /// Every place, for an audit.
    public var places: [String: [String]] { names }

    public func villages(of township: String) -> [String]? {
        if let exact = names[township] { return exact }
        let key = NameKey(township)
        return townships.first { NameKey($0) == key }.flatMap { names[$0] }
    }

    public func hasTownship(_ name: String) -> Bool { villages(of: name) != nil }

    /// The listed name that a text is, folded: nil where there is none.
    func village(_ text: String, of township: String) -> String? {
        guard let list = villages(of: township) else { return nil }
        if list.contains(text) { return text }
        let key = NameKey(text)
        return list.first { NameKey($0) == key }
    }

    /// The one listed name that the text is a short form of: 桥头 for 桥头村. Nil where there is none, or more than one.
    func village(short text: String, of township: String) -> String? {
        guard text.count >= 2, let list = villages(of: township) else { return nil }
        let key = NameKey(text).text
        let found = list.filter { name in
            let full = NameKey(name).text
            guard full.hasPrefix(key) else { return false }
            return PlaceName.plainEndings.contains(String(full.dropFirst(key.count)))
        }
        return found.count == 1 ? found[0] : nil
    }

    /// Townships in which a village of this name is listed.
    func townships(withVillage name: String) -> [String] { townships.filter { village(name, of: $0) != nil } }
}
