import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The folder that the process was started in.
public enum WorkingFolder {
    /// The path as it is meant from everywhere, `.` and `..` resolved as text.
    public static func absolute(_ path: String) -> String {
        let path = FilePath(path)
        guard path.isRelative, let folder = getcwd(nil, 0) else { return path.lexicallyNormalized().string }
        defer { free(folder) }
        return FilePath(String(cString: folder)).pushing(path).lexicallyNormalized().string
    }
}
