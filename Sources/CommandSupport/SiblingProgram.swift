public import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Another program of landgrade, installed beside the running one.
public enum SiblingProgram {
    /// Becomes that program, as `git` becomes `git-remote`. Returns only when it could not, with the reason.
    public static func become(_ name: String, arguments: [String]) -> Errno {
        guard let own = StoreLocation.ownPath else { return .noSuchFileOrDirectory }
        let path = own.removingLastComponent().appending(name)
        var words: [UnsafeMutablePointer<CChar>?] = ([name] + arguments).map { strdup($0) }
        words.append(nil)
        _ = path.withPlatformString { execv($0, words) }
        let error = Errno(rawValue: errno)
        for word in words { free(word) }
        return error
    }
}
