import Synchronization

/// How much of something all lists together may take.
final class Budget: Sendable {
    private let free: Atomic<Int>

    init(_ amount: Int) { free = Atomic(amount) }

    /// False where so much is not left: then nothing is taken.
    fileprivate func take(_ amount: Int) -> Bool {
        guard free.subtract(amount, ordering: .acquiringAndReleasing).newValue < 0 else { return true }
        give(amount)
        return false
    }

    fileprivate func give(_ amount: Int) { free.add(amount, ordering: .acquiringAndReleasing) }
}

/// What one list has of a budget: given back when nobody holds it any more, however its request ended.
final class Share: Sendable {
    private let budget: Budget
    private let amount = Atomic(0)

    init(of budget: Budget) { self.budget = budget }

    deinit { budget.give(amount.load(ordering: .acquiring)) }

    /// False where so much is not left.
    func take(_ more: Int) -> Bool {
        guard budget.take(more) else { return false }
        amount.add(more, ordering: .acquiringAndReleasing)
        return true
    }

    /// Gives some of it back.
    func give(_ less: Int) {
        amount.subtract(less, ordering: .acquiringAndReleasing)
        budget.give(less)
    }
}
