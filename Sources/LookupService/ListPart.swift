import SystemSupport

/// Which rows of a long list a page shows.
package enum ListPart: Hashable, Sendable {
    /// From 1.
    case page(Int)
    case all

    static let size = 50

    /// - Parameter text: of the parameter `page`; nil: the first page.
    package init(_ text: String?) throws(Problem) {
        switch text {
        case nil: self = .page(1)
        case "all": self = .all
        case let text?:
            guard let number = wholeNumber(text.utf8, digits: 6), number > 0 else {
                throw .badValue(parameter: "page", value: text, allowed: ["1, 2, 3 …", "all"])
            }
            self = .page(number)
        }
    }

    static func pages(of count: Int) -> Int { max(1, (count + size - 1) / size) }

    /// Throws where the list is not so long.
    func range(of count: Int) throws(Problem) -> Range<Int> {
        guard case .page(let number) = self else { return 0..<count }
        let pages = Self.pages(of: count)
        guard number <= pages else {
            throw .badValue(parameter: "page", value: String(number), allowed: ["1 … \(pages)", "all"])
        }
        return (number - 1) * Self.size..<min(number * Self.size, count)
    }
}
