import AnswerRendering
import StrictJSON
import SystemSupport

struct ChineseProblems: ProblemSentences {
    func title(status: Int) -> String {
        switch status {
        case 400: "请求有误"
        case 403: "不允许"
        case 404: "没有找到"
        case 405: "方法不允许"
        case 413: "内容过大"
        case 415: "不支持的内容类型"
        case 422: "无法核对该清单"
        case 503: "暂时无法服务"
        default: "内部错误"
        }
    }

    func detail(_ problem: Problem) -> String {
        let messages = Language.zh.messages
        return switch problem {
        case .unknownParameter(let name, let known):
            known.isEmpty
                ? "未知参数“\(asSent(name))”：此处不接受参数"
                : "未知参数“\(asSent(name))”；可用参数：\(known.joined(separator: "、"))"
        case .repeatedParameter(let name): "参数 \(asSent(name)) 重复"
        case .missingParameter(let name): "缺少参数 \(name)"
        case .badEncoding: "请求内容不是 UTF-8（可能是 GBK），或“%”后不是两位十六进制数；请用 UTF-8 发送，百分号编码与否均可"
        case .noPlace: "请给出村名（最好连同乡镇）或地址"
        case .placeTwice: "地名与地址只能给出一种"
        case .empty(let argument): messages.emptyArgument(argument)
        case .tooLong(let argument, let length, let limit):
            messages.argumentTooLong(argument, length: length, limit: limit)
        case .badLandType(let text): messages.unknownLandType(asSent(text))
        case .badDate(let text): messages.badDate(asSent(text))
        case .badGrade(let text): "“\(asSent(text))”不是级别：请用 1、2、3 … 或 一级、二级 …"
        case .badValue(let parameter, let value, let allowed):
            "\(parameter) 的值“\(asSent(value))”无效；可用：\(allowed.joined(separator: "、"))"
        case .badJSON(let error): "正文不是此处接受的 JSON：\(asSent(error.description))"
        case .badShape(let place, let expected): "\(asSent(place)) 应为\(word(expected))"
        case .unknownMember(let place, let name): "\(asSent(place)) 含有未知成员“\(asSent(name))”"
        case .tooManyQuestions(let limit): "一次请求最多 \(limit) 个问题"
        case .unknownCounty(let name): messages.unknownCounty(asSent(name))
        case .unknownTownship(let name): messages.unknownTownship(asSent(name))
        case .unknownPlace(let id): "没有标识为“\(asSent(id))”的地方"
        case .notComparable(let error): Language.zh.messages.comparison(error)
        case .unknownEdition(let id): "库中没有成果版本“\(asSent(id))”"
        case .noEdition(let county, let date): messages.noEdition(county: county.map(asSent), date: date)
        case .notDefined(let landType): messages.notDefined(landType)
        case .noRoute: "此路径没有内容；/openapi.json 列出全部路径"
        case .method(let allowed): "此路径只接受 \(allowed.joined(separator: "、"))"
        case .mediaType(let allowed): "正文类型应为：\(allowed.joined(separator: "、"))"
        case .foreignOrigin: "不接受其他网站的页面发来的内容；请打开本服务自己的页面，或由程序调用"
        case .foreignHost: "本服务不以该主机名应答；用 landgrade serve --allowed-host 名称 添加"
        case .badTarget: "请求目标应为路径"
        case .bodyTooLarge(let limit): "正文超过 \(limit) 字节"
        case .bodyIncomplete: "正文提前结束"
        case .badList(let sentence): sentence
        case .badUpload(let fault): word(fault)
        case .noStore: "目前没有可供查询的级别数据；原因见 /readyz"
        case .busy: "目前请求过多，请稍后再试"
        case .noRoom: "磁盘空间不足，暂时无法接收这么大的清单"
        case .fault: "服务内部出错，详情见服务日志"
        }
    }

    private func word(_ shape: Problem.Shape) -> String {
        switch shape {
        case .object: "对象"
        case .array: "数组"
        case .text: "字符串"
        case .flag: "true 或 false"
        case .number: "整数"
        }
    }

    private func word(_ fault: Problem.UploadFault) -> String {
        switch fault {
        case .noBoundary: "multipart/form-data 缺少 boundary"
        case .encodedPart: "上传内容用了 base64 或 quoted-printable 编码；请按原样发送"
        case .malformed: "上传内容的各部分无法分辨"
        case .noFile: "上传内容没有名为 list 的部分"
        case .twoFiles: "上传内容有两个名为 list 的部分"
        case .unknownField(let name): "上传内容含有未知部分“\(asSent(name))”"
        case .fieldTooLong(let name): "部分 \(asSent(name)) 过长"
        }
    }
}
