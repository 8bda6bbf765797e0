import EditionPackage
import EditionPublishing
import PlaceMatching

/// One thing that a cell of names says.
enum ScopeItem: Hashable {
    case village(township: String, name: String)
    case whole(township: String)
    /// All of a township but some villages; `excluding` nil: but those that other rows name.
    case rest(township: String, excluding: [String]?, text: String)
    case county(text: String)
    case question(QuestionKind, text: String, township: String?)
}

/// Reads the grammar of a cell that names places.
struct ScopeReading {
    let closed: ClosedList?
    /// Townships that the document's tables or the list name.
    let townships: Set<String>

    private static let separators: Set<Character> = ["、", "，", ",", "；", ";", "。", "\n", "\u{2028}", "．"]

    /// A cell of the village column in a row of a township.
    func villages(_ text: String, of township: String) -> [ScopeItem] {
        let text = text.trimmed("。；;，,、")
        if text.isEmpty { return [] }
        if let head = clauseHead(text) { return clauses(text, head) }
        if PlaceName.isException(compacted(text)) { return exception(compacted(text), of: township) }
        return pieces(text).flatMap { piece(compacted($0), of: township) }
    }

    /// A cell that names townships, or townships with their villages.
    func scope(_ text: String, of township: String? = nil) -> [ScopeItem] {
        let text = text.trimmed("。；;，,、")
        if text.isEmpty { return [] }
        if isCounty(compacted(text)) { return [.county(text: text)] }
        if let head = clauseHead(text) { return clauses(text, head) }
        // In a row of a township 白沙渔场 is a village of it, and no township of its own.
        if let township { return villages(text, of: township).map(Self.doubted) }
        var items: [ScopeItem] = []
        var pending: [String] = []
        var current: String?
        for raw in pieces(text) {
            let part = compacted(raw)
            if part.isEmpty { continue }
            if let (name, rest) = leadingTownship(part) {
                if rest.isEmpty {
                    pending.append(name)
                } else if PlaceName.isWhole(rest) {
                    items += (pending + [name]).map { .whole(township: $0) }
                    pending = []
                } else if let inner = bracketed(rest) {
                    items += pending.map { .whole(township: $0) } + villagesInBrackets(inner, part, of: name)
                    pending = []
                } else {
                    items += pending.map { .whole(township: $0) }
                    pending = []
                    items += piece(rest.trimmed("的"), of: name)
                    current = name
                }
            } else {
                items += pending.map { .whole(township: $0) }
                pending = []
                if let current {
                    items += piece(part, of: current)
                } else {
                    items += unplaced(part)
                }
            }
        }
        return items + pending.map { .whole(township: $0) }
    }

    /// A cell that names townships only.
    func townshipsOnly(_ text: String) -> [ScopeItem] {
        if isCounty(compacted(text)) { return [.county(text: text)] }
        return pieces(text).map(compacted).filter { !$0.isEmpty }.map { part in
            if let (name, rest) = leadingTownship(part), rest.isEmpty || PlaceName.isWhole(rest) {
                return .whole(township: name)
            }
            return .question(.unknownTownship, text: part, township: nil)
        }
    }

    // MARK: Clauses: 镇：村、村；镇：村

    private func clauseHead(_ text: String) -> String? {
        guard let colon = text.firstIndex(where: { "：:".contains($0) }) else { return nil }
        let head = compacted(String(text[..<colon])).trimmed("、，；。")
        return isTownship(head) || head.split(separator: "、").count > 1 ? head : nil
    }

    private func clauses(_ text: String, _ head: String) -> [ScopeItem] {
        // What stands before each colon, behind the last separator, is the township of what follows.
        let parts = text.split(omittingEmptySubsequences: false) { "：:".contains($0) }.map(String.init)
        var items: [ScopeItem] = []
        var township = compacted(parts[0]).trimmed("、，；。")
        for (index, part) in parts.enumerated().dropFirst() {
            var body = part
            var next = ""
            if index < parts.count - 1 {
                guard let cut = body.lastIndex(where: { Self.separators.contains($0) || $0.isWhitespace }) else {
                    return [.question(.phrase, text: text, township: nil)]
                }
                next = compacted(String(body[body.index(after: cut)...]))
                body = String(body[..<cut])
            }
            if isTownship(township) {
                items += villages(body, of: township).map(Self.doubted)
            } else {
                items.append(.question(.unknownTownship, text: "\(township)：\(body)", township: nil))
            }
            township = next
        }
        return items
    }

    /// A township among the villages of another: it may be one of its own.
    private static func doubted(_ item: ScopeItem) -> ScopeItem {
        guard case .village(let township, let name) = item,
            ["镇", "乡", "街道"].contains(where: { name.hasSuffix($0) })
        else { return item }
        return .question(.unknownTownship, text: name, township: township)
    }

    // MARK: Townships

    static let townshipEndings = [
        "镇", "乡", "街道", "街道办事处", "办事处", "苏木", "管理区", "开发区", "保护区", "管委会", "园区", "林场", "农场", "牧场", "渔场", "茶场", "园艺场",
        "原种场", "良种场", "种畜场", "管理处", "管理局", "地区", "示范区", "工业区", "场", "度假区", "风景区", "名胜区", "景区", "新区", "农牧场", "养殖场",
        "管区", "区公所",
    ]

    func isTownship(_ name: String) -> Bool {
        if townships.contains(name) || closed?.hasTownship(name) == true { return true }
        return Self.looksLikeTownship(name)
    }

    static func looksLikeTownship(_ name: String) -> Bool {
        Grammar.isName(name) && !name.contains("、") && (2...14).contains(name.count)
            && !name.contains(where: { "（）()：:，,；;。".contains($0) }) && !isJoinedTownships(name)
            && townshipEndings.contains { name.hasSuffix($0) && name.count > $0.count }
            && !PlaceName.isWhole(name) && !PlaceName.isRest(name) && !isAnyTownship(name)
    }

    /// 各乡镇, 其他镇, 上述街道: no one of them.
    private static func isAnyTownship(_ name: String) -> Bool {
        if name.contains("乡镇") { return true }
        return ["各", "其他", "其余", "其它", "剩余", "所有", "全部", "上述", "以上", "本", "该", "另外"].contains { front in
            name.hasPrefix(front) && ["镇", "乡", "街道", "街道办事处", "场", "区"].contains(String(name.dropFirst(front.count)))
        }
    }

    /// 青山镇和白沙镇: but 共和镇 and 仁和街道办事处 are one.
    private static func isJoinedTownships(_ name: String) -> Bool {
        let characters = Array(name)
        return characters.indices.contains { index in
            guard "和与及".contains(characters[index]) else { return false }
            let left = String(characters[..<index])
            return ["镇", "乡", "街道", "场", "区"].contains { left.hasSuffix($0) && left.count > $0.count }
        }
    }

    /// `青山镇全域` is 青山镇 and 全域. A township that the document names elsewhere goes first, the longest of them.
    private func leadingTownship(_ text: String) -> (name: String, rest: String)? {
        let known = (townships.union(closed?.townships ?? [])).filter { text.hasPrefix($0) }
        if let name = known.max(by: { $0.count < $1.count }) {
            let rest = String(text.dropFirst(name.count))
            // 青山镇林场 is a place of its own and no township with 林场 behind it.
            if rest.isEmpty || PlaceName.isWhole(rest) || bracketed(rest) != nil || PlaceName.hasStrongEnding(rest)
                || PlaceName.isRest(rest) || PlaceName.isException(rest)
            {
                return (name, rest)
            }
            return nil
        }
        if Self.looksLikeTownship(text) { return (text, "") }
        for ending in ["镇", "乡", "街道"] {
            guard let range = text.firstRange(of: ending), range.lowerBound > text.startIndex else { continue }
            let rest = String(text[range.upperBound...])
            let name = String(text[..<range.upperBound])
            if PlaceName.isWhole(rest) || bracketed(rest) != nil, Self.looksLikeTownship(name) { return (name, rest) }
        }
        return nil
    }

    private func isCounty(_ text: String) -> Bool {
        var bare = text.trimmed("。；，、")
        for end in ["范围内", "范围", "区域内", "区域", "境内", "行政区域", "的行政区域", "行政区域内", "所有乡镇", "各乡镇", "全域"]
        where bare.hasSuffix(end) && bare.count > end.count {
            bare.removeLast(end.count)
            break
        }
        return ["全县", "全市", "全区", "全旗", "县域", "市域", "全县域", "全县行政", "全县行政区域", "县域内", "全县所有", "全县全"].contains(bare)
    }

    // MARK: Pieces

    /// Cut at separators outside brackets; at spaces only where what stands between them are whole names.
    func pieces(_ text: String) -> [String] {
        var parts: [String] = [""]
        var depth = 0
        for character in text {
            if "（(".contains(character) { depth += 1 }
            if "）)".contains(character) { depth = max(0, depth - 1) }
            if depth == 0, Self.separators.contains(character) {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts.flatMap(spaced).filter { !compacted($0).isEmpty }
    }

    private func spaced(_ part: String) -> [String] {
        let words = part.split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count > 1, !part.contains(where: { "（(".contains($0) }) else { return [part] }
        if words.allSatisfy({ PlaceName.hasStrongEnding($0) || isListed($0) || isTownship($0) }) { return words }
        // Spaces inside one name, to fill a line: 大 坪 村.
        if words.allSatisfy({ $0.count == 1 }) { return [words.joined()] }
        return [words.joined(separator: "　")]
    }

    private func isListed(_ name: String) -> Bool {
        closed?.townships(withVillage: name).isEmpty == false
    }

    private func bracketed(_ text: String) -> String? {
        guard let first = text.first, let last = text.last, "（(".contains(first), "）)".contains(last) else {
            return nil
        }
        return String(text.dropFirst().dropLast())
    }

    private func villagesInBrackets(_ inner: String, _ whole: String, of township: String) -> [ScopeItem] {
        if PlaceName.isWhole(inner) { return [.whole(township: township)] }
        let items = villages(inner, of: township)
        let allVillages = items.allSatisfy { if case .village = $0 { true } else { false } }
        return allVillages ? items : [.question(.phrase, text: whole, township: township)]
    }

    /// One piece between separators.
    private func piece(_ text: String, of township: String) -> [ScopeItem] {
        if text.isEmpty { return [] }
        if let name = closed?.village(text, of: township) { return [.village(township: township, name: name)] }
        if text == township { return [.whole(township: township)] }
        if townships.contains(text) || closed?.hasTownship(text) == true {
            return [.question(.unknownTownship, text: text, township: township)]
        }
        if text.hasPrefix(township), PlaceName.isWhole(String(text.dropFirst(township.count))) {
            return [.whole(township: township)]
        }
        // 青山镇枫树村 in the row of 青山镇: but 青山镇社区 and 青山镇国有林场 are names.
        if text.hasPrefix(township), let rest = leadingTownship(text)?.rest, !rest.isEmpty {
            if let name = closed?.village(rest, of: township) { return [.village(township: township, name: name)] }
            if closed == nil, PlaceName.doubt(rest) == nil, ["村", "社区"].contains(where: { rest.hasSuffix($0) }) {
                return [.village(township: township, name: rest)]
            }
        }
        // 青山镇枫树村 in the row of 白沙镇.
        if let other = townships.first(where: { text.hasPrefix($0) && !township.hasPrefix($0) && text != $0 }),
            case let rest = String(text.dropFirst(other.count)), rest.count > 1,
            PlaceName.isWhole(rest)
                || PlaceName.doubt(rest) == nil
                    && PlaceName.plainEndings.contains(where: { rest.hasSuffix($0) && rest.count > $0.count })
        {
            return [.question(.unknownTownship, text: text, township: township)]
        }
        if let name = closed?.village(short: text, of: township) { return [.village(township: township, name: name)] }
        if text.contains("　") { return [.question(.shortName, text: text, township: township)] }
        switch PlaceName.doubt(text) {
        case nil:
            guard Grammar.isName(text) else { return [.question(.phrase, text: text, township: township)] }
            return [.village(township: township, name: text)]
        case .whole: return [.whole(township: township)]
        case .except: return exception(text, of: township)
        case .rest: return [.rest(township: township, excluding: nil, text: text)]
        case .some(let doubt): return [.question(doubt.question, text: text, township: township)]
        }
    }

    /// 除石桥村、大坪村外的其他村.
    private func exception(_ text: String, of township: String) -> [ScopeItem] {
        let question: [ScopeItem] = [.question(.exceptVillages, text: text, township: township)]
        guard text.hasPrefix("除") else { return question }
        if PlaceName.isRest(text) { return [.rest(township: township, excluding: nil, text: text)] }
        var inner = text.dropFirst()
        guard let outside = inner.firstRange(of: "外") else { return question }
        let tail = String(inner[outside.upperBound...]).trimmed("的，,")
        inner = inner[..<outside.lowerBound]
        for end in ["以", "之"] where inner.hasSuffix(end) { inner = inner.dropLast() }
        guard tail.isEmpty || PlaceName.isRest(tail) || PlaceName.isWhole(tail) else { return question }
        if ["上述", "以上", "前述"].contains(where: { inner.hasPrefix($0) }) {
            return [.rest(township: township, excluding: nil, text: text)]
        }
        var names: [String] = []
        for part in pieces(String(inner)) {
            let found = piece(compacted(part), of: township)
            guard found.count == 1, case .village(_, let name) = found[0] else { return question }
            names.append(name)
        }
        return names.isEmpty ? question : [.rest(township: township, excluding: names, text: text)]
    }

    /// A village whose township the text does not say.
    private func unplaced(_ text: String) -> [ScopeItem] {
        if let closed, PlaceName.doubt(text) == nil {
            let found = closed.townships(withVillage: text)
            if found.count == 1, let name = closed.village(text, of: found[0]) {
                return [.village(township: found[0], name: name)]
            }
        }
        let doubt = PlaceName.doubt(text)?.question
        return [.question(doubt == nil || doubt == .shortName ? .unknownTownship : doubt!, text: text, township: nil)]
    }
}
