import Testing

@testable import TabularText

@Suite struct DBFNumberTests {
    private func text(_ number: String) -> String {
        let made = Array(number.utf8).withUnsafeBytes { DBFNumber.text($0) }
        return made.map { String(decoding: $0, as: UTF8.self) } ?? number
    }

    @Test(arguments: [
        ("26666.669999999998254", "26666.67"), ("333333.330000000016298", "333333.33"),
        ("8500.029999999999915", "8500.03"),
        ("0.1000000000000000055", "0.10"), ("999.999999999999999", "1000.00"), ("-0.0299999999999999988", "-0.03"),
        ("2.66666700000e+004", "26666.67"), ("1.25000000000e+001", "12.5"), ("1.00000000000e+000", "1"),
        ("4.50000000000e-001", "0.45"), ("-1.5E+2", "-150"), ("1e3", "1000"), ("1.00000000000", "1.00"),
        ("34666.6700", "34666.67"),
        ("12.50", "12.50"), ("12.5", "12.5"), ("0.000", "0.00"), (".5", "0.5"), ("12.", "12"), ("0034.10", "34.10"),
    ])
    func `is the number that was meant`(written: String, meant: String) { #expect(text(written) == meant) }

    @Test(arguments: [
        "4306240010010000001", "430624001", "0", "007", "12,5", "1.2.3", "abc", "-", "+", ".", "e5", "1e", "1e+",
        "1e+9999", "1e300", "4.30624e+17", "4.30624100201e+016", "4.30624e+11",
        "12 3", "1.5x",
    ])
    func `anything else stays`(written: String) { #expect(text(written) == written) }
}
