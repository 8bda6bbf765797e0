/// A name as it is compared: full-width ASCII and compatibility ideographs folded, white space and invisible
/// characters removed, traditional characters simplified. Different names stay different: nothing is guessed.
///
/// ```swift
/// NameKey("金龍鎮　芙蓉村") == NameKey("金龙镇芙蓉村")  // true
/// NameKey("金嵒村") == NameKey("金嵩村")              // false
/// ```
/// Two keys are equal when their bytes are; a store can compare `text` as bytes and get the same answer.
public struct NameKey: Hashable, Sendable {
    /// Version of the folding; a store that keeps keys made by other rules has to be built again.
    public static let rules = 1

    public let text: String

    public init(_ name: String) {
        text = Self.isPlain(name) ? name : Self.folded(name)
    }

    /// `text` is a key, or a part of one, already.
    init(folded text: String) {
        self.text = text
    }

    // `String` compares by canonical equivalence, a store by bytes; the bytes are also faster.
    public static func == (a: Self, b: Self) -> Bool {
        a.text.isWritten(as: b.text)
    }

    public func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    /// Whether folding would leave `name` as it is: visible ASCII and simplified characters of the main block.
    /// Nearly every name is, and then nothing is copied.
    private static func isPlain(_ name: String) -> Bool {
        var name = name
        let traditionalIdeographs = traditionalIdeographs
        return name.withUTF8 { bytes in
            var index = 0
            while index < bytes.count {
                let lead = bytes[index]
                if (0x21...0x7E).contains(lead) {
                    index += 1
                } else if (0xE4...0xE9).contains(lead) {
                    let value =
                        UInt32(lead & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
                        | UInt32(bytes[index + 2] & 0x3F)
                    guard ideographs.contains(value), !traditionalIdeographs.contains(value) else { return false }
                    index += 3
                } else {
                    return false
                }
            }
            return true
        }
    }

    private static func folded(_ name: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            if let scalar = folded(scalar) { text.append(scalar) }
        }
        return String(text)
    }

    /// Nil for a character that is removed.
    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x21...0x7E:
            return scalar
        case ideographs where !traditionalIdeographs.contains(scalar.value):
            return scalar
        case 0xFF01...0xFF5E:
            return Unicode.Scalar(scalar.value - 0xFEE0)
        case 0x2F00...0x2FD5, 0xF900...0xFAFF, 0x2F800...0x2FA1F:
            let unified = CharacterTable.compatibility.character(of: scalar) ?? scalar
            return CharacterTable.traditional.character(of: unified) ?? unified
        default:
            if scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint { return nil }
            return CharacterTable.traditional.character(of: scalar) ?? scalar
        }
    }
}

extension String {
    /// Whether both are the same bytes; the quick way of `utf8.elementsEqual`.
    package func isWritten(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        var (first, second) = (self, other)
        return first.withUTF8 { first in
            second.withUTF8 { second in
                let first = UnsafeRawBufferPointer(first), second = UnsafeRawBufferPointer(second)
                var index = 0
                while index + 8 <= first.count {
                    let word = first.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    if word != second.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
                    index += 8
                }
                while index < first.count {
                    if first[index] != second[index] { return false }
                    index += 1
                }
                return true
            }
        }
    }
}

/// CJK Unified Ideographs, the main block.
private let ideographs: ClosedRange<UInt32> = 0x4E00...0x9FFF

/// Which of them the table of traditional characters has.
private let traditionalIdeographs = IdeographSet(of: .traditional)

/// A bit for each ideograph of the main block.
private struct IdeographSet: Sendable {
    private var words = [UInt64](repeating: 0, count: 0x5200 / 64)

    init(of table: CharacterTable) {
        table.forEachCharacter { value in
            guard ideographs.contains(value) else { return }
            let bit = Int(value - ideographs.lowerBound)
            words[bit / 64] |= 1 << UInt64(bit % 64)
        }
    }

    func contains(_ value: UInt32) -> Bool {
        let bit = Int(value - ideographs.lowerBound)
        return words[bit / 64] & (1 << UInt64(bit % 64)) != 0
    }
}
