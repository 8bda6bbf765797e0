import GradeModel

/// Numbers that stand for what a cell says, in the tables of the fast path.
enum CellReading {
    /// 0, 1, 2: the land types in the order of `allCases`.
    static let outOfScope = 3
    static let unknownLandType = 4
    /// From here on: words that standards put under two land types, in the order of `LandTypeCell.twofold`.
    static let twofoldLandType = 5

    /// Behind those.
    static let contradictoryLandType = twofoldLandType + LandTypeCell.twofold.count

    /// Cells that are unknown because they say nothing, stand for the cell above, or were taken for numbers.
    static let noLandType = contradictoryLandType + 1
    static let dittoLandType = contradictoryLandType + 2
    static let landTypeAsNumber = contradictoryLandType + 3

    /// Whether a cell is none of those that are known, and may be a label of a row that is no parcel.
    static func isUnknown(_ number: Int) -> Bool { number == unknownLandType || number >= noLandType }

    /// - Parameter text: the cell, where it is read.
    static func number(of cell: LandTypeCell, _ text: String) -> Int {
        guard cell == .unknown else { return number(of: cell) }
        if NoParcel.isNothing(text) { return noLandType }
        if DittoMark.isOne(text) { return dittoLandType }
        return LandTypeCell.isCodeAsNumber(text) ? landTypeAsNumber : unknownLandType
    }

    private static func number(of cell: LandTypeCell) -> Int {
        switch cell {
        case .landType(let landType): LandType.allCases.firstIndex(of: landType) ?? unknownLandType
        case .outOfScope: outOfScope
        case .contradictory: contradictoryLandType
        case .unknown: unknownLandType
        case .either(let types):
            LandTypeCell.twofold.firstIndex(of: types).map { twofoldLandType + $0 } ?? unknownLandType
        }
    }

    static let unreadable = 31

    /// 0 for none, 1…20, or `unreadable`.
    static func number(of cell: GradeCell) -> Int {
        switch cell {
        case .none: 0
        case .grade(let grade): grade.rawValue
        case .unreadable: unreadable
        }
    }

    static func grade(_ number: Int) -> GradeCell {
        number == 0 ? .none : Grade(rawValue: number).map(GradeCell.grade) ?? .unreadable
    }
}
