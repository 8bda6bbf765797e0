extension FileTransfer {
    /// Asks, and goes where the server sends us, within limits: not from https to http, not in circles, not to other
    /// schemes, and without the source's credential once the way leaves its origin.
    func follow(_ ask: Ask, _ part: PartialFile) throws(TransferError) -> Reply {
        let deadline = Deadline.now + ask.seconds
        var address = ask.address, asked: Set = [ask.address.text], handle = own
        var hops = 0
        while true {
            let reply = try request(handle, address, ask, part, deadline - Deadline.now)
            guard reply.isRedirect else { return reply }
            hops += 1
            let next: HTTPAddress
            do throws(RedirectFault) {
                next = try target(of: reply)
                guard hops <= settings.limits.redirects else { throw .tooMany(limit: settings.limits.redirects) }
                guard asked.insert(next.text).inserted else { throw .loop(target: next.shown) }
            } catch { throw .redirect(url: address.shown, error) }
            settings.trace?("redirect to \(next.shown)")
            // Who was sent away once stays without credential, wherever the way leads.
            handle = handle === own && next.origin == address.origin ? own : try foreignHandle(next.origin)
            address = next
        }
    }

    private func target(of reply: Reply) throws(RedirectFault) -> HTTPAddress {
        guard let location = reply.location else { throw .noTarget(status: reply.status) }
        guard !location.hasPrefix("//"), !location.hasPrefix("/\\") else { throw .schemeRelative }
        // What libcurl can't read, we can't either, and our parser says why.
        let target = Libcurl.resolve(location, from: reply.address.text) ?? location
        let address: HTTPAddress
        do throws(AddressFault) {
            address = try HTTPAddress(target)
        } catch { throw .address(target: Redaction.target(target), error) }
        guard address.isSecure || !reply.address.isSecure else { throw .downgrade(target: address.shown) }
        return address
    }

    private func foreignHandle(_ origin: String) throws(TransferError) -> CurlHandle {
        if let foreign, foreign.origin == origin { return foreign.handle }
        let handle = try CurlHandle(settings, onlySecure: source.isSecure, withCredential: false)
        foreign = (origin, handle)
        return handle
    }
}
