import StrictJSON
public import SystemPackage
public import SystemSupport

/// A workbook that is written by the sibling program `landgrade-workbook`: there whole, or not at all.
///
///     let workbook = try WorkbookOutput("checked.xlsx", besides: input.identity, header: header)
///     let summary = try list.run { try workbook.write($0) }      // with options.form == .cells
///     try workbook.finish(worded(summary))
///
/// Without `finish` the other program sees the end of its input, and leaves nothing behind. Used by one thread at a time.
public final class WorkbookOutput {
    private let program: PipedProgram
    private var fault: WorkbookError?

    /// Checks the path and starts the program. Nothing is written yet.
    ///
    /// - Parameter input: a file that must not be overwritten, because it is being read.
    public init(_ path: FilePath, besides input: FileIdentity?, header: WorkbookHeader) throws(WorkbookError) {
        do throws(OutputFileError) {
            try OutputFile.check(path, besides: input)
        } catch { throw .output(error) }
        // Before the first word of a path the option parser would look for an option.
        program = try PipedProgram("landgrade-workbook", arguments: ["--", path])
        try write(Array((header.json.text() + "\n").utf8)[...])
    }

    /// Rows of a `CellStream`, the first of them the names of the columns; cut anywhere.
    public func write(_ bytes: ArraySlice<UInt8>) throws(WorkbookError) {
        if let fault { throw fault }
        do throws(Errno) {
            try systemCall { _ = try program.input.writeAll(bytes) }
        } catch .brokenPipe {
            // It read no more, so it has something to say.
            throw close() ?? fail(.failed(sentences: "landgrade-workbook: exit status 0"))
        } catch { throw fail(.unreachable(error)) }
    }

    /// Ends the rows, waits for the workbook and for its name.
    public func finish(_ summary: WorkbookSummary) throws(WorkbookError) {
        try write(([WorkbookHeader.endMark] + Array(summary.json.text().utf8))[...])
        if let fault = close() { throw fault }
    }

    /// Why it ended; kept, because its pipe is gone with it.
    private func close() -> WorkbookError? {
        let (status, sentences) = program.wait()
        fault = PipedProgram.error(status, sentences)
        return fault
    }

    private func fail(_ error: WorkbookError) -> WorkbookError {
        fault = error
        return error
    }
}
