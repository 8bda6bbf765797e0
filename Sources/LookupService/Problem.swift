public import AnswerRendering
public import GradeModel
public import StrictJSON
public import SystemSupport

/// Why a request gets no answer.
public enum Problem: Error, Hashable, Sendable {
    // What was asked.
    case unknownParameter(String, known: [String])
    case repeatedParameter(String)
    case missingParameter(String)
    /// A `%` without two digits, or bytes that are no UTF-8.
    case badEncoding
    /// Neither a village nor an address.
    case noPlace
    /// Names and an address.
    case placeTwice
    case empty(ArgumentName)
    case tooLong(ArgumentName, length: Int, limit: Int)
    case badLandType(String)
    case badDate(String)
    case badGrade(String)
    case badArea(String, LandArea.Fault)
    /// A parameter with a closed list of values.
    case badValue(parameter: String, value: String, allowed: [String])
    case badJSON(JSONError)
    /// JSON of another shape; `at` is where, as `questions[3].village`.
    case badShape(at: String, expected: Shape)
    case unknownMember(at: String, String)
    case tooManyQuestions(limit: Int)
    // What is asked for is not there.
    /// `known`: those there are, where they are few enough to be named.
    case unknownCounty(String, known: [String] = [])
    case unknownTownship(String, known: [String] = [])
    case unknownPlace(String)
    /// No layer of villages is a map of the county; those that have one.
    case noMap(county: String, mapped: [String])
    /// None of the layers of villages is a map of a county, and why.
    case noMaps([Remark])
    case unknownEdition(String)
    /// Two editions of different counties.
    case notComparable(ComparisonError)
    case noEdition(county: String?, date: CalendarDate?)
    case notDefined(LandType)
    // How it was asked.
    case noRoute
    case method(allowed: [String])
    case mediaType(allowed: [String])
    case foreignHost
    /// A page of another site sends something.
    case foreignOrigin
    case badTarget
    case bodyTooLarge(limit: Int)
    case bodyIncomplete
    // A list that can't be judged: the sentence is that of the error.
    case badList(Remark)
    case badUpload(UploadFault)
    // The service.
    case noStore
    case busy
    /// Workbooks are written by a program that is not installed beside this one.
    case noWorkbooks
    /// Only a list from a database can go out as one.
    case noDatabase
    /// The disk that large lists are taken in on is full.
    case noRoom
    case fault

    /// What was expected of a JSON value.
    public enum Shape: Hashable, Sendable {
        case object, array, text, flag, number
        /// Text, where this number stands; and text with a unit.
        case quoted(String), area(String)
    }

    /// What is wrong with a multipart upload.
    public enum UploadFault: Hashable, Sendable {
        case noBoundary, malformed, noFile, twoFiles
        /// A part in base64 or quoted-printable.
        case encodedPart
        case unknownField(String), fieldTooLong(String)
    }

    /// The HTTP status.
    public var status: Int {
        switch self {
        case .unknownParameter, .repeatedParameter, .missingParameter, .badEncoding, .noPlace, .placeTwice, .empty,
            .tooLong, .badLandType, .badDate, .badGrade, .badArea, .badValue, .badJSON, .badShape, .unknownMember,
            .foreignHost,
            .badTarget, .bodyIncomplete, .badUpload, .notComparable:
            400
        case .foreignOrigin: 403
        case .unknownCounty, .unknownTownship, .unknownPlace, .unknownEdition, .noEdition, .notDefined, .noRoute,
            .noMap, .noMaps:
            404
        case .method: 405
        case .tooManyQuestions, .bodyTooLarge: 413
        case .mediaType: 415
        case .badList: 422
        case .fault: 500
        case .noWorkbooks: 501
        case .noStore, .busy, .noRoom: 503
        case .noDatabase: 422
        }
    }

    /// The last part of the problem's type: stable, for programs.
    public var name: String {
        switch self {
        case .unknownParameter: "unknown-parameter"
        case .repeatedParameter: "repeated-parameter"
        case .missingParameter: "missing-parameter"
        case .badEncoding: "bad-encoding"
        case .noPlace: "no-place"
        case .placeTwice: "place-twice"
        case .empty: "empty-value"
        case .tooLong: "too-long"
        case .badLandType: "bad-land-type"
        case .badDate: "bad-date"
        case .badGrade: "bad-grade"
        case .badArea: "bad-area"
        case .badValue: "bad-value"
        case .badJSON: "bad-json"
        case .badShape: "bad-shape"
        case .unknownMember: "unknown-member"
        case .tooManyQuestions: "too-many-questions"
        case .unknownCounty: "unknown-county"
        case .unknownTownship: "unknown-township"
        case .unknownPlace: "unknown-place"
        case .unknownEdition: "unknown-edition"
        case .noMap, .noMaps: "no-map"
        case .notComparable: "not-comparable"
        case .noEdition: "no-edition"
        case .notDefined: "not-defined"
        case .noRoute: "not-found"
        case .method: "method-not-allowed"
        case .mediaType: "unsupported-media-type"
        case .foreignHost: "foreign-host"
        case .foreignOrigin: "foreign-origin"
        case .badTarget: "bad-target"
        case .bodyTooLarge: "too-large"
        case .bodyIncomplete: "incomplete-body"
        case .badList: "bad-list"
        case .badUpload: "bad-upload"
        case .noStore: "no-store"
        case .busy: "busy"
        case .noWorkbooks: "no-workbooks"
        case .noDatabase: "no-database"
        case .noRoom: "no-room"
        case .fault: "fault"
        }
    }

    /// RFC 9457.
    ///
    /// - Parameter surface: where the sentence will be read: a page's own script asks for that of a page.
    public func json(in language: Language, on surface: Surface = .interface) -> JSONValue {
        [
            "type": .string("urn:landgrade:problem:\(name)"), "title": .string(title(in: language).text(on: surface)),
            "status": .integer(status), "detail": .string(sentence(in: language).text(on: surface)),
        ]
    }
}
