import GradeModel

/// `errata.csv`: where what the document prints and what we hold differ.
enum ErratumTable: PackageTable {
    static let file = "errata.csv"
    static let primaryKey = ["id"]
    static let columns: [TableColumn] = [
        .required("id", "勘误编号"),
        .required("printed", "文件所印"),
        .required("held", "本成果所采"),
        .required("evidence", "依据"),
        .oneOf("status", "状态", ErratumStatus.allCases.map(\.rawValue)),
    ]

    static func row(_ cells: RowCells) throws(PackageError) -> Erratum {
        Erratum(
            id: try cells.value("id", .erratumID) { Grammar.isErratumID($0) ? $0 : nil },
            printed: try cells.text("printed"), held: try cells.text("held"), evidence: try cells.text("evidence"),
            status: try cells.oneOf("status", ErratumStatus.self))
    }

    static func fields(_ row: Erratum) -> [String] {
        [row.id, row.printed, row.held, row.evidence, row.status.rawValue]
    }
}
