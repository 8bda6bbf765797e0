import EditionPackage
import SystemPackage
import SystemSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension SourceAccess {
    /// The password or token; nil where the source needs none. It stands in a file of mode 0600 or stricter or in an
    /// environment variable, never on a command line, which everybody on the machine can read.
    func secret(_ environment: (String) -> String?) throws(PullError) -> String? {
        if let variable = secretVariable {
            guard let secret = environment(variable) else { throw .secret(.unset(variable: variable)) }
            return secret
        }
        guard let path = secretFile else { return nil }
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw .secret(.unreadable(path: path, detail: Errno(rawValue: errno).description))
        }
        guard status.st_mode & 0o077 == 0 else { throw .secret(.mode(path: path)) }
        do throws(FileFault) {
            let bytes = try RegularFile.read(FilePath(path), limit: 4096, followingLinks: true)
            let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
            guard let text = String(validating: line, as: UTF8.self), !text.isEmpty else { throw FileFault.notRegular }
            return text
        } catch {
            switch error {
            case .system(let errno): throw .secret(.unreadable(path: path, detail: errno.description))
            case .notRegular, .tooLarge: throw .secret(.empty(path: path))
            }
        }
    }
}
