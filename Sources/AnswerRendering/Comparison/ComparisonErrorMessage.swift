public import GradeModel
import SystemSupport

extension Messages {
    /// Why two editions can't be compared.
    public func comparison(_ error: ComparisonError) -> String {
        switch error {
        case .otherCounty(let old, let new):
            otherCounty(old: ShownText("\(old.code) \(old.name)"), new: ShownText("\(new.code) \(new.name)"))
        }
    }
}
