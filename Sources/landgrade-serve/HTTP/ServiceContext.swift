import SystemSupport
import AnswerRendering
import HTTPTypes
import Hummingbird
import HummingbirdCore
import LookupService
import NIOCore

/// What a request carries on its way to its route.
struct ServiceContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// What stands in the place of `{name}` in the route's path, decoded.
    func captured(_ name: String) throws(Problem) -> String {
        try QueryParameters.decoded(Array((parameters[name[...]] ?? "").utf8)[...])
    }
}

extension Request {
    /// The target up to the question mark, as it came.
    var path: Substring {
        let target = head.path ?? ""
        return target[..<(target.utf8.firstIndex(of: UInt8(ascii: "?")) ?? target.endIndex)]
    }

    /// The text behind the question mark, as it came.
    var query: Substring? {
        guard let target = head.path, let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else { return nil }
        return target[target.utf8.index(after: mark)...]
    }

    func parameters(_ known: Set<String>) throws(Problem) -> QueryParameters {
        try QueryParameters(query, known: known)
    }

    /// The language of what is said about the request: the one that its parameter `lang` asks for, else the first of the
    /// client's languages that the service has; weights are left out of account.
    var language: Language {
        let asked = query?.split(separator: "&").first { $0.hasPrefix("lang=") }
        if let asked, let language = Language(rawValue: String(asked.dropFirst("lang=".count))) { return language }
        return headers[.acceptLanguage].flatMap { Language(accepting: $0) } ?? .en
    }

    /// The language that the parameter `lang` asks for, else the client's own.
    func language(_ parameters: QueryParameters) throws(Problem) -> Language {
        guard let word = parameters["lang"] else { return language }
        guard let asked = Language(rawValue: word) else {
            throw .badValue(parameter: "lang", value: word, allowed: Language.allCases.map(\.rawValue))
        }
        return asked
    }
}
