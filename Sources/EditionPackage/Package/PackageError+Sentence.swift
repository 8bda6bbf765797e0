import StrictJSON
public import SystemSupport
import TabularText

extension PackageError: Worded {
    /// `grades.csv, line 12, column grade: "三" is not a whole number from 1 to 20; write it in plain digits`. In Chinese is
    /// what a clerk meets when a package is written or named; what is about cells of the CSV files is in their own terms.
    public func sentence(in language: Language) -> Sentence {
        let sentence = problem.sentence(in: language)
        var place: Sentence = "\(excerpt: file, characters: 400)"
        switch problem {
        case .json(let error): return "\(file), \(error); correct it and run landgrade-publish seal"
        case .csv(let error): return "\(file), \(error)"
        // Who reads a package names its path.
        case .notFolder: return sentence
        case .folderNotEmpty, .notWritable:
            return language.pick(zh: "\(place)：\(sentence)", en: "\(place): \(sentence)")
        case .tooLarge, .packageTooLarge:
            return language.pick(zh: "内容过多，不是一个县的成果：\(place): \(sentence)", en: "\(place): \(sentence)")
        default: break
        }
        if let line { place += ", line \(line)" }
        if let column { place += line == nil ? ", \(column)" : ", column \(column)" }
        return "\(place): \(sentence)"
    }
}

extension PackageProblem: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .missing: "missing; a package needs it"
        case .unknownFile:
            "no file of an edition package; its files are \(EditionFiles.names.joined(separator: ", "))"
        case .notRegularFile: "not a regular file; put a copy of the file itself there"
        case .tooLarge(let limit): "larger than \(limit >> 20) MiB; this is not a table of one county"
        case .packageTooLarge(let limit):
            "all files together are larger than \(limit >> 20) MiB; this is not a package of one county"
        case .unreadable(let reason): "can't be read (\(reason))"
        case .notWritable(let reason): language.pick(zh: "写不了（\(reason)）", en: "can't be written (\(reason))")
        case .folderNotEmpty:
            language.pick(zh: "已有这个文件夹，而且不是空的；请换一个新文件夹", en: "exists and is not empty; name a new folder")
        case .notFolder:
            language.pick(
                zh: "是文件，成果包应为文件夹；原文件和核对工作簿（.xlsx）请用 landgrade-publish import 导入",
                en:
                    "a file, and a package is a folder; a document or a review workbook (.xlsx) goes to landgrade-publish import"
            )
        case .json(let error): "\(error)"
        case .csv(let error): "\(error)"
        case .header(let expected): "the header must be \(expected.joined(separator: ","))"
        case .layout: "not laid out as landgrade-publish seal writes it; after a change by hand, run it"
        case .format(let text):
            "\(quoted: text) is a format this version can't read; it reads \(DataPackage.format): update the program"
        case .missingMember: "missing"
        case .unknownMember(let name): "unknown member \(quoted: name); correct its name or take it out"
        case .size(let stated, let found): "\(found) bytes, datapackage.json says \(stated); \(Self.sealRemedy)"
        case .hash(let stated, let found):
            "its SHA-256 is \(found), datapackage.json says \(quoted: stated); \(Self.sealRemedy)"
        case .seal: "the seal does not fit what the file says; \(Self.sealRemedy)"
        case .resourceTwice: "named twice in datapackage.json; \(Self.sealRemedy)"
        case .unnamed: "stands in the package and datapackage.json does not name it; \(Self.sealRemedy)"
        case .empty: "empty; this cell needs a value"
        case .value(let text, let expected): "\(quoted: text) is not \(expected)"
        case .duplicate(let what, let line): "\(what) stands already in line \(line); keep one of them"
        case .otherCounty(let id, let county): "edition \(id) is not one of county \(county); correct one of them"
        case .noSuchTownship(let name): "\(name) is not in townships.csv; correct it or add it there"
        case .noSuchErratum(let id): "\(id) is not in errata.csv; correct it or add it there"
        case .noSuchVillage(let township, let village): "\(township) has no \(village) in grades.csv; correct the name"
        case .aliasIsVillage(let township, let alias):
            "\(alias) is itself a village of \(township) in grades.csv; an alias is a name no village holds"
        case .notInRow(let village, let row): "\(village) has no entry in \(row); correct the row"
        case .noDefinition(let landType): "definitions.csv does not define \(landType); add its definition"
        case .noPrice(let name): "prices.csv has no price of \(name), so there is nothing the rate is for; take it out"
        case .order(let expected): "the order must count 1, 2, 3 down the file, here \(expected)"
        case .erratumMissing: "held and printed differ (in grade or in name) and no erratum is given; name one"
        case .erratumNeedless(let id):
            "held and printed agree, so \(id) has nothing to say here; take it out or correct the entry"
        case .erratumRejected(let id): "\(id) is rejected, so what is printed must be held here; correct the entry"
        case .wholeTownshipMixed(let township, let line):
            """
            \(township) is graded as a whole in one line and by villages in another (first in line \(line)); \
            write a line for each of its villages, or one for the township alone
            """
        case .wholeVillageMixed(let village, let line):
            """
            \(village) is graded as a whole in one line and by parts in another (first in line \(line)); \
            write a line for each of its parts, or one for the village alone
            """
        case .withoutVillage: "must be empty where village is: the line is about the township as a whole"
        case .kindDiffers(let line): "the same village has another kind in line \(line); a village has one kind"
        }
    }

    private static let sealRemedy: Sentence =
        "after a change by hand, run landgrade-publish seal; otherwise get a whole copy"
}
