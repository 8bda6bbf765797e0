import Synchronization

/// The readings of a gazetteer's names, made when a name in Latin letters first comes, and kept.
final class PinyinIndex: Sendable {
    private let made = Mutex<PinyinNames?>(nil)

    /// - Parameter names: asked for the first time only.
    func names(_ names: () -> [NameKey]) -> PinyinNames {
        made.withLock { made in
            if let made { return made }
            let new = PinyinNames(names())
            made = new
            return new
        }
    }
}

/// Names by their sound, in flat arrays: most names are ruled out without reading them.
struct PinyinNames: Sendable {
    private struct Name: Sendable {
        /// Where its usual reading stands in `arena`; no letters where a character has none.
        var start: Int32
        var count: Int32
        /// A bit for each letter of the usual reading.
        var letters: UInt32
        /// A bit for each letter that any reading of its first character begins with.
        var first: UInt32
        /// Letters of its shortest and longest readings; nothing is between them where a character has none.
        var shortest: Int32
        var longest: Int32
        var characters: Int32
    }

    private var arena: [UInt8] = []
    private var names: [Name] = []

    init(_ keys: [NameKey]) {
        names.reserveCapacity(keys.count)
        arena.reserveCapacity(keys.count * 16)
        // A county's names have a few hundred characters.
        var known: [Unicode.Scalar: [[UInt8]]] = [:]
        for key in keys {
            var name = Name(
                start: Int32(arena.count), count: 0, letters: 0, first: 0, shortest: 0, longest: 0, characters: 0)
            var isRead = true
            for scalar in key.text.unicodeScalars {
                let readings = known[scalar] ?? PinyinQuery.readings(of: scalar).map(Array.init)
                known[scalar] = readings
                name.characters += 1
                guard isRead, let usual = readings.first else {
                    isRead = false
                    continue
                }
                arena += usual
                if name.characters == 1 { for reading in readings { name.first |= Self.bits(reading.prefix(1)) } }
                name.shortest += Int32(readings.map(\.count).min() ?? 0)
                name.longest += Int32(readings.map(\.count).max() ?? 0)
            }
            if isRead {
                name.count = Int32(arena.count) - name.start
                name.letters = Self.bits(arena[Int(name.start)...])
            } else {
                arena.removeLast(arena.count - Int(name.start))
                (name.first, name.shortest, name.longest) = (0, 1, 0)
            }
            names.append(name)
        }
    }

    /// v may be typed u.
    private static func bits(_ letters: some Sequence<UInt8>) -> UInt32 {
        letters.reduce(0) { bits, letter in
            guard (0x61...0x7A).contains(letter) else { return bits }
            return bits | 1 << UInt32(letter - 0x61) | (letter == 0x76 ? 1 << 20 : 0)
        }
    }

    /// Indices of the names that may be what was typed, in full or by its initials; each has to be read to know.
    func forEachPossible(_ query: PinyinQuery, full: Bool, _ body: (Int) -> Void) {
        guard let letter = query.letters.first else { return }
        let count = Int32(query.letters.count), bit = Self.bits([letter])
        let names = self.names.span
        for index in names.indices {
            let name = names[index]
            guard name.first & bit != 0 else { continue }
            if full ? name.shortest <= count && count <= name.longest : name.characters == count { body(index) }
        }
    }

    /// Calls `body` with each name of which the letters are the beginning of the usual reading, or are one or two letters
    /// apart from it; nearer ones have the lower rank.
    func forEachNear(_ query: PinyinQuery, _ body: (Int, _ rank: Int) -> Void) {
        let letters = query.letters
        let asked = letters.map { Unicode.Scalar($0) },
            askedBits = letters.reduce(UInt32(0)) { $0 | 1 << UInt32($1 - 0x61) }
        let count = letters.count
        let names = self.names.span, arena = self.arena.span
        for index in names.indices {
            let name = names[index]
            let length = Int(name.count), start = Int(name.start)
            guard length > 0 else { continue }
            if count > 2, count <= length, isEqual(arena, start, letters) {
                body(index, 40)
                continue
            }
            guard abs(length - count) <= 2, count > 4 else { continue }
            // Each step takes away one letter at most that only one of them has.
            guard (askedBits & ~name.letters).nonzeroBitCount <= 2, (name.letters & ~askedBits).nonzeroBitCount <= 3
            else { continue }
            let reading = (start..<start + length).map { Unicode.Scalar(arena[$0]) }
            if let apart = editDistance(asked.span, reading.span, atMost: 2) { body(index, 10 + 2 * apart) }
        }
    }

    private func isEqual(_ arena: Span<UInt8>, _ start: Int, _ letters: [UInt8]) -> Bool {
        for index in letters.indices where arena[start + index] != letters[index] { return false }
        return true
    }
}
