import TableFiles
import TabularText
import TestSupport

/// What must hold for any bytes given as a workbook: as they are, if they begin as an archive does; else as the sheet and
/// the shared texts, a form feed between them, of an archive that is sound.
func workbookFault(_ input: [UInt8]) -> String? {
    let archive: [UInt8]
    if input.starts(with: [0x50, 0x4B]) {
        archive = input
    } else {
        let parts = input.split(separator: 0x0C, maxSplits: 2, omittingEmptySubsequences: false)
        var stored = StoredArchive()
        stored.add("xl/workbook.xml", Array(#"<workbook><sheets><sheet name="a" r:id="b"/></sheets></workbook>"#.utf8))
        stored.add(
            "xl/_rels/workbook.xml.rels",
            Array(#"<r><Relationship Id="b" Type="/worksheet" Target="worksheets/s.xml"/></r>"#.utf8))
        stored.add("xl/worksheets/s.xml", Array(parts[0]))
        if parts.count > 1 { stored.add("xl/sharedStrings.xml", Array(parts[1])) }
        if parts.count > 2 { stored.add("xl/styles.xml", Array(parts[2])) }
        archive = stored.finished()
    }
    return sourceFault {
        try WorkbookSource(HeldBytes(archive)) { rows in
            rows.rows.indices.first { rows.rows[$0].cells.contains("村") }.map { first in
                let names = rows.rows[first].cells
                return HeaderChoice(
                    first: first, height: 1, names: names, carried: Set(names.indices.filter { names[$0] == "乡镇" }),
                    isList: true)
            }
        }
    }
}
