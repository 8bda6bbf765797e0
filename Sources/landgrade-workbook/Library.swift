import CWorkbookFiles
import CXLSXWriter
import SystemPackage

/// libxlsxwriter's results as faults.
enum Library {
    static func call(_ result: lxw_error) throws(WorkbookFault) {
        try checkFiles()
        guard result == LXW_NO_ERROR else { throw .library(String(cString: lxw_strerror(result))) }
    }

    /// The library doesn't look whether its temporary files could be written.
    static func checkFiles() throws(WorkbookFault) {
        let fault = landgrade_workbook_fault()
        guard fault == 0 else { throw .writing(Errno(rawValue: fault)) }
    }
}
