import Hummingbird
import HummingbirdCore
import LookupService

extension Service {
    /// Look-ups and lists.
    func addLookupRoutes(to router: Router<ServiceContext>) {
        router.get("/v1/lookup") { request, _ in
            try await answer(.question(request.parameters(Inquiry.questionParameters)), request)
        }
        router.get("/v1/value") { request, _ in
            try await answer(.value(request.parameters(Inquiry.valueParameters)), request)
        }
        router.get("/v1/townships") { request, _ in
            try await answer(.townships(request.parameters(Inquiry.townshipParameters)), request)
        }
        router.get("/v1/townships/{name}/villages") { request, context in
            let parameters = try request.parameters(Inquiry.villageParameters)
            return try await answer(.villages(of: context.captured("name"), parameters), request)
        }
        router.get("/v1/definitions") { request, _ in
            try await answer(.definitions(request.parameters(Inquiry.definitionParameters)), request)
        }
        router.get("/v1/editions") { request, _ in
            try await answer(.editions(request.parameters(Inquiry.editionParameters)), request)
        }
        router.get("/v1/editions/{a}/diff/{b}") { request, context in
            let parameters = try request.parameters(Inquiry.differenceParameters)
            return try await answer(
                .difference(context.captured("a"), context.captured("b"), parameters), request)
        }
    }
}
