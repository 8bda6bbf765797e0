import Mustache
package import SystemSupport
package import VillageMap

/// What a template is filled with. All text on its way into a page passes `child(named:)`, where it is made fit.
package struct View: MustacheParent, ExpressibleByDictionaryLiteral {
    package enum Value: Sendable {
        /// What goes back as it came, as in a form or an address; all else is a `sentence`.
        case text(String)
        case texts([String])
        case flag(Bool)
        case view(View)
        case views([View])
        /// XML that is put in as it is; a template names it in three braces, `{{{map}}}`. It can only be made of constants of
        /// the program and of values that are escaped.
        case markup(Markup)
        /// Said and not left out, because a template looks for what a view lacks in the views around it.
        case nothing

        package static func sentence(_ sentence: Sentence) -> Value { .text(sentence.text(on: .page)) }
        package static func sentences(_ sentences: [Sentence]) -> Value { .texts(sentences.map { $0.text(on: .page) }) }
        package static func sentence(orNothing sentence: Sentence?) -> Value {
            sentence.map(Value.sentence) ?? .nothing
        }
        package static func text(orNothing text: String?) -> Value { text.map(Value.text) ?? .nothing }
        package static func view(orNothing view: View?) -> Value { view.map(Value.view) ?? .nothing }
    }

    private var values: [String: Value]

    package init(dictionaryLiteral elements: (String, Value)...) {
        values = Dictionary(elements, uniquingKeysWith: { first, _ in first })
    }

    package subscript(name: String) -> Value? {
        get { values[name] }
        set { values[name] = newValue }
    }

    package func child(named name: String) -> Any? {
        switch values[name] {
        case .text(let text)?: Self.fit(text)
        case .texts(let texts)?: texts.map(Self.fit)
        case .flag(let flag)?: flag
        case .view(let view)?: view
        case .views(let views)?: views
        case .markup(let markup)?: markup.text
        case .nothing?: false
        case nil: nil
        }
    }

    /// Mustache escapes characters as Swift counts them, and to Swift `"` with a combining mark behind it is another
    /// character than `"`. To a browser it is not, so such a mark is written out instead.
    static func fit(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        var fit = ""
        for character in text {
            let scalars = character.unicodeScalars
            guard let first = scalars.first, scalars.count > 1, "<>&\"'".unicodeScalars.contains(first) else {
                fit.append(character)
                continue
            }
            fit.unicodeScalars.append(first)
            for mark in scalars.dropFirst() { fit += "\\u{\(String(mark.value, radix: 16))}" }
        }
        return fit
    }
}
