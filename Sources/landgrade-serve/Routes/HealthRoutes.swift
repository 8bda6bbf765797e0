import HTTPTypes
import GradeStore
import LookupService
import StrictJSON

extension Service {
    /// What watches over the service asks.
    var healthRoutes: [Route] {
        [
            .get("/healthz") { call in
                _ = try call.parameters([])
                return .text("ok\n")
            },
            .get("/readyz") { call in
                _ = try call.parameters([])
                return ready
            },
            .get("/metrics") { call in
                _ = try call.parameters([])
                var reply = Reply.text(metrics.text(gauges))
                reply.contentType = "text/plain; version=0.0.4; charset=utf-8"
                return reply
            },
        ]
    }

    /// 503 only where nothing can be answered. With an old generation that stays because the new one is damaged,
    /// answers go on and say so.
    private var ready: Reply {
        let (snapshot, failure) = store.condition
        let status = snapshot == nil ? "unavailable" : failure == nil ? "ready" : "stale"
        let value: JSONValue = [
            "status": .string(status), "generation": .number(snapshot?.name.number),
            "sha256": .text(snapshot?.digest), "counties": .number(snapshot?.status.counties),
            "editions": .number(snapshot?.status.editions), "villages": .number(snapshot?.status.villages),
            "reason": .text(failure?.description ?? (snapshot == nil ? "the store has not been opened yet" : nil)),
        ]
        var reply = Reply.json(Array((value.text() + "\n").utf8))
        reply.status = snapshot == nil ? 503 : 200
        if snapshot == nil { reply.fields[Headers.retryAfter] = "1" }
        return reply
    }

    private var gauges: [(name: String, help: String, value: Int)] {
        let (snapshot, failure) = store.condition
        return [
            ("generation", "Number of the generation that answers; 0: none.", snapshot?.name.number ?? 0),
            ("stale", "1 where the store's link names a generation that can't be opened.", failure == nil ? 0 : 1),
            ("villages", "Villages in the generation that answers.", snapshot?.status.villages ?? 0),
        ]
    }
}
