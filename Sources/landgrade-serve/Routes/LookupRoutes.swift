import Hummingbird
import HummingbirdCore
import LookupService

extension Service {
    /// Look-ups and lists. What each of them answers depends on the address and on the generation alone.
    func addLookupRoutes(to router: Router<ServiceContext>) {
        router.get("/v1/lookup") { [self] request, context in
            try await answer(request, context, .question(request.parameters(Inquiry.questionParameters)))
        }
        router.get("/v1/value") { [self] request, context in
            try await answer(request, context, .value(request.parameters(Inquiry.valueParameters)))
        }
        router.get("/v1/history") { [self] request, context in
            try await answer(request, context, .history(request.parameters(Inquiry.historyParameters)))
        }
        router.get("/v1/townships") { [self] request, context in
            try await answer(request, context, .townships(request.parameters(Inquiry.townshipParameters)))
        }
        router.get("/v1/townships/{name}/villages") { [self] request, context in
            let parameters = try request.parameters(Inquiry.townshipVillageParameters)
            return try await answer(request, context, .villages(of: context.captured("name"), parameters))
        }
        router.get("/v1/definitions") { [self] request, context in
            try await answer(request, context, .definitions(request.parameters(Inquiry.definitionParameters)))
        }
        router.get("/v1/editions") { [self] request, context in
            try await answer(request, context, .editions(request.parameters(Inquiry.editionParameters)))
        }
        router.get("/v1/editions/{a}/diff/{b}") { [self] request, context in
            let parameters = try request.parameters(Inquiry.differenceParameters)
            return try await answer(
                request, context, .difference(context.captured("a"), context.captured("b"), parameters))
        }
    }
}
