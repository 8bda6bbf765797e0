import SignedFeed
import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Signs through the stock `ssh-keygen`, so that agents, passphrases and keys on hardware work as everywhere else. It
/// asks for a passphrase on the terminal by itself.
public struct SSHKeygen: Sendable {
    private let program: String

    /// - Parameter program: searched in `PATH` where it has no slash.
    public init(program: String = "ssh-keygen") { self.program = program }

    /// The signature block of `payload`, as it stands before the payload in a feed's file.
    ///
    /// - Parameter key: a private key's file, or a `.pub` file whose key the agent holds.
    func sign(_ payload: [UInt8], _ namespace: Namespace, key: FilePath) throws(PublishingError) -> [UInt8] {
        var template = Array(((Self.variable("TMPDIR") ?? "/tmp") + "/landgrade-sign-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw .signing(key: key.string, detail: "no temporary folder: \(Errno(rawValue: errno))")
        }
        let folder = FilePath(template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) })  // ends with NUL
        let file = folder.appending("payload"), signature = folder.appending("payload.sig")
        defer {
            for path in [file, signature] { _ = path.withPlatformString { unlink($0) } }
            _ = folder.withPlatformString { rmdir($0) }
        }
        let workspace = FeedFolder(folder)
        try workspace.write(payload, to: file)
        let status = try run(
            ["-Y", "sign", "-f", key.string, "-n", namespace.rawValue, file.string], key: key.string)
        guard status == 0 else { throw .signing(key: key.string, detail: "ssh-keygen ended with \(status)") }
        guard let block = try workspace.read(signature, limit: 4096) else {
            throw .signing(key: key.string, detail: "ssh-keygen wrote no signature")
        }
        return block
    }

    /// Standard input and the terminal are the child's as well; its words go to standard error.
    private func run(_ arguments: [String], key: String) throws(PublishingError) -> Int {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // We ignore broken pipes; it should not have to.
        var pipes = sigset_t()
        sigemptyset(&pipes)
        sigaddset(&pipes, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &pipes)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

        var words = ([program] + arguments).map { strdup($0) } + [nil]
        var variables =
            Self.environment.compactMap { name in
                Self.variable(name).map { strdup("\(name)=\($0)") }
            } + [nil]
        defer { for text in words + variables { free(text) } }
        var child = pid_t()
        let failed = posix_spawnp(&child, program, &actions, &attributes, &words, &variables)
        guard failed == 0 else {
            throw .signing(key: key, detail: "\(program) can't be run: \(Errno(rawValue: failed))")
        }
        var status: CInt = 0
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { throw .signing(key: key, detail: "\(Errno(rawValue: errno))") }
        }
        return status & 0x7F == 0 ? Int(status >> 8 & 0xFF) : -Int(status & 0x7F)
    }

    /// What ssh-keygen, an agent and the programs that ask for passphrases go by.
    private static let environment = [
        "PATH", "HOME", "USER", "LANG", "LC_ALL", "TERM", "TMPDIR", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR",
        "SSH_AUTH_SOCK", "SSH_ASKPASS", "SSH_ASKPASS_REQUIRE", "SSH_SK_PROVIDER", "SSH_SK_HELPER", "SSH_PKCS11_HELPER",
    ]

    private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
