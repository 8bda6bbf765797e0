import GradeModel

/// What an edition says of townships as a whole and of parts of villages, by name: few counties have such entries.
struct ScopedFacts: Sendable {
    private var wholes: [NameBytes: GradeEntry] = [:]
    private var parts: [NameBytes: [GradeEntry]] = [:]
    private let disputes: Disputes
    /// Townships graded as a whole for a land type at least.
    private(set) var townships: Set<String> = []

    /// What the entries come to for one village, or for a township without one.
    enum Finding {
        case whole(GradeEntry)
        case byPart([PartGrade])
        /// The grade that all parts have, two at least, and none of them in dispute.
        case alike(Grade, [PartGrade])

        /// The grade judged by.
        var grade: Grade? {
            switch self {
            case .whole(let entry): entry.grade
            case .alike(let grade, _): grade
            case .byPart: nil
            }
        }
    }

    init(_ grades: EditionGrades?, _ landType: LandType) {
        disputes = grades?.disputes ?? Disputes([])
        for entry in grades?.scoped ?? [] where entry.landType == landType {
            if let village = entry.village {
                parts[NameBytes(entry.township, village), default: []].append(entry)
            } else {
                wholes[NameBytes(entry.township, "")] = entry
                townships.insert(entry.township)
            }
        }
    }

    var isEmpty: Bool { wholes.isEmpty && parts.isEmpty }

    /// Nil: no such entry. The parts of a village come before its township.
    func finding(township: String, village: String?) -> Finding? {
        if let village, let entries = parts[NameBytes(township, village)] {
            let listed = entries.map { entry in
                PartGrade(
                    part: entry.part ?? "", grade: entry.grade, printedGrade: entry.printedGrade,
                    isDisputed: disputes.contains(entry), erratum: entry.erratum)
            }
            let isAlike = listed.count > 1 && listed.allSatisfy { $0.grade == listed[0].grade && !$0.isDisputed }
            return isAlike ? .alike(listed[0].grade, listed) : .byPart(listed)
        }
        return wholes[NameBytes(township, "")].map(Finding.whole)
    }
}

/// Lists of parts, numbered in the order they are met; 0 is one without parts. One list for all counties and threads.
final class PartLists: @unchecked Sendable {
    private let lock = Lock()
    private var lists: [[PartGrade]] = [[]]  // guarded by `lock`
    private var numbers: [[PartGrade]: Int] = [:]  // guarded by `lock`

    func number(of list: [PartGrade]) -> Int {
        lock.withLock {
            if let known = numbers[list] { return known }
            // What comes later stays without its parts in the notes.
            guard lists.count < LandFacts.errata else { return 0 }
            numbers[list] = lists.count
            lists.append(list)
            return lists.count - 1
        }
    }

    var all: [[PartGrade]] { lock.withLock { lists } }
}
