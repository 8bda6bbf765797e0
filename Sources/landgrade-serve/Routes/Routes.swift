import HTTPTypes
import Logging
import LookupService

/// All routes together.
enum Routes {
    static func responder(
        _ store: ServedStore, _ limits: ServiceLimits, _ options: ServeOptions, _ log: Logger
    ) -> Responder {
        // The names come first, because a route tells the metrics and the metrics know the routes by name.
        let names = all(Service(store: store, metrics: Metrics(routes: []), options: limits, log: log))
            .map { "\($0.method.rawValue) \($0.path)" }
        let metrics = Metrics(routes: names)
        let table = RouteTable(all(Service(store: store, metrics: metrics, options: limits, log: log)))
        return Responder(
            table, hosts: HostCheck(allowed: options.allowedHost), metrics: metrics, maxRequests: options.maxRequests,
            log: log)
    }

    private static func all(_ service: Service) -> [Route] {
        service.lookupRoutes + service.healthRoutes + service.pageRoutes
    }
}
