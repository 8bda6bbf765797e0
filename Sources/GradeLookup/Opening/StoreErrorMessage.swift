public import AnswerRendering
public import GradeStore
import SystemSupport

extension Messages {
    /// The sentence for a store's error, with its remedy.
    public func store(_ error: StoreError) -> String {
        func shown(_ text: String) -> ShownText { ShownText(text) }
        return switch error {
        case .missing(let path): noStore(path: shown(path))
        case .badLink(let path, let target): badLinkTarget(link: shown(path), target: shown(target))
        case .dangling(let path, let target): danglingLink(link: shown(path), target: shown(target))
        case .notDatabase(let path): notADatabase(path: shown(path))
        case .truncated(let path): truncatedStore(path: shown(path))
        case .otherApplication(let path): foreignStore(path: shown(path))
        case .newer(let path, let schema): newerStore(path: shown(path), layout: schema)
        case .older(let path, let schema): olderStore(path: shown(path), layout: schema)
        case .pageChanged(let path): changedPage(path: shown(path))
        case .damaged(let path, let detail): damagedStore(path: shown(path), detail: shown(detail))
        case .unreadable(let path, let detail): unreadableStore(path: shown(path), reason: shown(detail))
        case .notWritable(let path, let detail): unwritableStore(path: shown(path), reason: shown(detail))
        case .busy(let path): busyStore(path: shown(path))
        case .noSpace(let path): noSpace(path: shown(path))
        case .network(let path, let kind): networkStore(path: shown(path), kind: kind)
        case .notDurable(let path, let detail): notDurable(path: shown(path), reason: shown(detail))
        case .noGeneration(let number): noGeneration(number)
        case .altered(let file, let expected, let found):
            changed(generation: shown(file), expected: expected, found: found)
        case .noSideFile(let path): noSideFile(path: shown(path))
        case .otherRights(let edition, let rights, let held):
            otherRights(edition, rights: shown(rights), held: shown(held))
        }
    }
}
