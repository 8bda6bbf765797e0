/// The rows of one piece of output for a program that reads many: a line that rows share is written once, and every row has
/// the number of its line. For one thread.
///
/// A frame is one piece of output: three numbers, how many rows it has, how many lines, and how many bytes these take; the
/// number of its line for each row, from 0; the lines, in the order in which they first came. All numbers are `UInt32`,
/// little-endian.
struct NumberedRows: Sendable {
    /// What a line is put together from.
    struct Key: Hashable, Sendable {
        private let before, place, between, edition, after, passingAge, lineEnd: UInt64

        /// - Parameter lineEnd: its length and its bytes.
        @inline(__always)
        init(_ judgement: Judgement, _ pieces: RowPieces, lineEnd: UInt64) {
            passingAge = judgement.isPassing ? pieces.passingAge : 0
            before = judgement.before.bits
            place = judgement.place.bits
            between = judgement.between.bits
            edition = judgement.edition.bits
            after = judgement.after.bits
            self.lineEnd = lineEnd
        }

        @inline(__always)
        fileprivate var hash: Int {
            let sum =
                before &* 0x9E37_79B9_7F4A_7C15 &+ place &* 0xC2B2_AE3D_27D4_EB4F &+ between &* 0xBF58_476D_1CE4_E5B9
                &+ edition &* 0x94D0_49BB_1331_11EB &+ after &* 0xD6E8_FEB8_6659_FD93
            return Int(truncatingIfNeeded: (sum ^ sum &>> 32) &* 0x9E37_79B9_7F4A_7C15 &>> 40)
        }
    }

    /// The number of its line for each row.
    private(set) var numbers: [UInt32] = []
    private(set) var lines = 0
    private var keys: [Key] = []
    /// The line of each key.
    private var keyLines: [UInt32] = []
    /// Numbers of keys from 1, 0 for none; twice as many at least.
    private var slots = [UInt32](repeating: 0, count: 1 << 12)

    /// Begins a piece.
    mutating func removeAll() {
        numbers.removeAll(keepingCapacity: true)
        lines = 0
        keys.removeAll(keepingCapacity: true)
        keyLines.removeAll(keepingCapacity: true)
        for index in slots.indices { slots[index] = 0 }
    }

    /// Numbers a row; false where its line has to be written, for the first time.
    @inline(__always)
    mutating func add(_ key: Key) -> Bool {
        let number = find(key)
        if number >= 0 {
            numbers.append(keyLines[number])
            return true
        }
        insert(key)
        addAlone()
        return false
    }

    /// Numbers a row whose line is written for it alone.
    mutating func addAlone() {
        numbers.append(UInt32(lines))
        lines += 1
    }

    @inline(__always)
    private func find(_ key: Key) -> Int {
        let slots = slots.span, keys = keys.span
        let mask = slots.count &- 1
        var slot = key.hash & mask
        while true {
            let number = Int(slots[slot]) &- 1
            if number < 0 || keys[number] == key { return number }
            slot = (slot &+ 1) & mask
        }
    }

    private mutating func insert(_ key: Key) {
        keys.append(key)
        keyLines.append(UInt32(lines))
        if keys.count * 2 > slots.count {
            slots = [UInt32](repeating: 0, count: slots.count * 2)
            for number in keys.indices { place(number) }
        } else {
            place(keys.count - 1)
        }
    }

    private mutating func place(_ number: Int) {
        var slot = keys[number].hash & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(number + 1)
    }

    /// - Parameters:
    ///   - text: the lines, in UTF-8.
    ///   - frame: gets the frame, or nothing where there is no row.
    func frame(_ text: ArraySlice<UInt8>, into frame: inout [UInt8]) {
        frame.removeAll(keepingCapacity: true)
        guard !numbers.isEmpty else { return }
        frame.reserveCapacity(12 + 4 * numbers.count + text.count)
        for number in [numbers.count, lines, text.count] { Self.append([UInt32(number)], to: &frame) }
        Self.append(numbers, to: &frame)
        frame += text
    }

    private static func append(_ numbers: [UInt32], to frame: inout [UInt8]) {
        #if _endian(little)
            numbers.withUnsafeBytes { frame.append(contentsOf: $0) }
        #else
            for number in numbers { withUnsafeBytes(of: number.littleEndian) { frame.append(contentsOf: $0) } }
        #endif
    }
}
