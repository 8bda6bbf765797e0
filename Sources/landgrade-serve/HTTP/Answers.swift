import SystemSupport
import AnswerRendering
import HTTPTypes
import Hummingbird
import HummingbirdCore
import LookupService
import NIOCore
import StrictJSON

extension HTTPField.Name {
    // All of these are tokens, which is what makes a name of a field.
    /// Only a second one is among the fields.
    static let secondHost = HTTPField.Name("host")!
    static let referrerPolicy = HTTPField.Name("referrer-policy")!
    static let fetchSite = HTTPField.Name("sec-fetch-site")!
    static let forwardedProtocol = HTTPField.Name("x-forwarded-proto")!
    static let generation = HTTPField.Name("landgrade-generation")!
    static let listEncoding = HTTPField.Name("landgrade-list-encoding")!
    static let listDelimiter = HTTPField.Name("landgrade-list-delimiter")!
    static let listFirstRow = HTTPField.Name("landgrade-list-first-row")!
    static let listColumns = HTTPField.Name("landgrade-list-columns")!
    static let listRows = HTTPField.Name("landgrade-list-rows")!
    static let listKind = HTTPField.Name("landgrade-list-kind")!
    static let stale = HTTPField.Name("landgrade-stale")!
}

/// Media types.
enum MediaType {
    static let json = "application/json"
    static let form = "application/x-www-form-urlencoded"
    static let page = "text/html; charset=utf-8"
    static let text = "text/plain; charset=utf-8"
}

/// A response whose body is all there: it can be kept, and sent without waiting.
struct WholeResponse: Sendable {
    var head: HTTPResponse
    var body: ByteBuffer

    init(_ bytes: [UInt8], _ mediaType: String, status: HTTPResponse.Status = .ok) {
        body = ByteBuffer(bytes: bytes)
        head = HTTPResponse(status: status)
        // All there will be.
        head.headerFields.reserveCapacity(10)
        head.headerFields.append(HTTPField(name: .contentType, value: mediaType))
        head.headerFields.append(HTTPField(name: .contentLength, value: String(bytes.count)))
    }

    static func json(_ bytes: [UInt8]) -> WholeResponse { WholeResponse(bytes, MediaType.json) }

    /// Leaves the answer out where the client says that it has the one with this tag.
    mutating func omitBody(knownBy tag: String, to request: HTTPRequest) {
        guard EntityTags.contains(tag, in: request) else { return }
        head.status = .notModified
        head.headerFields[.contentLength] = nil
        body = ByteBuffer()
    }
}

extension Response {
    init(_ whole: WholeResponse) {
        self.init(
            status: whole.head.status, headers: whole.head.headerFields, body: ResponseBody(byteBuffer: whole.body))
    }

    init(_ bytes: [UInt8], _ mediaType: String, status: HTTPResponse.Status = .ok) {
        self.init(WholeResponse(bytes, mediaType, status: status))
    }

    static func json(_ bytes: [UInt8]) -> Response { Response(bytes, MediaType.json) }

    /// RFC 9457.
    init(_ problem: Problem, _ language: Language, on surface: Surface = .interface) {
        self.init(
            Array((problem.json(in: language, on: surface).text() + "\n").utf8), "application/problem+json",
            status: HTTPResponse.Status(code: problem.status))
        headers[.contentLanguage] = language.rawValue
        addFields(of: problem)
    }

    mutating func addFields(of problem: Problem) {
        if case .method(let allowed) = problem { headers[.allow] = allowed.joined(separator: ", ") }
        if problem.status == 503 { headers[.retryAfter] = "1" }
    }

    /// Leaves the answer out where the client says that it has the one with this tag.
    mutating func omitBody(knownBy tag: String, to request: Request) {
        guard EntityTags.contains(tag, in: request.head) else { return }
        status = .notModified
        body = ResponseBody()
        headers[.contentLength] = nil
    }
}

extension HTTPFields {
    /// Names this very answer by an entity tag.
    mutating func setTag(_ tag: String) {
        self[.eTag] = tag
        self[.cacheControl] = "no-cache"
    }
}

/// `If-None-Match`: several tags, weak ones, `*`. `Request.ifNoneMatch` of the library knows one strong tag only.
enum EntityTags {
    static func contains(_ tag: String, in request: HTTPRequest) -> Bool {
        guard let list = request.headerFields[.ifNoneMatch] else { return false }
        return list.split(separator: ",").contains { entry in
            let entry = entry.drop { $0 == " " }
            let value = entry.hasPrefix("W/") ? entry.dropFirst(2) : entry
            return value == "*" || value.prefix { $0 != " " } == tag
        }
    }
}
