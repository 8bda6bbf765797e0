import HTTPTypes
import Synchronization

/// Counts for Prometheus: by route and status, never by what was asked.
final class Metrics: Sendable {
    /// Upper ends of the classes of duration, in microseconds.
    private static let bounds = [100, 300, 1_000, 3_000, 10_000, 100_000, 1_000_000, 10_000_000]

    private struct Counts {
        var statuses: [Int: Int] = [:]
        var classes = [Int](repeating: 0, count: bounds.count + 1)
        var microseconds = 0

        mutating func add(status: Int, place: Int, microseconds: Int) {
            statuses[status, default: 0] += 1
            classes[place] += 1
            self.microseconds += microseconds
        }
    }

    struct Route: Hashable, CustomStringConvertible {
        let method: HTTPRequest.Method
        let path: String

        /// `GET /v1/lookup`
        var description: String { "\(method.rawValue) \(path)" }
    }

    private let counts = Mutex<[Route?: Counts]>([:])
    private let refused = Atomic(0)

    func refuse() { refused.add(1, ordering: .relaxed) }

    /// - Parameter route: nil where none was found.
    func count(_ route: Route?, status: Int, microseconds: Int) {
        let place = Self.bounds.firstIndex { microseconds <= $0 } ?? Self.bounds.count
        counts.withLock { counts in
            counts[route, default: Counts()].add(status: status, place: place, microseconds: microseconds)
        }
    }

    /// The text format of Prometheus, with these gauges behind.
    func text(_ gauges: [(name: String, help: String, value: Int)]) -> String {
        var requestLines = ""
        var durationLines = ""
        let all = counts.withLock { $0 }.map { ($0.key?.description ?? "none", $0.value) }
        for (name, counts) in all.sorted(by: { $0.0 < $1.0 }) {
            for (status, count) in counts.statuses.sorted(by: { $0.key < $1.key }) {
                requestLines += "landgrade_requests_total{route=\"\(name)\",status=\"\(status)\"} \(count)\n"
            }
            var sum = 0
            for (bound, count) in zip(Self.bounds, counts.classes) {
                sum += count
                durationLines +=
                    "landgrade_request_seconds_bucket{route=\"\(name)\",le=\"\(Self.seconds(bound))\"} \(sum)\n"
            }
            let total = counts.classes.reduce(0, +)
            durationLines += "landgrade_request_seconds_bucket{route=\"\(name)\",le=\"+Inf\"} \(total)\n"
            durationLines +=
                "landgrade_request_seconds_sum{route=\"\(name)\"} \(Self.seconds(counts.microseconds))\n"
            durationLines += "landgrade_request_seconds_count{route=\"\(name)\"} \(total)\n"
        }
        var text = Self.head("requests_total", "counter", "Requests answered.") + requestLines
        text += Self.head("request_seconds", "histogram", "From header to end of answer.") + durationLines
        text += Self.head("requests_refused_total", "counter", "Requests told to come again.")
        text += "landgrade_requests_refused_total \(refused.load(ordering: .relaxed))\n"
        for (name, help, value) in gauges {
            text += Self.head(name, "gauge", help) + "landgrade_\(name) \(value)\n"
        }
        return text
    }

    private static func head(_ name: String, _ kind: String, _ help: String) -> String {
        "# HELP landgrade_\(name) \(help)\n# TYPE landgrade_\(name) \(kind)\n"
    }

    /// Microseconds as decimal seconds.
    private static func seconds(_ microseconds: Int) -> String {
        let digits = String(microseconds % 1_000_000)
        return "\(microseconds / 1_000_000)." + String(repeating: "0", count: 6 - digits.count) + digits
    }
}
