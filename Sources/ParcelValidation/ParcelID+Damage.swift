/// What programs make of an id that they take for a number or a date.
extension ParcelIDFault {
    /// Spaces around the id are set aside.
    static func damage(_ text: String) -> ParcelIDFault? {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) }), last - first < 40
        else { return nil }
        let id = scalars[first...last]
        if isScientific(id) { return .scientific }
        if isDecimal(id) || isGrouped(id) { return .number }
        if isDate(id) { return .date }
        return isErrorValue(id) ? .errorValue : nil
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{A0}" || scalar == "\u{3000}"
    }

    private static func isDigits(_ text: some Collection<Unicode.Scalar>) -> Bool {
        !text.isEmpty && text.allSatisfy { ("0"..."9").contains($0) }
    }

    private static func number(_ text: some Collection<Unicode.Scalar>, _ range: ClosedRange<Int>) -> Bool {
        guard isDigits(text), text.count <= 4 else { return false }
        return range.contains(text.reduce(0) { $0 * 10 + Int($1.value - 0x30) })
    }

    /// `digits[.digits]E[+-]digits`: with a point (Java's and Rust's doubles) or a sign (spreadsheets, C, .NET). With
    /// neither, `12E5` may be an id; only one digit with the exponent of a long code is a number.
    private static func isScientific(_ id: ArraySlice<Unicode.Scalar>) -> Bool {
        let parts = id.split(omittingEmptySubsequences: false) { $0 == "E" || $0 == "e" }
        guard parts.count == 2 else { return false }
        var mantissa = parts[0]
        var exponent = parts[1]
        let isSigned = exponent.first == "+" || exponent.first == "-"
        if isSigned { exponent.removeFirst() }
        guard isDigits(exponent) else { return false }
        let places = mantissa.split(separator: ".", omittingEmptySubsequences: false)
        guard places.count <= 2, places.allSatisfy({ isDigits($0) }) else { return false }
        if places.count == 2 || isSigned { return true }
        let digit = mantissa.removeFirst()
        return mantissa.isEmpty && digit != "0" && number(exponent, 15...30)
    }

    /// `430624001.0`, `430624001.000`, `430624001.`
    private static func isDecimal(_ id: ArraySlice<Unicode.Scalar>) -> Bool {
        let places = id.split(separator: ".", omittingEmptySubsequences: false)
        return places.count == 2 && isDigits(places[0]) && places[1].allSatisfy { $0 == "0" }
    }

    /// `430,624,001`, with or without `.00`.
    private static func isGrouped(_ id: ArraySlice<Unicode.Scalar>) -> Bool {
        let places = id.split(separator: ".", omittingEmptySubsequences: false)
        guard places.count <= 2, places.count < 2 || places[1].allSatisfy({ $0 == "0" }) else { return false }
        let groups = places[0].split(omittingEmptySubsequences: false) { $0 == "," || $0 == "，" }
        guard groups.count > 2, isDigits(groups[0]), groups[0].count <= 3 else { return false }
        return groups.dropFirst().allSatisfy { isDigits($0) && $0.count == 3 }
    }

    /// `2025-03-01`, `2025/3/1 00:00:00`, `3/1/2025`, `2025年3月1日`, `3月1日`, `1-Mar`, `Mar-25`, `1-Mar-25`.
    private static func isDate(_ id: ArraySlice<Unicode.Scalar>) -> Bool {
        let day = id.prefix { $0 != " " && $0 != "T" }
        if day.count < id.count, !isTime(id[day.endIndex...].dropFirst()) { return false }
        if day.last == "日" || day.last == "月" {
            let parts = day.dropLast().split(omittingEmptySubsequences: false) { $0 == "年" || $0 == "月" }
            switch (parts.count, day.last) {
            case (3, "日"): return number(parts[0], years) && number(parts[1], 1...12) && number(parts[2], 1...31)
            case (2, "日"): return day.contains("月") && number(parts[0], 1...12) && number(parts[1], 1...31)
            case (2, _): return day.contains("年") && number(parts[0], years) && number(parts[1], 1...12)
            default: return false
            }
        }
        let mark: Unicode.Scalar = day.contains("/") ? "/" : "-"
        let parts = day.split(separator: mark, omittingEmptySubsequences: false)
        if parts.count == 3, number(parts[1], 1...12), parts[1].count <= 2 {
            if parts[0].count == 4, number(parts[0], years), number(parts[2], 1...31), parts[2].count <= 2 {
                return true
            }
        }
        if parts.count == 3, mark == "/", parts[2].count == 4, number(parts[2], years) {
            if number(parts[0], 1...31), number(parts[1], 1...31) { return true }
        }
        return mark == "-" && isNamedDate(parts)
    }

    private static let years = 1900...2099
    private static let months: Set<String> = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private static func isNamedDate(_ parts: [ArraySlice<Unicode.Scalar>]) -> Bool {
        func isMonth(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
            part.count == 3 && months.contains(String(String.UnicodeScalarView(part)).lowercased())
        }
        switch parts.count {
        case 2:
            return isMonth(parts[1]) && number(parts[0], 1...31) || isMonth(parts[0]) && number(parts[1], 0...99)
        case 3: return number(parts[0], 1...31) && isMonth(parts[1]) && isDigits(parts[2]) && parts[2].count <= 4
        default: return false
        }
    }

    /// `0:00`, `00:00:00`, `00:00:00.000`
    private static func isTime(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), number(parts[0], 0...24), number(parts[1], 0...59) else { return false }
        return parts.count == 2 || isDigits(parts[2].prefix(2)) && parts[2].allSatisfy { $0 == "." || isDigits([$0]) }
    }

    /// Not `#N/A`, which says that there is none.
    private static func isErrorValue(_ id: ArraySlice<Unicode.Scalar>) -> Bool {
        let text = String(String.UnicodeScalarView(id)).uppercased()
        return ["#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"].contains(text)
            || id.count > 1 && id.allSatisfy { $0 == "#" }
    }
}
