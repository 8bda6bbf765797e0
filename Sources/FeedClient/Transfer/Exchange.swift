import SystemPackage

/// One request's answer as it comes in: counts, keeps within limits, writes the body of the status that is wanted to
/// the file and drops any other. Nothing throws through C: what goes wrong is kept in `stop`, and the callback says no.
final class Exchange {
    /// Why we ended it.
    enum Stop: Hashable {
        case headers
        /// It does not begin as HTTP does.
        case noHTTP
        /// A body packed for the way. libcurl would unpack it, and then limits would apply to bytes that were not sent.
        case encoding
        /// More bytes than the file may have.
        case tooLarge
        /// A long body that is not wanted.
        case unwanted
        case file(Errno)
        case cancelled
    }

    private(set) var stop: Stop?
    private(set) var head = ResponseHead()
    /// The first bytes of the body, for the trace and to tell a web page.
    private(set) var opening: [UInt8] = []
    /// Bytes of the body.
    private(set) var received = 0
    /// Of the last address that was tried: a proxy's where there is one.
    var port: Int?

    let file: PartialFile
    private let wanted: Int
    private let room: Int
    private let headerLimit: Int
    private let status: () -> Int
    private let isCancelled: () -> Bool
    private let progress: ((Int, Int?) -> Void)?
    private let start: Int

    static let unwantedLimit = 65_536

    /// - Parameters:
    ///   - wanted: the status whose body goes to the file.
    ///   - room: bytes that may still come.
    ///   - status: of the answer that is being received.
    init(
        file: PartialFile, wanted: Int, room: Int, headerLimit: Int, status: @escaping () -> Int,
        isCancelled: @escaping () -> Bool, progress: ((Int, Int?) -> Void)?
    ) {
        (self.file, self.wanted, self.room, self.headerLimit) = (file, wanted, room, headerLimit)
        (self.status, self.isCancelled, self.progress) = (status, isCancelled, progress)
        start = file.size
    }

    /// A header line. False ends the transfer.
    func takeHeader(_ line: UnsafeRawBufferPointer) -> Bool {
        guard head.take(line) else { return end(.noHTTP) }
        guard !head.isPacked else { return end(.encoding) }
        return head.size <= headerLimit || end(.headers)
    }

    /// A piece of the body. False ends the transfer.
    func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        if opening.count < 256 { opening += bytes.prefix(256 - opening.count) }
        received += bytes.count
        guard status() == wanted else { return received <= Self.unwantedLimit || end(.unwanted) }
        guard received <= room else { return end(.tooLarge) }
        if start == 0, file.tag == nil { file.tag = head.tag }
        do throws(Errno) {
            try file.append(bytes)
            return true
        } catch { return end(.file(error)) }
    }

    /// Asked all the while. False ends the transfer.
    func goOn() -> Bool {
        if isCancelled() { return end(.cancelled) }
        return true
    }

    /// - Parameter total: bytes that the server announces; 0 where it does not.
    func report(done: Int, total: Int) {
        guard let progress, status() == wanted, file.size > 0 else { return }
        progress(file.size, total > 0 ? start + total : nil)
    }

    /// It says that it is a web page, and begins as one.
    var isPage: Bool {
        head.isPage && opening.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) } == UInt8(ascii: "<")
    }

    private func end(_ reason: Stop) -> Bool {
        stop = stop ?? reason
        return false
    }
}
