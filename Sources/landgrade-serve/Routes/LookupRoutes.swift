import LookupService

extension Service {
    /// Look-ups and lists.
    var lookupRoutes: [Route] {
        [
            .get("/v1/lookup") { call in
                try await answer(.question(call.parameters(Inquiry.questionParameters)), call)
            },
            .get("/v1/townships") { call in
                try await answer(.townships(call.parameters(Inquiry.townshipParameters)), call)
            },
            .get("/v1/townships/{name}/villages") { call in
                let parameters = try call.parameters(Inquiry.villageParameters)
                return try await answer(.villages(of: call.captures[0], parameters), call)
            },
            .get("/v1/definitions") { call in
                try await answer(.definitions(call.parameters(Inquiry.definitionParameters)), call)
            },
            .get("/v1/editions") { call in
                try await answer(.editions(call.parameters(Inquiry.editionParameters)), call)
            },
            .get("/v1/editions/{a}/diff/{b}") { call in
                let parameters = try call.parameters(Inquiry.differenceParameters)
                return try await answer(.difference(call.captures[0], call.captures[1], parameters), call)
            },
        ]
    }
}
