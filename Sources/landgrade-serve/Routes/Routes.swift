import Hummingbird
import HummingbirdCore
import Logging
import LookupService

/// All routes together, behind the middleware of all.
enum Routes {
    static func router(
        _ store: ServedStore, _ limits: ServiceLimits, _ options: ServeOptions, _ log: Logger
    ) -> Router<ServiceContext> {
        let metrics = Metrics()
        let requests = Turns(options.maxRequests)
        let service = Service(store, metrics, requests, limits, log)
        let router = Router(context: ServiceContext.self, options: .autoGenerateHeadEndpoints)
        router.addMiddleware {
            RequestRecord(metrics: metrics, log: log)
            AnswerHeaders()
            ProblemAnswers(log: log) { problem, request in service.page(problem, request) }
            RequestLimit(requests: requests, metrics: metrics)
            RequestChecks([
                HostCheck(allowed: options.allowedHost), TargetCheck(),
                OriginCheck(allowed: options.allowedHost, reconciling: options.allowOrigin),
            ])
        }
        service.addLookupRoutes(to: router)
        service.addVillageRoutes(to: router)
        service.addListRoutes(to: router)
        service.addReconcileRoutes(to: router)
        service.addHealthRoutes(to: router)
        service.addPageRoutes(to: router)
        service.addMapRoutes(to: router)
        service.addFileRoutes(to: router)
        // Behind every route: only what none of them answers comes here.
        router.add(middleware: NoRoute(router.routes))
        return router
    }
}
