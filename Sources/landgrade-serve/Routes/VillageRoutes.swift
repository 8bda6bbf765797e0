import AnswerRendering
import CommandSupport
import GradeModel
import HTTPTypes
import Hummingbird
import HummingbirdCore
import LookupService
import NIOPosix
import SystemSupport

/// The villages of a county, as data and as files for people.
extension Service {
    func addVillageRoutes(to router: Router<ServiceContext>) {
        router.get("/v1/villages") { [self] request, context in
            try await villages(request, context)
        }
    }

    private func villages(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let parameters = try request.parameters(Snapshot.villageListParameters)
        // By the address alone, which is what an answer is kept by.
        let language = try PageCall.language(parameters) ?? .zh
        let format = try Self.format(parameters)
        if format == .json {
            return try await answer(request, context, .villages(parameters))
        }
        guard case .villages(let filter, let county, let date) = try Inquiry.villages(parameters) else {
            throw Problem.fault
        }
        return try await keep(request, context) { snapshot in
            let list = try await apart {
                try snapshot.villageList(filter, county: county, asOf: date, in: language)
            }
            var response = WholeResponse(
                format == .xlsx ? try await workbook(list, language) : list.sheet.csv, format.mediaType)
            response.head.headerFields[.contentDisposition] =
                "attachment; filename=\"villages.\(format.rawValue)\"; filename*=UTF-8''"
                + PageLink.encoded(VillageList.name(filter, county: county, in: language)) + ".\(format.rawValue)"
            return response
        }
    }

    private static func format(_ parameters: QueryParameters) throws(Problem) -> VillageListFormat {
        guard let text = parameters["format"] else { return .json }
        guard let format = VillageListFormat(rawValue: text) else {
            throw .badValue(
                parameter: "format", value: text, allowed: VillageListFormat.allCases.map(\.rawValue))
        }
        return format
    }

    /// One after the other: each is a process of its own.
    private func workbook(_ list: VillageList, _ language: Language) async throws -> [UInt8] {
        guard VillageWorkbook.isOffered else { throw Problem.noWorkbooks }
        guard let turn = workbooks.take() else { throw Problem.busy }
        defer { withExtendedLifetime(turn) {} }
        return try await workbookWriter.runIfActive { try VillageWorkbook(list, in: language).bytes() }
    }
}

extension VillageListFormat {
    fileprivate var mediaType: String {
        switch self {
        case .json: MediaType.json
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
    }
}
