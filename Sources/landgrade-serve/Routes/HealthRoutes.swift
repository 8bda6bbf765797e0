import GradeStore
import HTTPTypes
import Hummingbird
import HummingbirdCore
import LookupService
import StrictJSON

extension Service {
    /// What watches over the service asks.
    func addHealthRoutes(to router: Router<ServiceContext>) {
        router.get("/healthz") { request, _ in
            _ = try request.parameters([])
            return Response(Array("ok\n".utf8), MediaType.text)
        }
        router.get("/readyz") { [self] request, _ in
            _ = try request.parameters([])
            return ready
        }
        router.get("/metrics") { [self] request, _ in
            _ = try request.parameters([])
            return Response(Array(metrics.text(gauges).utf8), "text/plain; version=0.0.4; charset=utf-8")
        }
    }

    /// 503 only where nothing can be answered. With an old generation that stays because the new one is damaged,
    /// answers go on and say so.
    private var ready: Response {
        let (snapshot, failure) = store.condition
        let status = snapshot == nil ? "unavailable" : failure == nil ? "ready" : "stale"
        let value: JSONValue = [
            "status": .string(status), "generation": .number(snapshot?.name.number),
            "sha256": .text(snapshot?.digest), "counties": .number(snapshot?.status.counties),
            "editions": .number(snapshot?.status.editions), "villages": .number(snapshot?.status.villages),
            "reason": .text(failure?.description ?? (snapshot == nil ? "the store has not been opened yet" : nil)),
        ]
        var response = Response.json(Array((value.text() + "\n").utf8))
        guard snapshot == nil else { return response }
        response.status = .serviceUnavailable
        response.headers[.retryAfter] = "1"
        return response
    }

    private var gauges: [(name: String, help: String, value: Int)] {
        let (snapshot, failure) = store.condition
        return [
            ("requests_open", "Requests being answered.", requests.taken),
            ("generation", "Number of the generation that answers; 0: none.", snapshot?.name.number ?? 0),
            ("stale", "1 where the store's link names a generation that can't be opened.", failure == nil ? 0 : 1),
            ("villages", "Villages in the generation that answers.", snapshot?.status.villages ?? 0),
        ]
    }
}
