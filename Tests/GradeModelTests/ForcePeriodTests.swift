import GradeModel
import Testing

@Suite("The days on which an edition is in force")
struct ForcePeriodTests {
    /// As text, `2020-01-01..2021-01-01`, oldest edition first; `x` before a day: withdrawn.
    private func periods(_ editions: String...) -> [String] {
        let all = editions.map { (issued: CalendarDate($0.suffix(10))!, isWithdrawn: $0.hasPrefix("x")) }
        return all.indices.map { index in
            guard let period = ForcePeriod.of(index, in: all) else { return "never" }
            return "\(period.from)..\(period.before?.description ?? "")"
        }
    }

    @Test("each until the next was issued")
    func standing() {
        #expect(periods("2020-01-01", "2021-01-01") == ["2020-01-01..2021-01-01", "2021-01-01.."])
        #expect(periods("2020-01-01", "2020-01-01") == ["never", "2020-01-01.."])
    }

    @Test("a withdrawn one only on days on which none that stands had been issued")
    func withdrawn() {
        #expect(periods("2020-01-01", "x2021-01-01") == ["2020-01-01..", "never"])
        #expect(periods("x2020-01-01", "2021-01-01") == ["2020-01-01..2021-01-01", "2021-01-01.."])
        #expect(
            periods("x2020-01-01", "x2021-01-01", "2022-01-01")
                == ["2020-01-01..2021-01-01", "2021-01-01..2022-01-01", "2022-01-01.."])
        #expect(periods("x2020-01-01", "x2021-01-01") == ["2020-01-01..2021-01-01", "2021-01-01.."])
        #expect(
            periods("2020-01-01", "x2021-01-01", "2022-01-01")
                == ["2020-01-01..2022-01-01", "never", "2022-01-01.."])
        #expect(periods("x2020-01-01", "2020-01-01") == ["never", "2020-01-01.."])
    }
}
