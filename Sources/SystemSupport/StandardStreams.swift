import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Standard output and standard error, written whole and at once.
public enum StandardStreams {
    /// Makes a closed pipe, and a file that has reached the limit the process was given (`ulimit -f`), an error of the
    /// write instead of the end of the process. Called once, at the start.
    public static func ignoreWriteSignals() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    /// Writes to standard output. A reader that has gone (`| head`) has what it wanted, so the process ends with 0;
    /// any other fault (a full disk) is said and ends it with 2.
    public static func write(_ bytes: some Sequence<UInt8>) {
        do {
            // A block of a list is large, and need not be copied to be written.
            let written: Void? = try bytes.withContiguousStorageIfAvailable {
                try writeAll(UnsafeRawBufferPointer($0), to: .standardOutput)
            }
            if written == nil { try writeAll(Array(bytes), to: .standardOutput) }
        } catch Errno.brokenPipe {
            exit(ExitStatus.success.rawValue)
        } catch {
            complain("landgrade: standard output: \(String(describing: error))")
            exit(ExitStatus.failure.rawValue)
        }
    }

    /// Writes one line to standard output.
    public static func write(line: Sentence) { write((line.text + "\n").utf8) }

    /// Writes one line to standard error, ignoring failures.
    public static func complain(_ line: Sentence) {
        try? writeAll(Array((line.text + "\n").utf8), to: .standardError)
    }

    private static func writeAll(_ bytes: [UInt8], to stream: FileDescriptor) throws {
        try bytes.withUnsafeBytes { try writeAll($0, to: stream) }
    }

    /// `FileDescriptor.writeAll` for one type: the generic one has the runtime search for conformances.
    private static func writeAll(_ bytes: UnsafeRawBufferPointer, to stream: FileDescriptor) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = try stream.write(rest)
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }

    /// A question on standard error, the cursor left behind it.
    public static func ask(_ question: Sentence) { draw(question.text) }

    /// Puts text on standard error as it is: what is drawn over, and lines of JSON.
    package static func draw(_ text: String) { _ = try? FileDescriptor.standardError.writeAll(text.utf8) }

    /// Whether somebody reads standard output as it comes.
    public static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether standard error is a terminal: only there a progress bar makes sense.
    public static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
