import SystemPackage
public import SystemSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Another program of landgrade, installed beside the running one.
public enum SiblingProgram {
    public static func isInstalled(_ name: String) -> Bool {
        guard let own = StoreLocation.ownPath else { return false }
        return own.removingLastComponent().appending(name).withPlatformString { access($0, X_OK) == 0 }
    }

    /// Becomes that program, as `git` becomes `git-remote`.
    ///
    /// - Throws: why it could not.
    public static func become(_ name: String, arguments: [String]) throws(SiblingError) -> Never {
        guard let own = StoreLocation.ownPath else { throw SiblingError(program: name, .noSuchFileOrDirectory) }
        let path = own.removingLastComponent().appending(name)
        var words: [UnsafeMutablePointer<CChar>?] = ([name] + arguments).map { strdup($0) }
        words.append(nil)
        _ = path.withPlatformString { execv($0, words) }
        let error = Errno(rawValue: errno)
        for word in words { free(word) }
        throw SiblingError(program: name, error)
    }
}

/// Why another program could not be started.
public struct SiblingError: Error, Worded {
    let program: String
    let error: Errno

    init(program: String, _ error: Errno) {
        self.program = program
        self.error = error
    }

    public func sentence(in language: Language) -> Sentence {
        language.pick(zh: "\(program) 无法启动：\(SystemWords.chinese(error))", en: "\(program) can't be started: \(error)")
    }
}
