/// How finely a document grades: what one entry of it is about.
public enum GradeScope: String, CaseIterable, Hashable, Sendable {
    /// The township as a whole; the document names no villages.
    case township
    case village
    /// A part of a village: `1、2、3组`.
    case part
}
