import Hummingbird
import HummingbirdCore
import Logging
import LookupService

/// All routes together, and what holds for all of them.
enum Routes {
    static func responder(
        _ store: ServedStore, _ limits: ServiceLimits, _ options: ServeOptions, _ log: Logger
    ) -> ServiceResponder {
        let metrics = Metrics()
        let requests = Turns(options.maxRequests)
        let service = Service(store, metrics, requests, limits, log)
        let router = Router(context: ServiceContext.self, options: .autoGenerateHeadEndpoints)
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
        return ServiceResponder(
            router: router.buildResponder(), service: service,
            limit: RequestLimit(requests: requests, metrics: metrics),
            host: HostCheck(allowed: options.allowedHost), target: TargetCheck(),
            origin: OriginCheck(allowed: options.allowedHost, reconciling: options.allowOrigin),
            problems: ProblemAnswers(log: log) { problem, request in service.page(problem, request) },
            headers: AnswerHeaders(), record: RequestRecord(metrics: metrics, log: log))
    }
}
