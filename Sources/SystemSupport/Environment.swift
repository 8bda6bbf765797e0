#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the process was started with.
public enum Environment {
    /// A variable's value; nil where it is unset or empty.
    public static func value(_ name: String) -> String? {
        guard let text = getenv(name).map({ String(cString: $0) }), !text.isEmpty else { return nil }
        return text
    }

    /// The locale for messages, by the usual order: `LC_ALL`, `LC_MESSAGES`, `LANG`.
    public static var messageLocale: String? {
        value("LC_ALL") ?? value("LC_MESSAGES") ?? value("LANG")
    }
}
