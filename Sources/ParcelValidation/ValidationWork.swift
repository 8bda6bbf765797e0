import TabularText

/// What each thread of a validation does: take a block, judge its rows, write them in turn.
final class ValidationWork: @unchecked Sendable {
    private let input: ValidationInput
    private let output: ValidationOutput
    private let shape: RowShape
    private let resolver: PlaceResolver
    private let lock = Lock()
    private var summary = ValidationSummary()  // guarded by `lock`

    init(_ input: ValidationInput, _ output: ValidationOutput, _ shape: RowShape, _ resolver: PlaceResolver) {
        self.input = input
        self.output = output
        self.shape = shape
        self.resolver = resolver
    }

    func run() {
        do {
            var judge = try RowJudge(shape, resolver)
            var block = RecordBlock()
            while let turn = try input.next(&block) {
                guard try run(&judge, block, turn) else { return }
            }
            lock.withLock {
                let townships = judge.places.known
                summary.add(judge.output.counts, townships.townshipNames, order: townships.townshipOrder)
                summary.add(judge.output.areas, townships.townshipNames)
                summary.add(judge.output.money, townships.townshipNames)
                summary.unitless.formUnion(judge.missingUnits)
                summary.villagesAlone.formUnion(judge.places.villagesAlone)
                summary.writtenNone.merge(judge.writtenNone) { $0.union($1) }
            }
        } catch {
            output.fail(error)
        }
    }

    /// False: somebody has failed.
    private func run(
        _ judge: inout RowJudge, _ block: borrowing RecordBlock, _ turn: ValidationInput.Turn
    ) throws -> Bool {
        var row = turn.firstRecord
        repeat {
            let first = row
            judge.output.begin()
            row = try judge.judge(block, from: first)
            let isWhole = row == block.recordCount
            let progress = ValidationProgress(rows: row - first, done: turn.done)
            let goesOn = output.write(
                &judge.output.bytes, count: judge.output.count, judge.output.numbered, number: turn.number,
                isWhole: isWhole, progress: progress)
            guard goesOn else { return false }
        } while row < block.recordCount
        return true
    }

    func result() throws(ValidationError) -> ValidationSummary {
        switch output.failed {
        case let error as ValidationError: throw error
        case let error?: throw .failed(error)
        case nil: break
        }
        if let stop = input.stopped { throw .stopped(stop) }
        return lock.withLock { summary }
    }
}
