import CommandSupport
import SystemPackage
import SystemSupport

/// Why there is no workbook.
enum WorkbookFault: Error {
    /// Standard input is not what `landgrade` writes; what of it.
    case stream(String)
    /// It ended before the summary: whoever wrote it died.
    case unended
    case reading(Errno)
    case output(OutputFileError)
    /// A temporary file beside the output, or the output itself.
    case writing(Errno)
    /// A text that a cell has no room for; its UTF-16 code units.
    case longText(cell: String, units: Int)
    case manyColumns(Int)
    /// What the library says.
    case library(String)
}
