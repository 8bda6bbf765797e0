import EditionPackage
import EditionPublishing
package import SystemSupport

/// Places that a person typed into one cell, an answer or a cell of the sheet of grades. What can be no name of a place is
/// no name here either, typed or printed; what the list of places holds is one, whatever characters it has.
///
///     try TypedNames("长滩村 新塘村（1、2组）").items      // 长滩村, and the part 1、2组 of 新塘村
package struct TypedNames {
    package enum Item: Hashable {
        /// 全域, 全镇.
        case whole
        case village(String, part: String?)
    }

    /// Why a text says no places, and what to write instead.
    package struct Fault: Error, Worded, Hashable {
        private let remark: Remark

        init(zh: Sentence, en: Sentence) { remark = Remark(zh: zh, en: en) }

        package func sentence(in language: Language) -> Sentence { remark.sentence(in: language) }
    }

    package let items: [Item]

    /// - Parameters:
    ///   - confirmed: the text that was asked about: the person who repeats it says that it is one name.
    ///   - isListed: whether the list of places has the name.
    package init(
        _ text: String, township: String? = nil, confirmed: String? = nil, isListed: (String) -> Bool = { _ in false }
    ) throws(Fault) {
        let whole = text.trimmed("、，,；;。")
        if isListed(whole) || !whole.isEmpty && whole == confirmed && Grammar.isName(whole) {
            items = [.village(whole, part: nil)]
            return
        }
        // 除石桥村、大坪村外的其他村 is one thing, and no two names.
        if PlaceName.isException(compacted(whole)) { throw Self.fault(.except, whole) }
        var items: [Item] = []
        for piece in try Self.pieces(whole) {
            let item = try Self.item(piece, township, isListed)
            guard !items.contains(item) else {
                throw Fault(zh: "“\(piece)”写了两次", en: "\(quoted: piece) stands there twice")
            }
            items.append(item)
        }
        guard !items.isEmpty else { throw Fault(zh: "没有写明村名", en: "names no village") }
        self.items = items
    }

    /// Townships that a person typed.
    package static func townships(_ text: String, isListed: (String) -> Bool) throws(Fault) -> [String] {
        var names: [String] = []
        for piece in try pieces(text) {
            guard isListed(piece) || isTownship(piece) else {
                throw Fault(
                    zh: "“\(piece)”不像乡镇名；请写全称，确为乡镇名的，先写入“村名”表的“乡镇”一栏",
                    en:
                        "\(quoted: piece) is no name of a township; write it whole, or list it on the sheet 村名 first")
            }
            guard !names.contains(piece) else {
                throw Fault(zh: "“\(piece)”写了两次", en: "\(quoted: piece) stands there twice")
            }
            names.append(piece)
        }
        return names
    }

    package static func isTownship(_ text: String) -> Bool {
        ScopeReading.looksLikeTownship(text) && !PlaceName.isException(text)
    }

    // MARK: Pieces

    /// Cut at separators and white space outside brackets.
    private static func pieces(_ text: String) throws(Fault) -> [String] {
        var groups: [[String]] = [[""]]
        var depth = 0
        for character in text {
            if "（(".contains(character) { depth += 1 }
            if "）)".contains(character) { depth = max(0, depth - 1) }
            if depth == 0, "、，,；;。．/／|".contains(character) || character.isNewline {
                groups.append([""])
            } else if depth == 0, character.isWhitespace {
                groups[groups.count - 1].append("")
            } else {
                groups[groups.count - 1][groups[groups.count - 1].count - 1].append(character)
            }
        }
        var pieces: [String] = []
        for group in groups {
            var words: [String] = []
            for word in group where !word.isEmpty {
                // A part in brackets may be separated from its village: 大坪村 （1组）.
                if let last = words.last, "（(".contains(word.first ?? " ") {
                    words[words.count - 1] = last + word
                } else {
                    words.append(word)
                }
            }
            guard words.count == 1 || !words.contains(where: { $0.count == 1 }) else {
                let text = words.joined(separator: " ")
                throw Fault(
                    zh: "“\(text)”中有空格；一个村名中间不要留空格，几个村名用顿号分开",
                    en: "\(quoted: text) has spaces within; write a name without, and several with 、 between")
            }
            pieces += words
        }
        return pieces
    }

    private static func item(_ piece: String, _ township: String?, _ isListed: (String) -> Bool) throws(Fault) -> Item {
        if isListed(piece) { return .village(piece, part: nil) }
        if PlaceName.isWhole(piece) { return .whole }
        if let (village, part) = bracketed(piece) {
            let isPart = Grammar.isText(part) && !PlaceName.isWhole(part) && !looksLikeName(part)
            guard isListed(village) || PlaceName.doubt(village) == nil, Grammar.isName(village), isPart else {
                throw fault(.part, piece)
            }
            return .village(village, part: part)
        }
        if let doubt = PlaceName.doubt(piece) { throw fault(doubt, piece) }
        guard Grammar.isName(piece) else { throw fault(.phrase, piece) }
        // 青山镇社区 and 青山镇国有林场 are names.
        if let township, piece.hasPrefix(township), case let rest = String(piece.dropFirst(township.count)),
            PlaceName.doubt(rest) == nil, ["村", "社区"].contains(where: { rest.hasSuffix($0) })
        {
            throw Fault(
                zh: "“\(piece)”：村名前不要写乡镇名",
                en: "\(quoted: piece) repeats the township; write the village alone")
        }
        return .village(piece, part: nil)
    }

    private static func bracketed(_ text: String) -> (village: String, part: String)? {
        guard let last = text.last, "）)".contains(last), let open = text.firstIndex(where: { "（(".contains($0) }),
            open > text.startIndex
        else { return nil }
        return (String(text[..<open]), String(text[text.index(after: open)...].dropLast()))
    }

    /// 大坪村（原桥头村）, 大坪村（桥头社区） name another place, and no part.
    private static func looksLikeName(_ part: String) -> Bool {
        ["原", "现", "即", "又名", "曾用", "旧", "含", "包括"].contains { part.hasPrefix($0) }
            || PlaceName.plainEndings.contains { part.hasSuffix($0) } && PlaceName.doubt(part) == nil
            || ["镇", "乡", "街道"].contains { part.hasSuffix($0) }
    }

    private static func fault(_ doubt: PlaceName.Doubt, _ text: String) -> Fault {
        let what =
            switch doubt {
            case .except: Remark(zh: "没有写明是哪些村；请逐一写明所指各村，用顿号分开", en: "name the villages that are left, with 、 between")
            case .rest: Remark(zh: "没有写明是哪些村；请逐一写明所指各村，用顿号分开", en: "name the villages that are meant, with 、 between")
            case .part, .somePart:
                Remark(
                    zh: "不是一个村名；只指村的一部分的，部分写在村名后的括号内，如 大坪村（1、2、3组），或者填在“级别”表的“部分”一栏",
                    en: "no village; write a part in brackets behind its village, 大坪村（1、2、3组）, or in the column 部分")
            case .joined:
                Remark(
                    zh: "可能是几个村名；请用顿号分开，确为一个村名的，先写入“村名”表",
                    en: "may be several names; write 、 between them, or list it on the sheet 村名 if it is one")
            case .counted: Remark(zh: "没有列全村名；请逐一写明", en: "counts villages; name each of them")
            case .boundary, .phrase:
                Remark(zh: "不是村名；请写明所指各村，用顿号分开", en: "no name of a village; name those that are meant, with 、 between")
            case .whole: Remark(zh: "不是村名", en: "no name of a village")
            case .noEnding:
                Remark(
                    zh: "不像完整的村名；请写全称，确为全称的，先写入“村名”表",
                    en: "no ending that a place has; write the whole name, or list it on the sheet 村名 if it is one")
            }
        return Fault(zh: "“\(text)”\(what.sentence(in: .zh))", en: "\(quoted: text): \(what.sentence(in: .en))")
    }
}
