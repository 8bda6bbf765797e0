import GradeModel

/// What must hold for any bytes given as a number, an area or a unit of price. Lines are taken apart, so that one input has
/// many.
func priceFault(_ input: [UInt8]) -> String? {
    for line in input.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(64) {
        if let fault = numberFault(Array(line)) { return fault }
        guard let text = String(validating: line, as: UTF8.self) else { continue }
        if let fault = areaFault(text) { return fault }
        if let fault = unitFault(text) { return fault }
    }
    return nil
}

/// The fast reader and the slow one agree.
private func numberFault(_ line: [UInt8]) -> String? {
    let padded = line + [0]
    let fast = DecimalNumber.read(padded.span.bytes, 0, line.count)
    let slow = slowNumber(line)
    switch (fast, slow) {
    case (.empty, nil) where line.allSatisfy { $0 == 0x20 }: return nil
    case (.unreadable, nil) where !line.allSatisfy { $0 == 0x20 }: return nil
    case (.number(let number), let known?) where number == known: return nil
    default: return "\(line): \(fast), and slowly \(String(describing: slow))"
    }
}

/// By its definition, with characters of the cell and no arithmetic but that of digits.
private func slowNumber(_ line: [UInt8]) -> DecimalNumber? {
    var cell = line[...]
    while cell.first == 0x20 { cell.removeFirst() }
    while cell.last == 0x20 { cell.removeLast() }
    let parts = cell.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let front = parts.first, cell.count > 1 || parts.count == 1, !cell.isEmpty else { return nil }
    let groups = front.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    if groups.count > 1 {
        guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    }
    let fraction = parts.count > 1 ? Array(parts[1]) : []
    let digits = groups.flatMap { Array($0) } + fraction
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }), fraction.count <= 18 else { return nil }
    let significant = digits.drop { $0 == 0x30 }
    guard significant.count <= 19 else { return nil }
    return DecimalNumber(mantissa: UInt64(String(decoding: significant, as: UTF8.self)) ?? 0, scale: fraction.count)
}

/// What is taken for an area reads the same when it is written again, and is never 0; what it comes to at a price is the same
/// whichever unit the price is in.
private func areaFault(_ text: String) -> String? {
    guard let area = try? LandArea(text) else { return nil }
    guard area.number.mantissa > 0 else { return "an area of 0: \(text)" }
    guard (try? LandArea(area.text + area.unit.rawValue)) == area else { return "not the same again: \(text)" }
    guard let grade = Grade(rawValue: 1), let metres = area.squareMetres else { return nil }
    let amounts = [("3", "元/平方米"), ("2000", "元/亩"), ("0.2", "万元/亩"), ("30000", "元/公顷"), ("3", "万元/公顷")]
        .map { BasePrice(landType: .orchard, grade: grade, amount: $0.0, unit: $0.1).yuan(for: area) }
    let expected = metres.multiplied(by: Fraction(3))
    guard amounts.allSatisfy({ $0 == expected }) else { return "by unit: \(text) \(amounts)" }
    return nil
}

private func unitFault(_ text: String) -> String? {
    guard let unit = PriceUnit(word: text) else { return nil }
    return PriceUnit(word: unit.word) == unit ? nil : "not the same unit again: \(text)"
}
