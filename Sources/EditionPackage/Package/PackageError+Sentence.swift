import StrictJSON
public import SystemSupport
import TabularText

extension PackageError: Worded {
    /// `grades.csv, line 12, column grade: "三" is not a whole number from 1 to 20; write it in plain digits`.
    public func sentence(in language: Language) -> Sentence {
        let sentence = problem.sentence(in: language)
        let file: Sentence = "\(excerpt: file, characters: 400)"
        switch problem {
        // Who reads a package names its path.
        case .notFolder: return sentence
        case .json:
            return language.pick(
                zh: "\(file)\(sentence)；请改正，再运行 landgrade-publish seal",
                en: "\(file), \(sentence); correct it and run landgrade-publish seal")
        case .csv: return language.pick(zh: "\(file)：\(sentence)", en: "\(file), \(sentence)")
        case .tooLarge, .packageTooLarge: return language.pick(zh: "\(file)：\(sentence)", en: "\(file): \(sentence)")
        default: break
        }
        var place = file
        if let line { place += language.pick(zh: "第\(line)行", en: ", line \(line)") }
        if let column {
            place +=
                line == nil
                ? language.pick(zh: "的\(column)", en: ", \(column)")
                : language.pick(zh: "\(column)列", en: ", column \(column)")
        }
        return language.pick(zh: "\(place)：\(sentence)", en: "\(place): \(sentence)")
    }
}

extension PackageProblem: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .missing: language.pick(zh: "没有这个文件；成果包须有", en: "missing; a package needs it")
        case .unknownFile:
            language.pick(
                zh: "不是成果包的文件；成果包的文件有\(EditionFiles.names.joined(separator: "、"))",
                en: "no file of an edition package; its files are \(EditionFiles.names.joined(separator: ", "))")
        case .notRegularFile:
            language.pick(zh: "不是普通文件；请放入文件本身的副本", en: "not a regular file; put a copy of the file itself there")
        case .tooLarge(let limit):
            language.pick(
                zh: "超过\(limit >> 20) MiB，不是一个县的表",
                en: "larger than \(limit >> 20) MiB; this is not a table of one county"
            )
        case .packageTooLarge(let limit):
            language.pick(
                zh: "全部文件合计超过\(limit >> 20) MiB，不是一个县的成果",
                en: "all files together are larger than \(limit >> 20) MiB; this is not a package of one county")
        case .unreadable(let reason):
            language.pick(zh: "读不了（\(SystemWords.chinese(reason))）", en: "can't be read (\(reason))")
        case .notWritable(let reason):
            language.pick(zh: "写不了（\(SystemWords.chinese(reason))）", en: "can't be written (\(reason))")
        case .folderNotEmpty:
            language.pick(zh: "已有这个文件夹，而且不是空的；请换一个新文件夹", en: "exists and is not empty; name a new folder")
        case .notFolder:
            language.pick(
                zh: "是文件，成果包应为文件夹；原文件和核对工作簿（.xlsx）请用 landgrade-publish import 导入",
                en:
                    "a file, and a package is a folder; a document or a review workbook (.xlsx) goes to landgrade-publish import"
            )
        case .json(let error): error.sentence(in: language)
        case .csv(let error): error.sentence(in: language)
        case .header(let expected):
            language.pick(
                zh: "表头须为\(expected.joined(separator: ","))",
                en: "the header must be \(expected.joined(separator: ","))")
        case .layout:
            language.pick(
                zh: "与 landgrade-publish seal 写出的排列不同；手工改动后，请运行 landgrade-publish seal",
                en: "not laid out as landgrade-publish seal writes it; after a change by hand, run it")
        case .format(let text):
            language.pick(
                zh: "“\(excerpt: text)”是本版程序读不了的格式，能读的是\(DataPackage.format)；请更新程序",
                en:
                    "\(quoted: text) is a format this version can't read; it reads \(DataPackage.format): update the program"
            )
        case .missingMember: language.pick(zh: "没有写", en: "missing")
        case .unknownMember(let name):
            language.pick(
                zh: "没有“\(excerpt: name)”这一项；请改正名称或删去",
                en: "unknown member \(quoted: name); correct its name or take it out")
        case .size(let stated, let found):
            language.pick(
                zh: "\(found)字节，datapackage.json 所写为\(stated)字节；\(Self.sealRemedy(language))",
                en: "\(found) bytes, datapackage.json says \(stated); \(Self.sealRemedy(language))")
        case .hash(let stated, let found):
            language.pick(
                zh: "SHA-256 为\(found)，datapackage.json 所写为“\(excerpt: stated)”；\(Self.sealRemedy(language))",
                en:
                    "its SHA-256 is \(found), datapackage.json says \(quoted: stated); \(Self.sealRemedy(language))")
        case .seal:
            language.pick(
                zh: "封装值与文件内容不符；\(Self.sealRemedy(language))",
                en: "the seal does not fit what the file says; \(Self.sealRemedy(language))")
        case .resourceTwice:
            language.pick(
                zh: "datapackage.json 中写了两次；\(Self.sealRemedy(language))",
                en: "named twice in datapackage.json; \(Self.sealRemedy(language))")
        case .unnamed:
            language.pick(
                zh: "在成果包中，datapackage.json 没有写到；\(Self.sealRemedy(language))",
                en: "stands in the package and datapackage.json does not name it; \(Self.sealRemedy(language))")
        case .empty: language.pick(zh: "是空的；这一格必须填写", en: "empty; this cell needs a value")
        case .value(let text, let expected):
            language.pick(
                zh: "“\(excerpt: text)”不行，须为\(expected.sentence(in: language))",
                en: "\(quoted: text) is not \(expected.sentence(in: language))")
        case .duplicate(let what, let line):
            language.pick(
                zh: "\(what)在第\(line)行已有；只留一行", en: "\(what) stands already in line \(line); keep one of them")
        case .otherCounty(let id, let county):
            language.pick(
                zh: "成果版本\(id)不属于县\(county)；请改正其中之一",
                en: "edition \(id) is not one of county \(county); correct one of them"
            )
        case .noSuchTownship(let name):
            language.pick(
                zh: "townships.csv 中没有\(name)；请改正，或在该表中补上",
                en: "\(name) is not in townships.csv; correct it or add it there")
        case .noSuchErratum(let id):
            language.pick(
                zh: "errata.csv 中没有\(id)；请改正，或在该表中补上", en: "\(id) is not in errata.csv; correct it or add it there")
        case .noSuchVillage(let township, let village):
            language.pick(
                zh: "grades.csv 中\(township)没有\(village)；请改正名称",
                en: "\(township) has no \(village) in grades.csv; correct the name")
        case .aliasIsVillage(let township, let alias):
            language.pick(
                zh: "\(alias)本身就是 grades.csv 中\(township)的村；别名不能是已有的村名",
                en: "\(alias) is itself a village of \(township) in grades.csv; an alias is a name no village holds")
        case .notInRow(let village, let row):
            language.pick(zh: "\(row)中没有\(village)；请改正行号", en: "\(village) has no entry in \(row); correct the row")
        case .noDefinition(let landType):
            language.pick(
                zh: "definitions.csv 中没有 \(landType) 的内涵；请补上",
                en: "definitions.csv does not define \(landType); add its definition")
        case .noPrice(let name):
            language.pick(
                zh: "prices.csv 中没有 \(name) 的价格，还原率没有用处；请删去",
                en: "prices.csv has no price of \(name), so there is nothing the rate is for; take it out")
        case .order(let expected):
            language.pick(
                zh: "顺序须自上而下为1、2、3……，此处应为\(expected)",
                en: "the order must count 1, 2, 3 down the file, here \(expected)")
        case .erratumMissing:
            language.pick(
                zh: "所采与所印不同（级别或名称），没有写勘误编号；请写明",
                en: "held and printed differ (in grade or in name) and no erratum is given; name one")
        case .erratumNeedless(let id):
            language.pick(
                zh: "所采与所印相同，不需要\(id)；请删去编号，或改正这一条",
                en: "held and printed agree, so \(id) has nothing to say here; take it out or correct the entry")
        case .erratumRejected(let id):
            language.pick(
                zh: "\(id)已否定，此处必须采用所印的内容；请改正这一条",
                en: "\(id) is rejected, so what is printed must be held here; correct the entry")
        case .wholeTownshipMixed(let township, let line):
            language.pick(
                zh: "\(township)有的行按整个乡镇定级，有的行按村定级（最早见第\(line)行）；请改为各村一行，或只写乡镇一行",
                en: """
                    \(township) is graded as a whole in one line and by villages in another (first in line \(line)); \
                    write a line for each of its villages, or one for the township alone
                    """)
        case .wholeVillageMixed(let village, let line):
            language.pick(
                zh: "\(village)有的行按整个村定级，有的行按部分定级（最早见第\(line)行）；请改为各部分一行，或只写村一行",
                en: """
                    \(village) is graded as a whole in one line and by parts in another (first in line \(line)); \
                    write a line for each of its parts, or one for the village alone
                    """)
        case .withoutVillage:
            language.pick(
                zh: "没有写村的行是整个乡镇的，这一格必须空着",
                en: "must be empty where village is: the line is about the township as a whole")
        case .kindDiffers(let line):
            language.pick(
                zh: "同一个村在第\(line)行是另一类别；一个村只有一种类别",
                en: "the same village has another kind in line \(line); a village has one kind")
        }
    }

    private static func sealRemedy(_ language: Language) -> Sentence {
        language.pick(
            zh: "手工改动过的，请运行 landgrade-publish seal；没有改动过的，请重新取得完整的成果包",
            en: "after a change by hand, run landgrade-publish seal; otherwise get a whole copy")
    }
}
