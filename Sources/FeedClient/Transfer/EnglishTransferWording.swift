public struct EnglishTransferWording: TransferWording {
    public init() {}

    public func sentence(_ error: TransferError) -> String {
        switch error {
        case .libcurlTooOld(let found, let needed): "libcurl \(found) is too old, \(needed) or later is needed"
        case .libcurl(let code, let detail): "libcurl refuses the settings: \(detail) (\(code))"
        case .credential: "the user name, password or token is empty or has characters that can't be sent"
        case .plainAuthentication(let url):
            "\(url): a password or token is not sent over plain http; use https, or allow it on purpose"
        case .transport(let url, let code, let detail): "\(url): \(detail) (libcurl \(code))"
        case .tls(let url, let code, let detail): "\(url): no trusted connection: \(detail) (libcurl \(code))"
        case .proxy(let url, let status, let detail):
            "\(url): the proxy " + (status.map { "refuses with status \($0)" + hint($0) } ?? "can't be used: \(detail)")
        case .status(let url, let status, let after):
            "\(url): the server answers with status \(status)" + hint(status)
                + (after.map { "; it asks to come back in \($0) s" } ?? "")
        case .missing(let url, let status):
            "\(url): the source lists this file and does not have it (status \(status)): its publication is incomplete"
        case .redirect(let url, let fault): "\(url): the redirect is not followed: \(sentence(fault))"
        case .notModifiedUnasked(let url): "\(url): the server says \"not modified\" though nothing was held"
        case .noHTTP(let url): "\(url): what answers there does not speak HTTP"
        case .headersTooLong(let url, let limit): "\(url): more than \(limit >> 10) KiB of headers"
        case .encoding(let url):
            "\(url): the server packs the file for the way (Transfer-Encoding), which is not asked for"
        case .tooLarge(let url, let limit): "\(url): larger than \(limit) bytes"
        case .tooShort(let url, let expected, let found): "\(url): \(found) of \(expected) bytes came"
        case .wrongHash(let url, let expected, let found):
            "\(url): the contents are not those that were published (SHA-256 \(found), published \(expected))"
        case .webPage(let url): "\(url): a web page came instead of the file (a login portal?)"
        case .file(let path, let error): "\(path): \(error)"
        case .notOurFile(let path): "\(path): something that is no file of ours is in the way"
        case .cancelled: "stopped"
        case .deadline(let seconds):
            "not finished within \(seconds) s; what has come is kept, and the next run continues (--deadline allows more)"
        }
    }

    private func hint(_ status: Int) -> String {
        switch status {
        case 401: " (it asks for a user name and password or a token)"
        case 403: " (access is refused)"
        case 404, 410: " (there is no such file)"
        case 407: " (it asks for a user name and password)"
        case 429: " (too many requests)"
        case 511: " (the network asks for a login first)"
        default: ""
        }
    }

    private func sentence(_ fault: RedirectFault) -> String {
        switch fault {
        case .noTarget(let status): "status \(status) without a target"
        case .tooMany(let limit): "more than \(limit) in a row"
        case .loop(let target): "\(target) was asked before, it runs in a circle"
        case .downgrade(let target): "from https to \(target)"
        case .schemeRelative: "its target has no scheme (//…)"
        case .address(let target, let fault): "\(target): \(sentence(fault))"
        }
    }

    public func sentence(_ fault: AddressFault) -> String {
        switch fault {
        case .notASCII: "an address has plain ASCII characters only (write a host name as xn--…)"
        case .control: "a blank or a control character in the address"
        case .backslash: "a backslash in the address"
        case .scheme: "only http:// and https:// are taken"
        case .user: "a user name or password in the address; it belongs into the settings"
        case .host: "not a host name"
        case .port: "not a port from 1 to 65535"
        case .query: "a query (?…) in the address"
        case .fragment: "a fragment (#…) in the address"
        case .escape: "a % without its two hex digits"
        case .dots: "\".\" or \"..\" in the path"
        case .noSlash: "the address of a source ends in /"
        }
    }
}
