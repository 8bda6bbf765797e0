import SystemSupport

/// Text from libcurl, a server or a proxy's address, made fit to be shown: no secret, no control character, one line.
enum Redaction {
    /// At most `limit` characters; whatever stands before an `@` in a word is left out, so that no user and password
    /// of an address can show.
    static func shown(_ text: String, limit: Int = 256) -> String {
        var out = ""
        for word in text.split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" }) {
            if !out.isEmpty { out += " " }
            let plain = word.lastIndex(of: "@").map { "…" + word[$0...] } ?? String(word)
            let escaped: Sentence = "\(plain)"
            out += escaped.text
            if out.count > limit { return out.prefix(limit) + "…" }
        }
        return out
    }

    /// An address that we refuse: without its query and fragment.
    static func target(_ text: String) -> String {
        let end = text.firstIndex { $0 == "?" || $0 == "#" }
        return shown(end.map { String(text[..<$0]) + "?…" } ?? text, limit: 120)
    }
}
