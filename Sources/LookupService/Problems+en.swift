import AnswerRendering
import StrictJSON
import SystemSupport

struct EnglishProblems: ProblemSentences {
    func title(status: Int) -> String {
        switch status {
        case 400: "Bad request"
        case 403: "Forbidden"
        case 404: "Not found"
        case 405: "Method not allowed"
        case 413: "Too large"
        case 415: "Unsupported media type"
        case 422: "The list can't be judged"
        case 503: "Not available"
        default: "Internal fault"
        }
    }

    func detail(_ problem: Problem) -> String {
        let messages = Language.en.messages
        return switch problem {
        case .unknownParameter(let name, let known):
            known.isEmpty
                ? "unknown parameter “\(asSent(name))”: none is taken here"
                : "unknown parameter “\(asSent(name))”; known: \(known.joined(separator: ", "))"
        case .repeatedParameter(let name): "the parameter \(asSent(name)) stands twice"
        case .missingParameter(let name): "the parameter \(name) is missing"
        case .badEncoding:
            "what is asked is not UTF-8, or a % stands without two digits: send names in UTF-8, percent-encoded or as they are"
        case .noPlace: "give a village (with its township, if known) or an address"
        case .placeTwice: "give names or an address, not both"
        case .empty(let argument): messages.emptyArgument(argument)
        case .tooLong(let argument, let length, let limit):
            messages.argumentTooLong(argument, length: length, limit: limit)
        case .badLandType(let text): messages.unknownLandType(asSent(text))
        case .badDate(let text): messages.badDate(asSent(text))
        case .badGrade(let text): "“\(asSent(text))” is no grade: give 1, 2, 3 … or 一级, 二级 …"
        case .badValue(let parameter, let value, let allowed):
            "\(parameter) is “\(asSent(value))”; it takes \(allowed.joined(separator: ", "))"
        case .badJSON(let error): "the body is not JSON as it is taken here: \(asSent(error.description))"
        case .badShape(let place, let expected): "\(asSent(place)) has to be \(word(expected))"
        case .unknownMember(let place, let name): "\(asSent(place)) has an unknown member “\(asSent(name))”"
        case .tooManyQuestions(let limit): "more than \(limit) questions in one request"
        case .unknownCounty(let name): messages.unknownCounty(asSent(name))
        case .unknownTownship(let name): messages.unknownTownship(asSent(name))
        case .unknownPlace(let id): "no place has the id “\(asSent(id))”"
        case .notComparable(let error): Language.en.messages.comparison(error)
        case .unknownEdition(let id): "no edition “\(asSent(id))” is in the store"
        case .noEdition(let county, let date): messages.noEdition(county: county.map(asSent), date: date)
        case .notDefined(let landType): messages.notDefined(landType)
        case .noRoute: "there is nothing at this path; /openapi.json lists what there is"
        case .method(let allowed): "this path takes \(allowed.joined(separator: ", "))"
        case .mediaType(let allowed): "the body has to be one of: \(allowed.joined(separator: ", "))"
        case .foreignHost:
            "this service does not answer to that host name; landgrade serve --allowed-host NAME adds one"
        case .foreignOrigin:
            "a page of another site may not send anything here; open this service's own page, or call it from a program"
        case .badTarget: "the request target has to be a path"
        case .bodyTooLarge(let limit): "the body is larger than \(limit) bytes"
        case .bodyIncomplete: "the body ended early"
        case .badList(let sentence): sentence
        case .badUpload(let fault): word(fault)
        case .noStore: "there are no grades to answer from at the moment; /readyz says why"
        case .busy: "too much is asked at the moment; try again shortly"
        case .noRoom: "there is no room on the disk for a list of this size at the moment"
        case .fault: "something went wrong here; the log of the service says what"
        }
    }

    private func word(_ shape: Problem.Shape) -> String {
        switch shape {
        case .object: "an object"
        case .array: "an array"
        case .text: "a string"
        case .flag: "true or false"
        case .number: "a whole number"
        }
    }

    private func word(_ fault: Problem.UploadFault) -> String {
        switch fault {
        case .noBoundary: "multipart/form-data without a boundary"
        case .malformed: "the parts of the upload can't be told apart"
        case .encodedPart: "a part of the upload is in base64 or quoted-printable; send it as it is"
        case .noFile: "the upload has no part named list"
        case .twoFiles: "the upload has two parts named list"
        case .unknownField(let name): "the upload has an unknown part “\(asSent(name))”"
        case .fieldTooLong(let name): "the part \(asSent(name)) is too long"
        }
    }
}
