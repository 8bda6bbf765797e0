package import GradeModel

/// Values per land type with equal ones put together, in the order they come: orchard 30, forest 70, grassland 30
/// become (orchard, grassland) 30 and (forest) 70.
package func grouped<Value: Equatable>(_ values: [(LandType, Value)]) -> [(landTypes: [LandType], value: Value)] {
    var groups: [(landTypes: [LandType], value: Value)] = []
    for (landType, value) in values {
        if let index = groups.firstIndex(where: { $0.value == value }) {
            groups[index].landTypes.append(landType)
        } else {
            groups.append(([landType], value))
        }
    }
    return groups
}
