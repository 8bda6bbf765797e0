import Hummingbird
import HummingbirdCore
import LookupService

extension Service {
    /// Look-ups and lists. What each of them answers depends on the address and on the generation alone.
    func addLookupRoutes(to router: Router<ServiceContext>) {
        router.get("/v1/lookup") { request, _ in
            try await answer(request) { request throws(Problem) in
                try .question(request.parameters(Inquiry.questionParameters))
            }
        }
        router.get("/v1/value") { request, _ in
            try await answer(request) { request throws(Problem) in
                try .value(request.parameters(Inquiry.valueParameters))
            }
        }
        router.get("/v1/history") { request, _ in
            try await answer(request) { request throws(Problem) in
                try .history(request.parameters(Inquiry.historyParameters))
            }
        }
        router.get("/v1/townships") { request, _ in
            try await answer(request) { request throws(Problem) in
                try .townships(request.parameters(Inquiry.townshipParameters))
            }
        }
        router.get("/v1/townships/{name}/villages") { request, context in
            try await answer(request) { request throws(Problem) in
                let parameters = try request.parameters(Inquiry.townshipVillageParameters)
                return try .villages(of: context.captured("name"), parameters)
            }
        }
        router.get("/v1/definitions") { request, _ in
            try await answer(request) { request throws(Problem) in
                try .definitions(request.parameters(Inquiry.definitionParameters))
            }
        }
        router.get("/v1/editions") { request, _ in
            try await answer(request) { request throws(Problem) in
                try .editions(request.parameters(Inquiry.editionParameters))
            }
        }
        router.get("/v1/editions/{a}/diff/{b}") { request, context in
            try await answer(request) { request throws(Problem) in
                let parameters = try request.parameters(Inquiry.differenceParameters)
                return try .difference(context.captured("a"), context.captured("b"), parameters)
            }
        }
    }
}
