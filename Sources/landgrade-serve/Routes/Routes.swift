import Logging
import LookupService

/// All routes together.
enum Routes {
    static func responder(
        _ store: ServedStore, _ limits: ServiceLimits, _ options: ServeOptions, _ log: Logger
    ) -> Responder {
        let metrics = Metrics()
        let service = Service(store, metrics, limits, log)
        let table = RouteTable(all(service))
        return Responder(
            table, hosts: HostCheck(allowed: options.allowedHost),
            origins: OriginCheck(allowed: options.allowedHost, reconciling: options.allowOrigin), metrics: metrics,
            maxRequests: options.maxRequests, maxBody: limits.list, log: log,
            problemPage: { problem, request in service.page(problem, request) })
    }

    private static func all(_ service: Service) -> [Route] {
        service.lookupRoutes + service.listRoutes + service.reconcileRoutes + service.healthRoutes + service.pageRoutes
            + service.fileRoutes
    }
}
