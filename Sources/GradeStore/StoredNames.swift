import GradeModel
import SQLite

/// The names of a type's values, as bytes: no String is made to read one, because a country has two million grades.
struct StoredNames<Value: RawRepresentable & CaseIterable & Sendable>: Sendable where Value.RawValue == String {
    private let names: [(bytes: [UInt8], value: Value)] = Value.allCases.map { (Array($0.rawValue.utf8), $0) }

    func value(of bytes: UnsafeBufferPointer<UInt8>) -> Value? {
        for (name, value) in names where name.count == bytes.count {
            var index = 0
            while index < bytes.count, name[index] == bytes[index] { index += 1 }
            if index == bytes.count { return value }
        }
        return nil
    }
}

extension StoredNames<LandType> {
    static let landTypes = StoredNames()
}

extension StoredNames<PlaceKind> {
    static let placeKinds = StoredNames()
}

extension Statement {
    /// A value of the model that is kept as its name.
    @inline(__always)
    func named<Value>(_ column: Int32, _ names: StoredNames<Value>) throws(SQLiteError) -> Value {
        guard let bytes = textBytes(column), let value = names.value(of: bytes) else { throw meaningless(column) }
        return value
    }
}
