import Crypto
import GradeModel
import StrictJSON
import SystemSupport

/// `datapackage.json`: a Frictionless v1 tabular data package with our own member `landgrade` beside it.
struct DataPackage {
    static let format = "landgrade.edition/1"
    static let profile = "tabular-data-package"

    let id: EditionID
    let county: County
    let document: Document
    let rights: String?
    let resources: [DataResource]
    /// Members of the top level that are not ours (licenses, contributors …): kept by `seal`, and not checked.
    let extra: [JSONMember]

    private static let own = ["profile", "name", "title", "landgrade", "resources"]

    init(
        id: EditionID, county: County, document: Document, rights: String?, resources: [DataResource],
        extra: [JSONMember]
    ) {
        self.id = id
        self.county = county
        self.document = document
        self.rights = rights
        self.resources = resources
        self.extra = extra
    }

    /// Reads and judges the file by itself. `sealed` false leaves out what a change by hand breaks: layout, seal and
    /// the resources, all of which `seal` rewrites.
    init(_ bytes: [UInt8], sealed: Bool) throws(PackageError) {
        let root: JSONValue
        do throws(JSONError) {
            root = try JSONValue(parsing: bytes)
        } catch {
            throw PackageError(EditionFiles.descriptor, .json(error))
        }
        let top = try MemberReader(root)
        _ = try top.text("profile", .profile(Self.profile)) { $0 == Self.profile ? $0 : nil }
        let ours = try top.object("landgrade")
        let format = try ours.text("format", .text) { $0 }
        guard format == Self.format else { throw ours.error("format", .format(format)) }
        try ours.allow(["format", "id", "county", "document", "rights", "seal"])
        id = try ours.text("id", .editionID) { EditionID($0) }
        _ = try top.text("name", .same(id)) { [id] in $0 == id.text ? $0 : nil }
        county = try Self.county(try ours.object("county"))
        guard id.countyCode == county.code else {
            throw ours.error("id", .otherCounty(id: id.text, county: county.code))
        }
        document = try Self.document(try ours.object("document"))
        rights = try ours.optionalText("rights")
        extra = (root.members ?? []).filter { !Self.own.contains($0.key) }
        guard sealed else {
            resources = []
            return
        }
        resources = try DataResource.read(top)
        guard Array((root.text(pretty: true) + "\n").utf8) == bytes else {
            throw PackageError(EditionFiles.descriptor, .layout)
        }
        guard ours.value["seal"]?.string == Self.seal(root) else { throw ours.error("seal", .seal) }
    }

    private static func county(_ reader: MemberReader) throws(PackageError) -> County {
        try reader.allow(["code", "name", "province", "prefecture"])
        return County(
            code: try reader.text("code", .countyCode) { County.isCode($0) ? $0 : nil },
            name: try reader.name("name"), province: try reader.optionalName("province"),
            prefecture: try reader.optionalName("prefecture"))
    }

    private static func document(_ reader: MemberReader) throws(PackageError) -> Document {
        try reader.allow([
            "number", "registration", "title", "issuer", "issued", "publication", "effective", "expires",
            "factor_tables",
        ])
        let day = ExpectedValue.day(example: "2025-01-23")
        let document = Document(
            number: try reader.text("number"), registration: try reader.optionalText("registration"),
            title: try reader.text("title"), issuer: try reader.text("issuer"),
            issued: try reader.text("issued", day) { CalendarDate($0) },
            publication: try reader.optionalText("publication"),
            effective: try reader.optional("effective", day) { CalendarDate($0) },
            expires: try reader.optional("expires", day) { CalendarDate($0) },
            factorTables: try reader.optionalText("factor_tables"))
        if let expires = document.expires, expires < document.inForceFrom {
            throw reader.error(
                "expires", .value(expires.description, expected: .dayFrom(document.inForceFrom)))
        }
        return document
    }

    /// The whole file, sealed.
    var bytes: [UInt8] {
        let seal = Self.seal(value(seal: nil))
        return Array((value(seal: seal).text(pretty: true) + "\n").utf8)
    }

    private func value(seal: String?) -> JSONValue {
        let countyValue: JSONValue = [
            "code": .string(county.code), "name": .string(county.name), "province": .text(county.province),
            "prefecture": .text(county.prefecture),
        ]
        var documentMembers = [
            JSONMember("number", .string(document.number)), JSONMember("registration", .text(document.registration)),
            JSONMember("title", .string(document.title)), JSONMember("issuer", .string(document.issuer)),
            JSONMember("issued", .string(document.issued.description)),
            JSONMember("publication", .text(document.publication)),
        ]
        if let day = document.effective { documentMembers.append(JSONMember("effective", .string(day.description))) }
        if let day = document.expires { documentMembers.append(JSONMember("expires", .string(day.description))) }
        if let tables = document.factorTables { documentMembers.append(JSONMember("factor_tables", .string(tables))) }
        let ours = [
            JSONMember("format", .string(Self.format)), JSONMember("id", .string(id.text)),
            JSONMember("county", countyValue), JSONMember("document", .object(documentMembers)),
        ]
        let members = [
            JSONMember("profile", .string(Self.profile)), JSONMember("name", .string(id.text)),
            JSONMember("title", .string(document.title)),
            JSONMember(
                "landgrade",
                .object(
                    ours + (rights.map { [JSONMember("rights", .string($0))] } ?? [])
                        + [JSONMember("seal", .text(seal))])),
            JSONMember("resources", .array(resources.map(\.value))),
        ]
        return .object(members + extra)
    }

    /// The SHA-256 of the file's compact text without the seal. It guards against accidents, not against a forger:
    /// that is what a signed feed is for.
    private static func seal(_ root: JSONValue) -> String {
        let members = (root.members ?? []).map { member -> JSONMember in
            guard member.key == "landgrade", let inner = member.value.members else { return member }
            return JSONMember("landgrade", .object(inner.filter { $0.key != "seal" }))
        }
        return "sha256:" + hexSHA256(Array(JSONValue.object(members).text().utf8))
    }
}

/// 64 lower-case hex digits.
func hexSHA256(_ bytes: [UInt8]) -> String { hex(SHA256.hash(data: bytes)) }
