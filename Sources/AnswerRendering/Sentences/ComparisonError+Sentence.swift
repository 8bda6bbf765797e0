public import GradeModel
public import SystemSupport

extension ComparisonError: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .otherCounty(let old, let new):
            language.pick(
                zh: "两个版本不属于同一个县（\(old.code) \(old.name)、\(new.code) \(new.name)），无从比较。",
                en: """
                    The editions are of two counties, \(old.code) \(old.name) and \(new.code) \(new.name): there is nothing \
                    to compare.
                    """)
        }
    }
}
