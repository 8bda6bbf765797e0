import GradeModel

/// A line that announces a table of the annex: `表 2 湘阴县园地级别范围描述`.
struct Caption: Hashable {
    enum Subject: Hashable {
        /// 基准地价内涵.
        case definitions
        case grades(LandType)
        /// A table of base prices: recognized, so that it can be said that it is not read.
        case prices
    }

    let subject: Subject
    let number: Int
    /// Without spaces, behind `表2`: `湘阴县园地级别范围描述`.
    let title: String
    let line: Int

    var table: String { "表\(number)" }

    /// Nil for any other line.
    init?(_ line: SourceLine) {
        guard !line.isRow, line.text.utf8.count <= 240 else { return nil }
        let text = line.compact
        guard text.hasPrefix("表"), !text.hasSuffix("。") else { return nil }
        let digits = text.dropFirst().prefix { "0"..."9" ~= $0 }
        guard (1...3).contains(digits.count), let number = Int(digits), number > 0 else { return nil }
        title = String(text.dropFirst(1 + digits.count))
        let landTypes = LandType.allCases.filter { [title] in title.contains($0.name) }
        if title.contains("基准地价内涵") {
            subject = .definitions
        } else if title.contains("基准地价"), !landTypes.isEmpty {
            subject = .prices
        } else if title.contains("级别"), landTypes.count == 1 {
            subject = .grades(landTypes[0])
        } else {
            return nil
        }
        self.number = number
        self.line = line.number
    }
}

/// The tables of one document's annex among everything else a gazette prints.
struct Annex {
    let definitions: Caption
    let grades: [(caption: Caption, landType: LandType)]
    let prices: [Caption]

    init(_ text: GazetteText) throws(GazetteError) {
        let captions = text.lines.compactMap { Caption($0) }
        var definitions: Caption?
        var grades: [(caption: Caption, landType: LandType)] = []
        for caption in captions {
            switch caption.subject {
            case .definitions:
                if let definitions {
                    throw GazetteError(
                        line: caption.line, .secondTable("definition table", firstLine: definitions.line))
                }
                definitions = caption
            case .grades(let landType):
                if let first = grades.first(where: { $0.landType == landType }) {
                    throw GazetteError(
                        line: caption.line,
                        .secondTable("grade table of \(landType.name)", firstLine: first.caption.line))
                }
                grades.append((caption, landType))
            case .prices: break
            }
        }
        guard let definitions else {
            guard let first = grades.first else { throw GazetteError(line: nil, .noTables) }
            throw GazetteError(line: first.caption.line, .noDefinitionTable)
        }
        guard !grades.isEmpty else { throw GazetteError(line: definitions.line, .noGradeTable) }
        let ours = captions.drop { $0.subject == .prices }
        var number = ours.first?.number ?? 0
        for caption in ours.dropFirst() {
            // A price table may be another document's; one in its place counts.
            guard caption.number == number + 1 || caption.subject == .prices else {
                throw GazetteError(line: caption.line, .tableNumber(expected: number + 1, found: caption.number))
            }
            if caption.number == number + 1 { number += 1 }
        }
        self.definitions = definitions
        self.grades = grades
        prices = captions.filter { $0.subject == .prices }
    }
}
