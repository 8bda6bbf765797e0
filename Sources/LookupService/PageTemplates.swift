import Mustache

/// The templates of all pages, read once when the service starts.
package struct PageTemplates: Sendable {
    private let library: MustacheLibrary

    /// - Parameter templates: by name, without an ending. Throws what Mustache finds wrong with one.
    package init(_ templates: [(name: String, bytes: [UInt8])]) throws {
        var library = MustacheLibrary()
        for (name, bytes) in templates {
            guard let text = String(validating: bytes, as: UTF8.self) else { throw PageTemplateError(name: name) }
            try library.register(text, named: name)
        }
        self.library = library
    }

    /// The page in UTF-8. Nil where there is no such template.
    package func render(_ page: Page) -> [UInt8]? {
        library.render(page.view, withTemplate: page.template).map { Array($0.utf8) }
    }
}

/// A template that is no UTF-8.
package struct PageTemplateError: Error { let name: String }
