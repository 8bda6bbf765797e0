import SystemSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

enum TerminalWidth {
    /// By `COLUMNS`, else of the terminal that standard output is, else 80; never so few that nothing fits beside the
    /// names of options.
    static var columns: Int {
        if let given = Environment.value("COLUMNS").flatMap({ Int($0) }), given > 0 { return max(given, 50) }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return max(Int(size.ws_col), 50)
    }
}
