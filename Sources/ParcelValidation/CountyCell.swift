import GradeModel
import PlaceMatching

extension CountySource {
    /// The counties that a cell of a county's column names: by code, which may have the zeros of longer codes behind it
    /// (430624000000), or by name, alone or behind its prefecture's, its province's or both (岳阳市湘阴县).
    func counties(cell text: String) throws -> [County] {
        let named = try counties(named: text)
        if !named.isEmpty { return named }
        let key = Array(NameKey(text).text.unicodeScalars)
        guard key.count <= 40 else { return [] }
        func words(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }
        if key.count == 9 || key.count == 12, key.dropFirst(6).allSatisfy({ $0 == "0" }) {
            return try counties(named: words(key[..<6]))
        }
        for start in key.indices.dropFirst(2) {
            let front = words(key[..<start])
            let found = try counties(named: words(key[start...])).filter { county in
                let above = [county.province, county.prefecture].map { NameKey($0 ?? "").text }
                return front == above[0] || front == above[1] || front == above.joined()
            }
            if !found.isEmpty { return found }
        }
        return []
    }
}
