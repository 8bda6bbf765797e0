import AnswerRendering
import StrictJSON
public import SystemSupport

extension Problem: Worded {
    /// One sentence, or two: what is wrong, and what would be right.
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .unknownParameter(let name, let known):
            language.pick(
                zh: known.isEmpty
                    ? "未知参数“\(name, columns: 60)”：此处不接受参数"
                    : "未知参数“\(name, columns: 60)”；可用参数：\(known.joined(separator: "、"))",
                en: known.isEmpty
                    ? "unknown parameter “\(name, columns: 60)”: none is taken here"
                    : "unknown parameter “\(name, columns: 60)”; known: \(known.joined(separator: ", "))")
        case .repeatedParameter(let name):
            language.pick(zh: "参数 \(name, columns: 60) 重复", en: "the parameter \(name, columns: 60) stands twice")
        case .missingParameter(let name): language.pick(zh: "缺少参数 \(name)", en: "the parameter \(name) is missing")
        case .badEncoding:
            language.pick(
                zh: "请求内容不是 UTF-8（可能是 GBK），或“%”后不是两位十六进制数；请用 UTF-8 发送，百分号编码与否均可",
                en:
                    "what is asked is not UTF-8, or a % stands without two digits: send names in UTF-8, percent-encoded or as they are"
            )
        case .noPlace:
            language.pick(zh: "请给出村名（最好连同乡镇）或地址", en: "give a village (with its township, if known) or an address")
        case .placeTwice: language.pick(zh: "地名与地址只能给出一种", en: "give names or an address, not both")
        case .empty(let argument): Notice.emptyArgument(argument).sentence(in: language)
        case .tooLong(let argument, let length, let limit):
            Notice.argumentTooLong(argument, length: length, limit: limit).sentence(in: language)
        case .badLandType(let text): Notice.unknownLandType(text).sentence(in: language)
        case .badDate(let text): Notice.badDate(text).sentence(in: language)
        case .badGrade(let text):
            language.pick(
                zh: "“\(text, columns: 60)”不是级别：请用 1、2、3 … 或 一级、二级 …",
                en: "“\(text, columns: 60)” is no grade: give 1, 2, 3 … or 一级, 二级 …")
        case .badArea(let text, let fault): Notice.badArea(text, fault).sentence(in: language)
        case .badValue(let parameter, let value, let allowed):
            language.pick(
                zh: "\(parameter) 的值“\(value, columns: 60)”无效；可用：\(allowed.joined(separator: "、"))",
                en: "\(parameter) is “\(value, columns: 60)”; it takes \(allowed.joined(separator: ", "))")
        case .badJSON(let error):
            language.pick(
                zh: "正文不是此处接受的 JSON：\(error.description, columns: 60)",
                en: "the body is not JSON as it is taken here: \(error.description, columns: 60)")
        case .badShape(let place, let expected):
            language.pick(
                zh: "\(place, columns: 60) 应为\(expected.sentence(in: language))",
                en: "\(place, columns: 60) has to be \(expected.sentence(in: language))")
        case .unknownMember(let place, let name):
            language.pick(
                zh: "\(place, columns: 60) 含有未知成员“\(name, columns: 60)”",
                en: "\(place, columns: 60) has an unknown member “\(name, columns: 60)”")
        case .tooManyQuestions(let limit):
            language.pick(zh: "一次请求最多 \(limit) 个问题", en: "more than \(limit) questions in one request")
        case .unknownCounty(let name, let known):
            known.isEmpty
                ? Notice.unknownCounty(name).sentence(in: language)
                : language.pick(
                    zh: "没有收录“\(name, columns: 60)”这个县。可用：\(known.joined(separator: "、"))。",
                    en: "No county “\(name, columns: 60)” is held. There are: \(known.joined(separator: ", ")).")
        case .unknownTownship(let name, let known):
            Notice.unknownTownship(name).sentence(in: language)
                + (known.isEmpty
                    ? ""
                    : language.pick(
                        zh: "可用：\(known.joined(separator: "、"))。", en: " There are: \(known.joined(separator: ", "))."))
        case .unknownPlace(let id):
            language.pick(zh: "没有标识为“\(id, columns: 60)”的地方", en: "no place has the id “\(id, columns: 60)”")
        case .noMap(let county, let mapped):
            language.pick(
                zh: "没有“\(county, columns: 60)”的地图。有地图的县：\(mapped.joined(separator: "、"))。",
                en:
                    "There is no map of “\(county, columns: 60)”. Counties that have one: \(mapped.joined(separator: ", "))."
            )
        case .noMaps(let reasons):
            language.pick(zh: "没有地图。", en: "There is no map. ")
                + reasons.map { $0.sentence(in: language) }.joined(separator: language.pick(zh: "；", en: "; "))
        case .notComparable(let error): error.sentence(in: language)
        case .unknownEdition(let id):
            language.pick(zh: "库中没有成果版本“\(id, columns: 60)”", en: "no edition “\(id, columns: 60)” is in the store")
        case .noEdition(let county, let date): Notice.noEdition(county: county, date: date).sentence(in: language)
        case .notDefined(let landType): Notice.notDefined(landType).sentence(in: language)
        case .noRoute:
            language.pick(
                zh: "页面不存在，请返回首页；接口说明见 /docs",
                en: "there is no such page; go back to the first one (/docs describes the interface)")
        case .method(let allowed):
            language.pick(
                zh: "此路径只接受 \(allowed.joined(separator: "、"))",
                en: "this path takes \(allowed.joined(separator: ", "))")
        case .mediaType(let allowed):
            language.pick(
                zh: "正文类型应为：\(allowed.joined(separator: "、"))",
                en: "the body has to be one of: \(allowed.joined(separator: ", "))")
        case .foreignOrigin:
            language.pick(
                zh: "不接受其他网站的页面发来的内容；请打开本服务自己的页面，或由程序调用",
                en:
                    "a page of another site may not send anything here; open this service's own page, or call it from a program"
            )
        case .foreignHost:
            language.pick(
                zh: "本服务不以该主机名应答；用 landgrade serve --allowed-host 名称 添加",
                en: "this service does not answer to that host name; landgrade serve --allowed-host NAME adds one")
        case .badTarget: language.pick(zh: "请求目标应为路径", en: "the request target has to be a path")
        case .bodyTooLarge(let limit):
            language.pick(zh: "正文超过 \(limit) 字节", en: "the body is larger than \(limit) bytes")
        case .bodyIncomplete: language.pick(zh: "正文提前结束", en: "the body ended early")
        case .badList(let remark): remark.sentence(in: language)
        case .badUpload(let fault): fault.sentence(in: language)
        case .noStore:
            language.pick(
                zh: "目前没有可供查询的级别数据；原因见 /readyz",
                en: "there are no grades to answer from at the moment; /readyz says why")
        case .busy: language.pick(zh: "目前请求过多，请稍后再试", en: "too much is asked at the moment; try again shortly")
        case .noWorkbooks:
            language.pick(
                zh: "本服务未安装 landgrade-workbook，不能生成 XLSX 工作簿；请改为下载 CSV",
                en: "landgrade-workbook, which writes XLSX, is not installed beside this service; take CSV")
        case .noDatabase:
            language.pick(
                zh: "只有 GeoPackage 或 SQLite 清单才能下载为它的副本；请改为下载工作簿或 CSV",
                en: "only a list from a GeoPackage or SQLite file can go out as a copy of it; take a workbook or CSV")
        case .noRoom:
            language.pick(
                zh: "磁盘空间不足，暂时无法接收这么大的清单",
                en: "there is no room on the disk for a list of this size at the moment")
        case .fault:
            language.pick(zh: "服务内部出错，详情见服务日志", en: "something went wrong here; the log of the service says what")
        }
    }

    /// Of the HTTP status.
    func title(in language: Language) -> Sentence {
        switch status {
        case 400: language.pick(zh: "请求有误", en: "Bad request")
        case 403: language.pick(zh: "不允许", en: "Forbidden")
        case 404: language.pick(zh: "没有找到", en: "Not found")
        case 405: language.pick(zh: "方法不允许", en: "Method not allowed")
        case 413: language.pick(zh: "内容过大", en: "Too large")
        case 415: language.pick(zh: "不支持的内容类型", en: "Unsupported media type")
        case 422: language.pick(zh: "无法核对该清单", en: "The list can't be judged")
        case 501: language.pick(zh: "未安装该功能", en: "Not installed")
        case 503: language.pick(zh: "暂时无法服务", en: "Not available")
        default: language.pick(zh: "内部错误", en: "Internal fault")
        }
    }
}

extension Problem.Shape: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .object: language.pick(zh: "对象", en: "an object")
        case .array: language.pick(zh: "数组", en: "an array")
        case .text: language.pick(zh: "字符串", en: "a string")
        case .quoted(let number):
            language.pick(
                zh: "字符串：请写作 \"\(number, columns: 40)\"", en: "a string: write \"\(number, columns: 40)\"")
        case .area(let number):
            language.pick(
                zh: "字符串，写明数和单位，如 \"\(number, columns: 40)亩\"",
                en: "a string of the number and its unit, as \"\(number, columns: 40)亩\"")
        case .flag: language.pick(zh: "true 或 false", en: "true or false")
        case .number: language.pick(zh: "整数", en: "a whole number")
        }
    }
}

extension Problem.UploadFault: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .noBoundary:
            language.pick(zh: "multipart/form-data 缺少 boundary", en: "multipart/form-data without a boundary")
        case .encodedPart:
            language.pick(
                zh: "上传内容用了 base64 或 quoted-printable 编码；请按原样发送",
                en: "a part of the upload is in base64 or quoted-printable; send it as it is")
        case .malformed: language.pick(zh: "上传内容的各部分无法分辨", en: "the parts of the upload can't be told apart")
        case .noFile: language.pick(zh: "上传内容没有名为 list 的部分", en: "the upload has no part named list")
        case .twoFiles: language.pick(zh: "上传内容有两个名为 list 的部分", en: "the upload has two parts named list")
        case .unknownField(let name):
            language.pick(
                zh: "上传内容含有未知部分“\(name, columns: 60)”", en: "the upload has an unknown part “\(name, columns: 60)”")
        case .fieldTooLong(let name):
            language.pick(zh: "部分 \(name, columns: 60) 过长", en: "the part \(name, columns: 60) is too long")
        }
    }
}
