package import StrictJSON
import SystemSupport

/// The interface for programs as a page: its OpenAPI description, operation by operation, with an example of each. The
/// description has its sentences in English, and in Chinese beside them in members that begin with `x-`.
package struct InterfacePage: Sendable {
    private let description: JSONValue

    package init(_ description: JSONValue) { self.description = description }

    package func page(in frame: PageFrame) -> Page {
        let language = frame.language
        let groups = Self.groups.map { group -> View in
            [
                "heading": .sentence(language.pick(zh: group.zh, en: group.en)),
                "operations": .views(
                    operations.filter { Self.group(of: $0.path) == group.prefix }
                        .map { view($0, language) }),
            ]
        }
        return Page(
            "docs", title: frame.word(.docsHeading),
            [
                "introduction": .text(words(description["info"] ?? .null, "description", language)),
                "groups": .views(groups),
            ], in: frame)
    }

    private struct Operation {
        let method: String
        let path: String
        let value: JSONValue
    }

    private static let groups: [(prefix: String, zh: Sentence, en: Sentence)] = [
        ("/v1", "查询和核对", "Look-ups and lists"), ("/reconcile", "地名核对（OpenRefine）", "Reconciliation (OpenRefine)"),
        ("", "运行和说明", "Operation and description"),
    ]

    private static func group(of path: String) -> String {
        groups.first { !$0.prefix.isEmpty && path.hasPrefix($0.prefix) }?.prefix ?? ""
    }

    private var operations: [Operation] {
        members(description["paths"]).flatMap { path in
            members(path.value).map { Operation(method: $0.key.uppercased(), path: path.key, value: $0.value) }
        }
    }

    private func view(_ operation: Operation, _ language: Language) -> View {
        let value = operation.value
        let example = value["x-example"]?.string ?? ""
        let isLink = operation.method == "GET"
        return [
            "method": .text(operation.method), "path": .text(operation.path),
            "anchor": .text(value["operationId"]?.string ?? ""),
            "summary": .text(words(value, "summary", language)),
            "description": .text(orNothing: value["description"] == nil ? nil : words(value, "description", language)),
            "example": .text(example.replacing("{host}", with: "127.0.0.1:8624")),
            "link": isLink ? .text(Self.address(example)) : .nothing,
            "parameters": .view(orNothing: parameters(value, language)),
            "responses": .views(
                members(value["responses"]).map { response in
                    let value = resolved(response.value)
                    return [
                        "status": .text(response.key), "text": .text(words(value, "description", language)),
                        "types": .text(members(value["content"]).map(\.key).joined(separator: ", ")),
                    ]
                }),
        ]
    }

    private func parameters(_ operation: JSONValue, _ language: Language) -> View? {
        guard let parameters = operation["parameters"]?.array, !parameters.isEmpty else { return nil }
        return [
            "list": .views(
                parameters.map { parameter in
                    let schema = parameter["schema"] ?? .null
                    let allowed = schema["enum"]?.array?.compactMap(\.string) ?? []
                    return [
                        "name": .text(parameter["name"]?.string ?? ""),
                        "required": .flag(parameter["required"] == .bool(true)),
                        "text": .text(words(parameter, "description", language)),
                        "allowed": .text(orNothing: allowed.isEmpty ? nil : allowed.joined(separator: ", ")),
                    ]
                })
        ]
    }

    /// What `$ref` points to within the description.
    private func resolved(_ value: JSONValue) -> JSONValue {
        guard let reference = value["$ref"]?.string, reference.hasPrefix("#/") else { return value }
        return reference.dropFirst(2).split(separator: "/").reduce(description) { $0[String($1)] ?? .null }
    }

    private func words(_ value: JSONValue, _ key: String, _ language: Language) -> String {
        let chinese = language == .zh ? value["x-\(key)-zh"]?.string : nil
        return chinese ?? value[key]?.string ?? ""
    }

    private func members(_ value: JSONValue?) -> [JSONMember] {
        guard case .object(let members)? = value else { return [] }
        return members
    }

    /// An example as a browser asks for it.
    private static func address(_ example: String) -> String {
        let parts = example.split(separator: "?", maxSplits: 1).map(String.init)
        let path = parts[0].split(separator: "/", omittingEmptySubsequences: false)
            .map { PageLink.encoded(String($0)) }.joined(separator: "/")
        guard parts.count == 2 else { return path }
        let query = parts[1].split(separator: "&").map { pair in
            pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { PageLink.encoded(String($0)) }.joined(separator: "=")
        }
        return path + "?" + query.joined(separator: "&")
    }
}
