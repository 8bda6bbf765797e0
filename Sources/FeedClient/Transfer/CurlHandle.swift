internal import CCurl
import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An easy handle of libcurl for one origin and one credential, with its connections. It is driven by a multi handle,
/// as `curl_easy_perform` does it, only that a cancel is heard within a fifth of a second even while nothing arrives.
final class CurlHandle {
    let easy: UnsafeMutableRawPointer
    private let multi: UnsafeMutableRawPointer
    private let errorText: UnsafeMutablePointer<CChar>

    init() throws(TransferError) {
        guard let easy = curl_easy_init(), let multi = curl_multi_init() else {
            throw .libcurl(code: Int(CURLE_FAILED_INIT.rawValue), detail: "no handle")
        }
        (self.easy, self.multi) = (easy, multi)
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText[0] = 0
        try set(CURLOPT_ERRORBUFFER, pointer: errorText)
        try Self.check(landgrade_curl_set_body_function(easy, Self.takeBody))
        try Self.check(landgrade_curl_set_header_function(easy, Self.takeHeader))
        try Self.check(landgrade_curl_set_progress_function(easy, Self.report))
        try Self.check(landgrade_curl_set_socket_function(easy, Self.openSocket))
        // An older libcurl that does not know the option only takes longer to leave.
        _ = landgrade_curl_leave_quickly(easy)
    }

    deinit {
        curl_easy_cleanup(easy)
        curl_multi_cleanup(multi)
        errorText.deallocate()
    }

    /// Runs what is set. `exchange` receives the answer on this thread, before it returns.
    func perform(_ exchange: Exchange, headers: [String]) throws(TransferError) -> CURLcode {
        var list: UnsafeMutablePointer<curl_slist>?
        for header in headers { list = curl_slist_append(list, header) }
        let context = Unmanaged.passUnretained(exchange).toOpaque()
        for option in [CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_XFERINFODATA, CURLOPT_OPENSOCKETDATA] {
            try set(option, pointer: context)
        }
        try Self.check(landgrade_curl_set_headers(easy, list))
        errorText[0] = 0
        defer {
            _ = landgrade_curl_set_headers(easy, nil)
            curl_slist_free_all(list)
        }
        return withExtendedLifetime(exchange) { drive() }
    }

    private func drive() -> CURLcode {
        guard curl_multi_add_handle(multi, easy) == CURLM_OK else { return CURLE_FAILED_INIT }
        defer { curl_multi_remove_handle(multi, easy) }
        var running: CInt = 0
        while true {
            guard curl_multi_perform(multi, &running) == CURLM_OK else { return CURLE_FAILED_INIT }
            guard running > 0 else { break }
            // Each round asks `report`, which hears a cancel.
            guard curl_multi_poll(multi, nil, 0, 200, nil) == CURLM_OK else { return CURLE_FAILED_INIT }
        }
        var left: CInt = 0
        while let message = curl_multi_info_read(multi, &left) {
            if message.pointee.msg == CURLMSG_DONE { return message.pointee.data.result }
        }
        return CURLE_FAILED_INIT
    }

    /// What libcurl says about the last transfer, fit to be shown.
    func detail(_ code: CURLcode) -> String {
        let text = String(cString: errorText)
        return Redaction.shown(text.isEmpty ? String(cString: curl_easy_strerror(code)) : text)
    }

    // What C calls, with an `Exchange` as its context.

    private static let takeBody: curl_write_callback = { bytes, size, count, context in
        guard let bytes, let context else { return 0 }
        let exchange = Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
        return exchange.takeBody(UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
    }

    private static let takeHeader: curl_write_callback = { bytes, size, count, context in
        guard let bytes, let context else { return 0 }
        let exchange = Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
        return exchange.takeHeader(UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
    }

    private static let report: curl_xferinfo_callback = { context, total, done, _, _ in
        guard let context else { return 1 }
        let exchange = Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
        exchange.report(done: Int(done), total: Int(total))
        return exchange.goOn() ? 0 : 1
    }

    private static let openSocket: curl_opensocket_callback = { context, _, address in
        guard let context, let address else { return CURL_SOCKET_BAD }
        let exchange = Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
        // Port and address begin alike in IPv4 and IPv6: the family, then the port in network order.
        if address.pointee.family == AF_INET || address.pointee.family == AF_INET6 {
            let start = UnsafeRawPointer(address) + MemoryLayout<curl_sockaddr>.offset(of: \.addr)!  // a stored field
            exchange.port = Int(UInt16(bigEndian: start.loadUnaligned(fromByteOffset: 2, as: UInt16.self)))
        }
        return socket(
            address.pointee.family, address.pointee.socktype | CInt(SOCK_CLOEXEC.rawValue), address.pointee.protocol)
    }
}
