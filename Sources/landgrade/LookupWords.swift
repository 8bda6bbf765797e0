import AnswerRendering
import CommandSupport
import GradeLookup
import GradeModel
import GradeStore
import SQLite
import SystemSupport

/// A look-up as the command line gives it, and its answer.
///
/// `init(plain:)` reads the usual ones without ArgumentParser: the runtime's search for conformances, which that begins
/// with, takes longer than the whole answer and grows with every type that is linked in.
struct LookupWords {
    var names: [String] = []
    var address, county, landType, asOf: String?
    var asPrinted = false
    var common = CommonWords()

    /// What is wrong with the words.
    var fault: Remark? {
        if (address == nil) == names.isEmpty {
            return Remark(zh: "请写村名、乡镇名和村名，或用 --address", en: "give a village, a township and a village, or --address")
        }
        if names.count > 2 {
            return Remark(
                zh: "名称过多：请写乡镇名和村名（名称中有空格的加引号）",
                en: "too many names: give a township and a village (quote a name with spaces)")
        }
        return nil
    }

    /// Writes the answer; ends with 1 where it is "no".
    func answer() throws {
        SQLiteMemory.disableCounting()
        let question = try question()
        let generation = try common.access.openGeneration()
        // Closing it would only free memory of a process that ends: 4 % of a look-up.
        _ = Unmanaged.passRetained(generation)
        let answer = try GradeLookup(generation).answer(question)
        if common.renderer.format == .text, let list = try villages(of: answer, generation) {
            return StandardStreams.write(list)
        }
        StandardStreams.write(common.renderer.render(answer))
        if let offer = common.renderer.offer(of: answer) {
            StandardStreams.complain(offer)
        }
        guard answer.outcome == .found else { throw CommandEnd.no }
    }

    func question() throws -> Question {
        let access = common.access
        return Question(
            place: try place(), county: try county.map { try access.checked($0, .county) },
            landType: try access.landType(landType), asOf: try access.date(asOf), asPrinted: asPrinted)
    }

    /// The villages of the townships that a question names without a village; nil where it names none.
    private func villages(of answer: Answer, _ generation: Generation) throws -> [UInt8]? {
        var rows: [VillageRow] = []
        let listing = Listing(generation)
        for named in answer.namedTownships {
            rows +=
                try listing.villages(
                    of: named.county,
                    VillageFilter(township: named.township, landType: answer.question.landType),
                    asOf: answer.question.asOf) ?? []
        }
        return rows.isEmpty ? nil : common.renderer.render(rows)
    }

    private func place() throws -> PlaceQuestion {
        if let address { return .address(try common.access.checked(address, .address)) }
        let village = try common.access.checked(names[names.count - 1], .village)
        return .names(
            township: names.count == 2 ? try common.access.checked(names[0], .township) : nil, village: village)
    }
}

extension LookupWords {
    /// Reads only what has one meaning: names that do not begin with a hyphen, and options that are spelt out and stand
    /// at most once, the value behind each or after `=`. Nil for all else, help and errors included; `LookupCommand`
    /// reads that. A test compares the two.
    ///
    /// - Parameter words: what follows `lookup` on the command line.
    init?(plain words: ArraySlice<String>) {
        var rest = words
        while let word = rest.popFirst() {
            if word.utf8.first != UInt8(ascii: "-") {
                names.append(word)
            } else if word == "--as-printed", !asPrinted {
                asPrinted = true
            } else {
                let end = word.utf8.firstIndex(of: UInt8(ascii: "="))
                let value = end.map { String(word[word.utf8.index(after: $0)...]) } ?? rest.popFirst()
                guard let value, take(value, for: word[..<(end ?? word.endIndex)]) else { return nil }
            }
        }
        guard fault == nil, common.fault == nil else { return nil }
    }

    /// False where the option is unknown or has its value already, or where `value` may itself be an option.
    private mutating func take(_ value: String, for option: Substring) -> Bool {
        guard let first = value.utf8.first, first != UInt8(ascii: "-") else { return false }
        func put(_ place: inout String?) -> Bool {
            guard place == nil else { return false }
            place = value
            return true
        }
        return switch option {
        case "--address": put(&address)
        case "--county": put(&county)
        case "--land-type": put(&landType)
        case "--as-of": put(&asOf)
        case "--store": put(&common.store)
        case "--format": put(&common.format)
        case "--lang": put(&common.lang)
        default: false
        }
    }
}
