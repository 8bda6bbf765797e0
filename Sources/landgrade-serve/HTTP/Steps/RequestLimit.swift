import LookupService

/// Answers so many requests at once and tells others to come again.
struct RequestLimit: Sendable {
    let requests: Turns
    let metrics: Metrics

    /// The request's turn; what is held is one of those at once.
    func turn(_ context: ServiceContext) throws(Problem) -> Turns.Turn {
        guard let turn = requests.take() else {
            metrics.refuse()
            context.refuse()
            throw .busy
        }
        return turn
    }
}
