/// What programs make of an id that they take for a number or a date.
extension ParcelIDFault {
    /// Spaces around the id, full width and what marks a cell as text (`'4.3E18`, `="4.3E18"`) are set aside.
    static func damage(_ text: String) -> ParcelIDFault? {
        let scalars = text.unicodeScalars.map(narrow)
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) }), last - first < Self.longest
        else { return nil }
        let id = unmarked(scalars[first...last])
        if isScientific(id) || isPower(id) { return .scientific }
        if isDecimal(id) || isGrouped(id, isWide: !text.utf8.contains(0x2C)) || isFigure(id) { return .number }
        if isDate(id) { return .date }
        if isErrorValue(id) { return .errorValue }
        return ["true", "false"].contains(word(id)) ? .truthValue : nil
    }

    /// Whether a number of something else than the parcel, a contract or a certificate, is what a spreadsheet made of a long
    /// one: 4.3E+17. A point or a date may be part of such a number.
    static func isDamaged(otherCode text: String) -> Bool {
        mayBeDamaged(otherCode: Array(text.utf8)) && damage(text) == .scientific
    }

    /// Whether that can be, in any encoding: a digit, a point or a space stands before an E.
    static func mayBeDamaged(otherCode bytes: some RandomAccessCollection<UInt8>) -> Bool {
        var before: UInt8 = 0
        for byte in bytes {
            if byte & ~0x20 == 0x45, (0x30...0x39).contains(before) || [0x2E, 0x2C, 0x20].contains(before) {
                return true
            }
            before = byte
        }
        return false
    }

    private static func unmarked(_ id: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        if id.first == "'" { return id.dropFirst() }
        return id.count > 3 && id.starts(with: "=\"".unicodeScalars) && id.last == "\""
            ? id.dropFirst(2).dropLast() : id
    }

    /// `＋` as `+`, `４` as `4`; the minus of typography as a hyphen.
    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x2212: "-"
        default: scalar
        }
    }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{A0}" || scalar == "\u{3000}"
    }

    static func isSign(_ scalar: Unicode.Scalar?) -> Bool { scalar == "+" || scalar == "-" }

    static func isDigits(_ text: some Collection<Unicode.Scalar>) -> Bool {
        !text.isEmpty && text.allSatisfy { ("0"..."9").contains($0) }
    }

    static func number(_ text: some Collection<Unicode.Scalar>, _ range: ClosedRange<Int>) -> Bool {
        guard isDigits(text), text.count <= 4 else { return false }
        return range.contains(text.reduce(0) { $0 * 10 + Int($1.value - 0x30) })
    }

    /// `[+-]digits[.digits]E[+-]digits`: with a point between digits (Java's and Rust's doubles) or a sign of the
    /// exponent (spreadsheets, C, .NET). With neither, `12E5` may be an id; only one digit with the exponent of a long
    /// code is a number. The same holds for a comma as the point, a point beside the `E`, and spaces around the `E`. `D` is
    /// Fortran's `E`.
    private static func isScientific(_ id: ArraySlice<Unicode.Scalar>) -> Bool {
        let parts = id.split(omittingEmptySubsequences: false) { ["E", "e", "D", "d"].contains($0) }
        guard parts.count == 2 else { return false }
        let isDouble = ["D", "d"].contains(id[parts[0].endIndex])
        var mantissa = isSign(parts[0].first) ? parts[0].dropFirst() : parts[0]
        while let last = mantissa.last, isSpace(last) { mantissa.removeLast() }
        var exponent = parts[1].drop(while: isSpace)
        let isSigned = isSign(exponent.first)
        if isSigned { exponent.removeFirst() }
        guard isDigits(exponent) else { return false }
        let places = mantissa.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard places.count <= 2, places.contains(where: { isDigits($0) }),
            places.allSatisfy({ $0.isEmpty || isDigits($0) })
        else { return false }
        if isSigned { return true }
        let isPlain = places.count == 2 && places.allSatisfy { isDigits($0) } && mantissa.contains(".")
        if isPlain, mantissa.endIndex == parts[0].endIndex, exponent.startIndex == parts[1].startIndex { return true }
        return !isDouble && places[0].count == 1 && places[0].first != "0" && exponent.count == 2
            && number(exponent, 15...30)
    }

    /// `4.3×10^18`, `4.3×10¹⁸`, `4.3*10^18`; `4.3x10^18` with a point, because `4x10` may be an id.
    private static func isPower(_ id: ArraySlice<Unicode.Scalar>) -> Bool {
        let id = id.filter { !isSpace($0) }
        let parts = id.split(omittingEmptySubsequences: false) { ["×", "*", "·", "x", "X"].contains($0) }
        guard parts.count == 2, parts[1].starts(with: "10".unicodeScalars) else { return false }
        if ["x", "X"].contains(id[parts[0].endIndex]), !parts[0].contains(".") { return false }
        let places = (isSign(parts[0].first) ? parts[0].dropFirst() : parts[0])
            .split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(places.count), places.allSatisfy({ isDigits($0) }) else { return false }
        let exponent = parts[1].dropFirst(2)
        let superscript = "⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars
        if exponent.first == "^" { return isDigits(exponent.drop { $0 == "^" || isSign($0) }) }
        return !exponent.isEmpty && exponent.allSatisfy(superscript.contains)
    }

    /// `430624001.0`, `430624001.000`, `430624001.`, `-430624001.0`; `430624001,00` where the point is a comma. `1,000` may
    /// be two ids, or a thousand.
    private static func isDecimal(_ id: ArraySlice<Unicode.Scalar>) -> Bool {
        let number = isSign(id.first) ? id.dropFirst() : id
        let places = number.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard places.count == 2, isDigits(places[0]), places[1].allSatisfy({ $0 == "0" }) else { return false }
        return number.contains(".") || places[0].count > 3 && !places[1].isEmpty
    }

    /// `430,624`, `430,624,001`, with or without `.00`.
    ///
    /// - Parameter isWide: its commas are Chinese ones, which stand between two ids. So does one with a zero behind it in
    ///   front: `001,002`.
    private static func isGrouped(_ id: ArraySlice<Unicode.Scalar>, isWide: Bool) -> Bool {
        let places = (isSign(id.first) ? id.dropFirst() : id).split(separator: ".", omittingEmptySubsequences: false)
        guard places.count <= 2, places.count < 2 || places[1].allSatisfy({ $0 == "0" }) else { return false }
        let count = groups(places[0])
        return count > 2 || count == 2 && !isWide && places[0].first != "0"
    }

    /// How many groups of three digits a number has; 0 where it has others.
    private static func groups(_ number: ArraySlice<Unicode.Scalar>) -> Int {
        let groups = number.split(separator: ",", omittingEmptySubsequences: false)
        guard isDigits(groups[0]), groups.count == 1 || groups[0].count <= 3 else { return 0 }
        return groups.dropFirst().allSatisfy { isDigits($0) && $0.count == 3 } ? groups.count : 0
    }

    /// A number that its mark says to be one: `￥430,624.00`, `5%`; `4.3亿` with a point, because `3万` may be an id.
    private static func isFigure(_ id: ArraySlice<Unicode.Scalar>) -> Bool {
        func isNumber(_ text: some Collection<Unicode.Scalar>) -> Bool {
            let number = Array(text.filter { !isSpace($0) })
            let places = (isSign(number.first) ? number.dropFirst() : number[...])
                .split(separator: ".", omittingEmptySubsequences: false)
            return places.count <= 2 && groups(places[0]) > 0 && places.dropFirst().allSatisfy { isDigits($0) }
        }
        if id.last == "%" { return isNumber(id.dropLast()) }
        if ["万", "亿"].contains(id.last) { return id.contains(".") && isNumber(id.dropLast()) }
        let amount = isSign(id.first) ? id.dropFirst() : id
        return ["¥", "￥"].contains(amount.first) && isNumber(amount.dropFirst())
    }

    /// Not `#N/A`, which says that there is none.
    private static func isErrorValue(_ id: ArraySlice<Unicode.Scalar>) -> Bool {
        errorValues.contains(word(id)) || id.count > 1 && id.allSatisfy { $0 == "#" }
    }

    private static let errorValues: Set<String> = [
        "#ref!", "#value!", "#div/0!", "#name?", "#num!", "#null!", "#spill!", "#calc!", "#field!", "#blocked!",
        "#connect!", "#unknown!", "#busy!", "#external!", "#python!", "#getting_data", "nat", "undefined",
        "[object object]", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity", "1.#inf",
        "-1.#inf",
        "1.#ind", "-1.#ind", "1.#qnan",
    ]
}
