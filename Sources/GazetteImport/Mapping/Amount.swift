import EditionPackage
import GradeModel
import SourceDocuments

/// Amounts as tables print them; texts are folded.
package enum Amount {
    static func isNone(_ text: String) -> Bool {
        ["-", "—", "–", "－", "--", "——", "/", "\\", "无", "空", "…", "×", "*"].contains(text)
    }

    static func isNumber(_ text: String) -> Bool { Grammar.isAmount(plain(text)) }

    /// Without the comma between thousands.
    package static func plain(_ text: String) -> String {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count > 1, (1...3).contains(parts[0].count),
            parts.dropFirst().allSatisfy({ $0.prefix { $0 != "." }.count == 3 })
        else { return text }
        return parts.joined()
    }
}
