public import SystemPackage
public import SystemSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where the store is looked for.
public struct StoreLocation: Hashable, Sendable {
    public let path: FilePath
    /// Named by the user, by option or environment: such a folder is never made in passing, because a misspelt path
    /// would then give a fresh store instead of an error.
    public let isExplicit: Bool

    /// `--store`, else `LANDGRADE_STORE`, else `$XDG_DATA_HOME/landgrade` (`~/.local/share/landgrade`) where one is,
    /// else the installed `share/landgrade` beside the program's `bin` where one is, else the first of these two to
    /// be made.
    public static func find(option: String?) -> StoreLocation? {
        if let named = option ?? Environment.value("LANDGRADE_STORE") {
            return StoreLocation(path: FilePath(named), isExplicit: true)
        }
        let personal = personalFolder
        let installed = installedFolder
        for folder in [personal, installed] {
            if let folder, hasLink(folder) { return StoreLocation(path: folder, isExplicit: false) }
        }
        return personal.map { StoreLocation(path: $0, isExplicit: false) }
    }

    /// Like `find`, where there must be one.
    public static func required(option: String?) throws(StoreLocationError) -> StoreLocation {
        guard let location = find(option: option) else { throw .unknown }
        return location
    }

    private static var personalFolder: FilePath? {
        if let data = Environment.value("XDG_DATA_HOME"), data.hasPrefix("/") {
            return FilePath(data).appending("landgrade")
        }
        return Environment.value("HOME").map { FilePath($0).appending(".local/share/landgrade") }
    }

    private static var installedFolder: FilePath? {
        guard let program = ownPath else { return nil }
        return program.removingLastComponent().removingLastComponent().appending("share/landgrade")
    }

    private static func hasLink(_ folder: FilePath) -> Bool {
        FileSystem.exists(folder.appending("current.sqlite"))
    }

    /// The path of the running program, links resolved.
    public static var ownPath: FilePath? {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0 else { return nil }
        return FilePath(String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
}

public enum StoreLocationError: Error, Hashable, Sendable {
    /// Neither an option nor the environment says where the store is.
    case unknown
}

extension StoreLocationError: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .unknown:
            language.pick(
                zh: "不知道数据库在哪里：请用 --store 指定文件夹，或设置环境变量 LANDGRADE_STORE。",
                en: "It is not known where the store is: name a folder with --store, or set LANDGRADE_STORE.")
        }
    }
}
