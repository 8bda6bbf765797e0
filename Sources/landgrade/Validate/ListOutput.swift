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
    func finish(_ summary: ValidationSummary) throws
}

/// A file of text.
final class TextOutput: ListOutput {
    private let file: OutputFile

    init(_ file: OutputFile) { self.file = file }

    func write(_ bytes: ArraySlice<UInt8>) throws { try file.write(bytes) }
    func finish(_ summary: ValidationSummary) throws { try file.finish() }
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
    func finish(_ summary: ValidationSummary) throws { try workbook.finish(sheet.summary(summary)) }
}

/// A copy of the list's database.
final class LayerOutput: ListOutput {
    private let copy: LayerCopy

    init(_ copy: LayerCopy) { self.copy = copy }

    func write(_ bytes: ArraySlice<UInt8>) throws { try copy.write(bytes) }
    func finish(_ summary: ValidationSummary) throws { try copy.finish() }
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

    func finish(_ summary: ValidationSummary) {}
}
