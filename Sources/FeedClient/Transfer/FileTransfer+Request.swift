internal import CCurl
import SystemPackage

extension FileTransfer {
    /// One request and its answer.
    ///
    /// - Parameter seconds: what is left of the try.
    func request(
        _ handle: CurlHandle, _ address: HTTPAddress, _ ask: Ask, _ part: PartialFile, _ seconds: Double
    ) throws(TransferError) -> Reply {
        let offset = ask.offset
        let left = settings.deadline?.left ?? seconds
        try ensureTime()
        let exchange = Exchange(
            file: part, wanted: offset > 0 ? 206 : 200, room: ask.limit - offset,
            headerLimit: settings.limits.headers, status: { handle.status }, isCancelled: settings.isCancelled,
            progress: ask.progress)
        try handle.setRequest(address, offset: offset, limit: ask.limit - offset, seconds: min(seconds, left))
        settings.trace?("GET \(address.shown)" + (offset > 0 ? " from byte \(offset)" : ""))
        let code = try handle.perform(exchange, headers: ask.condition.map { [$0] } ?? [])
        trace(handle, exchange, code)
        try check(handle, exchange, code, address, ask.limit)
        let after = handle.retryAfter
        return Reply(
            address: address, status: handle.status, retryAfter: after > 0 ? min(after, 86_400) : nil,
            location: exchange.head.location, tag: exchange.head.tag,
            isPage: exchange.isPage, isRangeRefused: code == CURLE_RANGE_ERROR)
    }

    /// Throws unless the server has answered, whatever it has answered.
    private func check(
        _ handle: CurlHandle, _ exchange: Exchange, _ code: CURLcode, _ address: HTTPAddress, _ limit: Int
    ) throws(TransferError) {
        let url = address.shown
        switch exchange.stop {
        case .cancelled: throw .cancelled
        case .noHTTP: throw .noHTTP(url: url)
        case .encoding: throw .encoding(url: url)
        case .headers: throw .headersTooLong(url: url, limit: settings.limits.headers)
        case .tooLarge: throw exchange.isPage ? .webPage(url: url) : .tooLarge(url: url, limit: limit)
        case .file(let error): throw .file(path: exchange.file.path.string, error)
        case .unwanted, nil: break
        }
        if code == CURLE_OPERATION_TIMEDOUT { try ensureTime() }
        if code != CURLE_OK, handle.connectStatus >= 300 {
            throw .proxy(url: url, status: handle.connectStatus, detail: handle.detail(code))
        }
        if handle.status == 407 { throw .proxy(url: url, status: 407, detail: handle.detail(code)) }
        // An error's status says all, however its page ends.
        if code == CURLE_OK || code == CURLE_RANGE_ERROR || handle.status >= 400 || exchange.stop == .unwanted {
            return
        }
        switch code {
        case CURLE_FILESIZE_EXCEEDED: throw .tooLarge(url: url, limit: limit)
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: throw .proxy(url: url, status: nil, detail: handle.detail(code))
        case CURLE_COULDNT_CONNECT, CURLE_OPERATION_TIMEDOUT:
            if handle.status == 0, isProxys(exchange.port, address, code) {
                throw .proxy(url: url, status: nil, detail: handle.detail(code))
            }
        default: break
        }
        let detail = handle.detail(code)
        throw TransportCode.isTLS(code)
            ? .tls(url: url, code: Int(code.rawValue), detail: detail)
            : .transport(url: url, code: Int(code.rawValue), detail: detail)
    }

    /// That the run's time has not passed.
    func ensureTime() throws(TransferError) {
        if let deadline = settings.deadline, deadline.left <= 0 { throw .deadline(seconds: deadline.seconds) }
    }

    /// libcurl does not say whose connection failed. Only a proxy is reached at another port than the address has, and
    /// only a proxy's address can be so wrong that nothing was tried.
    private func isProxys(_ port: Int?, _ address: HTTPAddress, _ code: CURLcode) -> Bool {
        guard let port else { return code == CURLE_COULDNT_CONNECT && settings.proxy?.isEmpty == false }
        return port != address.port
    }

    private func trace(_ handle: CurlHandle, _ exchange: Exchange, _ code: CURLcode) {
        guard let trace = settings.trace else { return }
        let port = exchange.port.map { ", new connection to port \($0)" } ?? ""
        let end = code == CURLE_OK ? "" : "; \(handle.detail(code))"
        trace("status \(handle.status), \(exchange.received) bytes\(port)\(end)")
        if handle.status >= 400, !exchange.opening.isEmpty {
            let text = exchange.opening.map { (0x20...0x7E).contains($0) ? Character(UnicodeScalar($0)) : "." }
            trace("it says: " + Redaction.shown(String(text)))
        }
    }
}
