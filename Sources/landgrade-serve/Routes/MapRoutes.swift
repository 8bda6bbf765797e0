import AnswerRendering
import GradeLookup
import GradeModel
import Hummingbird
import LookupService
import SystemSupport

/// The page of maps, where the operator named layers of villages.
extension Service {
    func addMapRoutes(to router: Router<ServiceContext>) {
        guard store.hasLayers else { return }
        page(router, "/map", .browse, ["county", "land_type", "as_of", "township", "village"], Self.map)
    }

    private static func map(_ call: PageCall) throws -> Page {
        let date = try call.date()
        let landType = try Inquiry.landTypeNamed(call["land_type"])
        let marked = try call["village"].map { village in
            MarkedVillage(
                township: try call["township"].map { try Inquiry.checked($0, .township) },
                village: try Inquiry.checked(village, .village))
        }
        let county = try county(call)
        return CountyMapPage(county, of: call.snapshot.mappedCounties, landType, asOf: date, marking: marked)
            .page(try call.snapshot.map(of: county, asOf: date), in: call.frame)
    }

    /// The one asked for, else the first that has a map.
    private static func county(_ call: PageCall) throws -> County {
        let mapped = call.snapshot.mappedCounties
        guard let first = mapped.first else {
            throw Problem.noMaps(call.snapshot.mapFaults.prefix(5).map { Remark($0) })
        }
        guard let word = call["county"] else { return first }
        let named = try call.snapshot.list { generation in
            let listing = Listing(generation)
            let named = try listing.counties(word)
            guard !named.isEmpty else {
                throw Problem.unknownCounty(word, known: try listing.fewCounties.map(\.name))
            }
            return named
        }
        guard let county = named.first(where: { call.snapshot.hasMap(of: $0) }) else {
            throw Problem.noMap(county: named[0].name, mapped: mapped.prefix(20).map(\.name))
        }
        return county
    }
}
