import SystemSupport

/// A cell's text as a workbook can hold it. XML has no place for most control characters, nor for U+FFFE and U+FFFF:
/// they stand as `_x001B_`, which spreadsheets show as the character; a text that has `_x001B_` itself becomes
/// `_x005F_x001B_`. A byte that is no UTF-8 stands as `\xff`: it can only be in a row that was judged as broken.
struct CellText {
    /// UTF-16 code units in one cell.
    static let maximum = 32_767

    private var escaped: [UInt8] = []

    /// Calls `body` with the text, NUL behind it, and the number of its UTF-16 code units.
    ///
    /// - Parameter bytes: without NUL, but with one right behind them.
    mutating func with<Fault: Error>(
        _ bytes: UnsafeRawBufferPointer, _ body: (UnsafePointer<CChar>, Int) throws(Fault) -> Void
    ) throws(Fault) {
        var units = 0
        var needsEscape = false
        var position = 0
        while position < bytes.count {
            let step = Self.step(bytes, position)
            needsEscape = needsEscape || step.escape != .none
            units += step.units
            position += step.length
        }
        guard needsEscape else {
            guard let start = bytes.baseAddress else { return try Self.empty(body) }
            return try body(start.assumingMemoryBound(to: CChar.self), units)
        }
        escape(bytes)
        try escaped.withUnsafeBufferPointer { text throws(Fault) in
            // Never empty: a NUL is its last byte.
            try body(UnsafeRawPointer(text.baseAddress!).assumingMemoryBound(to: CChar.self), units)
        }
    }

    private static func empty<Fault: Error>(
        _ body: (UnsafePointer<CChar>, Int) throws(Fault) -> Void
    ) throws(Fault) {
        var nul: CChar = 0
        try withUnsafePointer(to: &nul) { nul throws(Fault) in try body(nul, 0) }
    }

    private mutating func escape(_ bytes: UnsafeRawBufferPointer) {
        escaped.removeAll(keepingCapacity: true)
        var position = 0
        while position < bytes.count {
            let step = Self.step(bytes, position)
            switch step.escape {
            case .none: escaped.append(contentsOf: bytes[position..<(position + step.length)])
            case .code(let code): escaped.append(contentsOf: "_x\(Self.hex(code, digits: 4))_".utf8)
            case .underscore: escaped.append(contentsOf: "_x005F_".utf8)
            case .byte(let byte):
                escaped.append(contentsOf: "\\x\(Self.hex(UInt32(byte), digits: 2).lowercased())".utf8)
            }
            position += step.length
        }
        escaped.append(0)
    }

    private enum Escape: Equatable {
        case none
        case code(UInt32)
        case underscore
        case byte(UInt8)
    }

    private struct Step {
        var length = 1
        var units = 1
        var escape = Escape.none
    }

    /// The character at a place.
    private static func step(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Step {
        let first = bytes[place]
        if first < 0x80 {
            if first < 0x20, first != 0x09, first != 0x0A { return Step(escape: .code(UInt32(first))) }
            return first == 0x5F && isEscape(bytes, place) ? Step(escape: .underscore) : Step()
        }
        guard let (scalar, length) = scalar(bytes, place, first) else { return Step(units: 4, escape: .byte(first)) }
        let escape = scalar == 0xFFFE || scalar == 0xFFFF ? Escape.code(scalar) : .none
        return Step(length: length, units: length == 4 ? 2 : 1, escape: escape)
    }

    private static func scalar(
        _ bytes: UnsafeRawBufferPointer, _ place: Int, _ first: UInt8
    ) -> (scalar: UInt32, length: Int)? {
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard (0xC2...0xF4).contains(first), place + length <= bytes.count else { return nil }
        var scalar = UInt32(first) & (0x7F >> UInt32(length))
        for index in (place + 1)..<(place + length) {
            guard bytes[index] & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
        }
        // Overlong forms, surrogates, and what lies beyond Unicode.
        let least: UInt32 = length == 4 ? 0x1_0000 : length == 3 ? 0x800 : 0x80
        guard scalar >= least, Unicode.Scalar(scalar) != nil else { return nil }
        return (scalar, length)
    }

    /// Whether `_xHHHH_` stands there.
    private static func isEscape(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Bool {
        guard place + 7 <= bytes.count, bytes[place + 1] == 0x78, bytes[place + 6] == 0x5F else { return false }
        return bytes[(place + 2)..<(place + 6)].allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0)
        }
    }

    private static func hex(_ number: UInt32, digits: Int) -> String {
        let text = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: digits - text.count) + text
    }
}
