import TabularText

/// What becomes of a row that was looked into: it is counted, summed up and written.
extension RowJudge {
    /// Writes a row that is no parcel, or none that can be read.
    mutating func writeBad(_ block: borrowing RecordBlock, _ index: Int, _ note: Note) {
        var verdict = Verdict.badRow
        var isBad = true
        if case .noParcel = note {
            verdict = .notARow
            isBad = Int(block.entries[index].fieldCount) != shape.columnCount
        }
        write(block, index, isBad: isBad, badRowPieces(verdict, note), verdict: verdict, township: 0)
    }

    mutating func write(
        _ block: borrowing RecordBlock, _ index: Int, isBad: Bool, _ ours: [UInt8], verdict: Verdict, township: Int,
        isWritten: Bool? = nil
    ) {
        count(verdict.index, township: township)
        if let column = shape.columns[.area], verdict != .notARow { addArea(block, index, column, verdict, township) }
        guard isWritten ?? writtenVerdicts[verdict.index] else { return }
        scratch.removeAll(keepingCapacity: true)
        shape.writer.begin(block, index, isBad: isBad, into: &scratch)
        scratch += ours
        shape.writer.end(block, index, into: &scratch)
        let missing = outputCount + scratch.count + Self.room - output.count
        if missing > 0 {
            let more = max(missing, min(output.count, Self.pieceSize))
            output.append(contentsOf: repeatElement(0, count: more))
        }
        output.replaceSubrange(outputCount..<outputCount + scratch.count, with: scratch)
        outputCount += scratch.count
        if scratch.capacity > Self.pieceSize { scratch = [] }
    }

    mutating func addArea(
        _ block: borrowing RecordBlock, _ index: Int, _ column: Int, _ verdict: Verdict, _ township: Int
    ) {
        areas?.reserve((township + 1) * Verdict.allCases.count)
        // Where the fields can't be told apart, no cell is the area.
        let isWhole = Int(block.entries[index].fieldCount) == shape.columnCount && block.fault(of: index) == nil
        guard isWhole else {
            areas?.unreadable += 1
            return
        }
        let cell = block.cell(column, of: index)
        let isNone = WrittenNone.form(shape.text(cell[...])) != nil
        if isNone {
            areas?.empty += 1
        } else {
            areas?.add(Area.read(cell), at: township * Verdict.allCases.count + verdict.index)
        }
    }

    mutating func count(_ verdict: Int, township: Int) {
        let place = township * Verdict.allCases.count + verdict
        if place >= counts.count {
            counts += [Int](
                repeating: 0, count: (township + 1) * Verdict.allCases.count - counts.count)
        }
        counts[place] += 1
    }
}
