import GradeModel
import Testing

@Suite struct ForcePeriodTests {
    /// As text, `2020-01-01..2021-01-01`, oldest edition first; `x` before a day: withdrawn.
    /// `2020-01-01-2020-12-31`: with the day on which it expires.
    private func periods(_ editions: String...) -> [String] {
        let all = editions.map { edition in
            let days = edition.drop { $0 == "x" }
            return ForcePeriod.Candidate(
                from: CalendarDate(days.prefix(10))!, expires: CalendarDate(days.dropFirst(11)),
                isWithdrawn: edition.hasPrefix("x"))
        }
        return all.indices.map { index in
            let periods = ForcePeriod.all(of: index, in: all)
            guard !periods.isEmpty else { return "never" }
            return periods.map { "\($0.from)..\($0.before?.description ?? "")" }.joined(separator: " ")
        }
    }

    @Test
    func `until the last day it is valid on, and again after one that replaced it has expired`() {
        #expect(periods("2020-01-01-2024-12-31") == ["2020-01-01..2025-01-01"])
        #expect(
            periods("2020-01-01", "2021-01-01-2021-02-28")
                == ["2020-01-01..2021-01-01 2021-03-01..", "2021-01-01..2021-03-01"])
        #expect(
            periods("2020-01-01-2020-06-30", "2021-01-01") == ["2020-01-01..2020-07-01", "2021-01-01.."])
        #expect(periods("2020-01-01-2021-12-31", "2021-01-01") == ["2020-01-01..2021-01-01", "2021-01-01.."])
    }

    @Test
    func `each until the next was issued`() {
        #expect(periods("2020-01-01", "2021-01-01") == ["2020-01-01..2021-01-01", "2021-01-01.."])
        #expect(periods("2020-01-01", "2020-01-01") == ["never", "2020-01-01.."])
    }

    @Test
    func `a withdrawn one only on days on which none that stands had been issued`() {
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
