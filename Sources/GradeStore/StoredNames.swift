import GradeModel
import SQLite

/// The names of a type's values, as bytes: no String is made to read one, because a country has two million grades. What a
/// value has to conform to is asked of `init` alone: as a requirement of the type, the runtime would search for it at
/// every start.
struct StoredNames<Value: Sendable>: Sendable {
    private let names: [(bytes: [UInt8], value: Value)]

    init() where Value: RawRepresentable<String> & CaseIterable {
        names = Value.allCases.map { (Array($0.rawValue.utf8), $0) }
    }

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

/// Generic, and so in the module that calls them: from another one they would not be specialized.
extension Statement {
    /// What a reader made of a column; nil is damage.
    @inline(__always)
    func meaning<Value>(_ value: Value?, of column: Int32) throws(SQLiteError) -> Value {
        guard let value else { throw meaningless(column) }
        return value
    }

    /// A value of the model that is kept as its name.
    @inline(__always)
    func named<Value>(_ column: Int32, _ names: StoredNames<Value>) throws(SQLiteError) -> Value {
        guard let bytes = textBytes(column), let value = names.value(of: bytes) else { throw meaningless(column) }
        return value
    }
}
