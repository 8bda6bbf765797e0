/// Characters to replace, insert or remove to get from one to the other; nil for more than `limit`. For offering near
/// names, never for matching. Costs the product of what is left between what both begin and end with; callers bound both.
func editDistance(_ a: Span<Unicode.Scalar>, _ b: Span<Unicode.Scalar>, atMost limit: Int) -> Int? {
    // What both begin and end with is no step of a shortest way; near names have little else.
    var start = 0
    var (aEnd, bEnd) = (a.count, b.count)
    while start < aEnd, start < bEnd, a[start] == b[start] { start += 1 }
    while aEnd > start, bEnd > start, a[aEnd - 1] == b[bEnd - 1] {
        aEnd -= 1
        bEnd -= 1
    }
    let rest = max(aEnd, bEnd) - start
    // One is used up, or both differ first and last in all they have. One step leaves no more than one character.
    if rest <= 2 || limit < 2 || aEnd == start || bEnd == start { return rest <= limit ? rest : nil }
    let distance = withUnsafeTemporaryAllocation(of: Int.self, capacity: bEnd - start + 1) { row in
        for j in row.indices { row.initializeElement(at: j, to: j) }
        for i in start..<aEnd {
            var diagonal = row[0]
            row[0] = i - start + 1
            for j in 0..<bEnd - start {
                let replaced = diagonal + (a[i] == b[start + j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[bEnd - start]
    }
    return distance <= limit ? distance : nil
}
