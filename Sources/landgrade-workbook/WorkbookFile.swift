import CWorkbookFiles
import CXLSXWriter
import CommandSupport
import SystemPackage
import SystemSupport

/// The workbook as a file: there whole, or not at all.
enum WorkbookFile {
    static func write(
        _ path: FilePath, _ header: WorkbookHeader, _ stream: InputStream
    ) throws(WorkbookFault) {
        guard header.columns <= CellPlace.maximumColumns else { throw .manyColumns(header.columns) }
        let output: OutputFile
        do throws(OutputFileError) {
            output = try OutputFile(path, besides: nil)
        } catch { throw .output(error) }
        // Until it is finished, whatever is thrown from here takes the file away with `output`.
        try fill(output.temporary, in: path.removingLastComponent(), header, stream)
        do throws(OutputFileError) {
            try output.finish()
        } catch { throw .output(error) }
    }

    private static func fill(
        _ path: FilePath, in folder: FilePath, _ header: WorkbookHeader, _ stream: InputStream
    ) throws(WorkbookFault) {
        // Temporary files need room for all rows uncompressed, so they lie where the output does, not in /tmp.
        let (folderName, name) = (FileNames.copy(folder.isEmpty ? "." : folder), FileNames.copy(path))
        defer {
            folderName.deallocate()
            name.deallocate()
        }
        var options = lxw_workbook_options(constant_memory: 1, tmpdir: folderName, use_zip64: 1)
        guard let workbook = workbook_new_opt(name, &options) else { throw .library("workbook_new_opt") }
        var isClosed = false
        defer { if !isClosed { lxw_workbook_free(workbook) } }
        var rows = RowSheets(workbook, header, try Formats(workbook))
        let summary = try stream.rows(width: header.columns) { bytes, cells throws(WorkbookFault) in
            try rows.write(bytes, cells)
        }
        try rows.finish()
        var last = try SummarySheet(summary, header.summarySheet, heading: header.pageHeading, in: workbook)
        try last.write()
        isClosed = true
        try Library.call(workbook_close(workbook))
    }

    static func addSheet(
        _ name: String, heading: String, to workbook: UnsafeMutablePointer<lxw_workbook>
    ) throws(WorkbookFault) -> UnsafeMutablePointer<lxw_worksheet> {
        try Library.call(workbook_validate_sheet_name(workbook, name))
        let sheet = workbook_add_worksheet(workbook, name)
        try Library.checkFiles()
        guard let sheet else { throw .library("workbook_add_worksheet") }
        // Otherwise a full disk would go unnoticed.
        guard landgrade_workbook_files() > 0 else { throw .library("lxw_tmpfile") }
        // Printed on A4 across, as wide as one page and as long as it takes.
        worksheet_set_paper(sheet, 9)
        worksheet_set_landscape(sheet)
        worksheet_fit_to_pages(sheet, 1, 0)
        if !heading.isEmpty { try Library.call(worksheet_set_header(sheet, "&L" + PageHeading.text(heading))) }
        try Library.call(worksheet_set_footer(sheet, "&C&P / &N"))
        return sheet
    }
}

/// What stands at the top of a printed page.
enum PageHeading {
    /// As the format has it: `&` begins a command and is doubled, and 255 characters are the most.
    static func text(_ heading: String) -> String {
        let line = heading.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : String($0) }
        return line.prefix(100).map { $0 == "&" ? "&&" : $0 }.joined()
    }
}

/// Paths as C wants them.
private enum FileNames {
    /// To be deallocated.
    static func copy(_ path: FilePath) -> UnsafeMutablePointer<CChar> {
        path.withPlatformString { start in
            var count = 0
            while start[count] != 0 { count += 1 }
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: count + 1)
            copy.initialize(from: start, count: count + 1)
            return copy
        }
    }
}
