import CommandSupport
import ListChecking
import TableFiles
import ParcelValidation
import TabularText
import SystemSupport

/// Where the rows of a checked list go.
protocol ListOutput: AnyObject {
    func write(_ bytes: ArraySlice<UInt8>) throws
    /// The rows are complete: the file gets its name.
    ///
    /// - Returns: what it could not hold beside them.
    func finish(_ summary: ValidationSummary) throws -> [Remark]
}

/// A file of text.
final class TextOutput: ListOutput {
    private let file: OutputFile

    init(_ file: OutputFile) { self.file = file }

    func write(_ bytes: ArraySlice<UInt8>) throws { try file.write(bytes) }

    func finish(_ summary: ValidationSummary) throws -> [Remark] {
        try file.finish()
        return []
    }
}

/// A workbook, with what its summary sheet says.
final class WorkbookListOutput: ListOutput {
    private let workbook: WorkbookOutput
    private let sheet: CheckedWorkbook

    init(_ workbook: WorkbookOutput, _ sheet: CheckedWorkbook) {
        self.workbook = workbook
        self.sheet = sheet
    }

    func write(_ bytes: ArraySlice<UInt8>) throws { try workbook.write(bytes) }

    func finish(_ summary: ValidationSummary) throws -> [Remark] {
        try workbook.finish(sheet.summary(summary))
        return []
    }
}

/// A copy of the list's database, with styles for a GIS.
final class LayerOutput: ListOutput {
    private let copy: LayerCopy
    private let styles: CheckedStyles

    init(_ copy: LayerCopy, _ styles: CheckedStyles) {
        self.copy = copy
        self.styles = styles
    }

    func write(_ bytes: ArraySlice<UInt8>) throws { try copy.write(bytes) }
    func finish(_ summary: ValidationSummary) throws -> [Remark] { try copy.finish(styles: styles.styles) }
}

/// Standard output: to a terminal so that nothing in it moves the cursor.
final class StandardOutput: ListOutput {
    func write(_ bytes: ArraySlice<UInt8>) {
        if StandardStreams.outputIsTerminal {
            StandardStreams.write(TerminalText.bytes(bytes))
        } else {
            StandardStreams.write(bytes)
        }
    }

    func finish(_ summary: ValidationSummary) -> [Remark] { [] }
}
