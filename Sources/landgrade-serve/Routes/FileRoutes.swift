import CEmbedded
import HTTPTypes
import Hummingbird
import HummingbirdCore
import LookupService
import StrictJSON

/// What is compiled in: the files of the pages and their templates. `Sources/CEmbedded/pages.c` lists them.
enum Pages {
    struct File: Sendable {
        /// Its path, or, without a slash, the name of a template.
        let path: String
        let contentType: String
        let bytes: [UInt8]
    }

    static let all: [File] = UnsafeBufferPointer(start: landgrade_page_list(), count: landgrade_page_count).map {
        File(
            path: String(cString: $0.path), contentType: String(cString: $0.content_type),
            bytes: Array(UnsafeBufferPointer(start: $0.bytes, count: $0.count)))
    }

    static let served = all.filter { $0.path.hasPrefix("/") }

    static let templates: PageTemplates = {
        let files = all.filter { !$0.path.hasPrefix("/") }
        do {
            return try PageTemplates(files.map { ($0.path, $0.bytes) })
        } catch { preconditionFailure("a template that is compiled in can't be read: \(error)") }
    }()

    static let interface: InterfacePage = {
        let bytes = all.first { $0.path == "/openapi.json" }!.bytes  // it is in the list
        do {
            return InterfacePage(try JSONValue(parsing: bytes))
        } catch { preconditionFailure("the description of the interface can't be read: \(error)") }
    }()

    /// A template's text.
    static func text(_ name: String) -> String {
        // Compiled in as UTF-8; a name that is not in the list is a fault of the program that every test would meet.
        String(decoding: all.first { $0.path == name }!.bytes, as: UTF8.self)
    }

    /// FNV-1a: tells one build's page from another's.
    static func tag(_ bytes: [UInt8]) -> String {
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return "\"\(String(hash, radix: 16))\""
    }
}

extension Service {
    /// A route for each file that has a path.
    func addFileRoutes(to router: Router<ServiceContext>) {
        for file in Pages.served {
            let tag = Pages.tag(file.bytes)
            router.get(RouterPath(file.path)) { request, _ in
                _ = try request.parameters([])
                var response = Response(file.bytes, file.contentType)
                response.headers.setTag(tag)
                response.omitBody(knownBy: tag, to: request)
                return response
            }
        }
    }
}
