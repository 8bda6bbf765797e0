import StrictJSON
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Uploads as programs write them, and names as people type them.
@Suite struct UploadFormTests {
    private static let list = "宗地代码,乡镇,村,地类,级别\n1,金龙镇,芙蓉村,果园,1\n"

    /// A part's header, and how many rows are judged.
    private static func form(_ disposition: String, _ list: String = list, lineEnd: String = "\r\n") -> [UInt8] {
        let lines = ["--b", "Content-Disposition: \(disposition)", "", list, "--b--", ""]
        return Array(lines.joined(separator: lineEnd).utf8)
    }

    private static let inGBK = Array("--b\r\nContent-Disposition: form-data; name=\"list\"; filename=\"".utf8)

    private static let bodies: [(String, [UInt8])] = [
        (".NET", form("form-data; name=list; filename=dk.csv; filename*=utf-8''dk.csv")),
        // 地块数据.csv
        (
            "a GBK file name",
            inGBK + [0xB5, 0xD8, 0xBF, 0xE9, 0xCA, 0xFD, 0xBE, 0xDD] + form(".csv\"").dropFirst(26)
        ),
        // 乗 is 81 5C: its second byte is a backslash, here before the quote.
        ("a GBK backslash", inGBK + [0x81, 0x5C] + form("\"").dropFirst(26)),
        ("a path", form(#"form-data; name="list"; filename="C:\lists\dk.csv""#)),
        ("a quoted quote", form(#"form-data; filename="a\"; name=\"lang.csv"; name="list""#)),
        ("a semicolon", form(#"form-data; filename="a; name=x.csv"; name="list""#)),
        ("a name in UTF-8", form(#"form-data; name="list"; filename*=UTF-8''%E5%9C%B0%E5%9D%97.csv"#)),
        ("other case and spaces", form(#"FORM-DATA ; NAME = "list" ; FileName="地块.csv""#)),
        ("a folded header", form("form-data;\r\n name=\"list\";\r\n\tfilename=\"dk.csv\"")),
        ("line ends of LF", form(#"form-data; name="list"; filename="dk.csv""#, lineEnd: "\n")),
        (
            "text before and behind",
            Array("This is MIME.\r\n--bx\r\n".utf8) + form("form-data; name=list") + Array("--b\r\nbehind".utf8)
        ),
        (
            "spaces behind the boundary",
            Array("--b \t\r\nContent-Disposition: form-data; name=list\r\n\r\n\(list)\r\n--b--".utf8)
        ),
        ("another line of dashes", form("form-data; name=list", list + "--bb,金龙镇,芙蓉村,果园,1")),
        (
            "header fields around",
            Array("--b\r\nContent-Type: text/csv; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n".utf8)
                + form("form-data; name=list\r\nX: y").dropFirst(5)
        ),
    ]

    @Test(
        arguments: bodies, ["multipart/form-data; boundary=b", "Multipart/Form-Data; charset=utf-8; Boundary=\"b\" "])
    func `uploads are judged as programs write them`(_ body: (name: String, bytes: [UInt8]), _ type: String)
        async throws
    {
        let server = try await Server(store: Stores.seed())
        let response = try await server.post("/v1/validate?format=summary&lang=en", type, body.bytes)
        #expect(response.status == 200, "\(body.name): \(response.text)")
        let rows = body.name == "another line of dashes" ? 2 : 1
        #expect(try response.json["verdicts"]?["ok"]?.integer == rows, "\(body.name): \(response.text)")
    }

    @Test(arguments: [
        form("form-data; name=list; name=list"), form("form-data"), form("attachment; name=list"),
        Array(form("form-data; name=list").dropLast(8)), Array("--b--\r\n".utf8),
        form("form-data; name=list\r\nContent-Transfer-Encoding: base64"),
        form("form-data; name=list\r\nContent-Disposition: form-data; name=list"),
        Array("--b\r\nContent-Disposition: form-data; name=list\r\n--b--\r\n".utf8),
        Array(String(repeating: "\r\n--bx", count: 20_000).utf8),
    ])
    func `uploads that cannot be told apart`(_ body: [UInt8]) async throws {
        let server = try await Server(store: Stores.seed())
        let response = try await server.post("/v1/validate", "multipart/form-data; boundary=b", body)
        #expect(response.status == 400)
        #expect(try response.problem == "bad-upload")
    }

    /// `curl 'http://…/v1/lookup?village=芙蓉村'`: the bytes as the terminal has them.
    @Test(arguments: [
        ("/v1/lookup?village=芙蓉村&township=金龙镇", "芙蓉村"), ("/v1/lookup?address=湘阴县金龙镇芙蓉村3组", "芙蓉村"),
        ("/v1/townships?county=湘阴县", "金龙镇"), ("/v1/townships/金龙镇/villages?land_type=园地", "芙蓉村"),
        ("/v1/definitions?land_type=林地", "林地"), ("/v1/editions?county=湘阴县", "430624-2025-1"),
        ("/v1/search?q=芙蓉", "芙蓉村"), ("/?q=金龙镇+芙蓉村", "芙蓉村"), ("/?village=芙蓉%E6%9D%91&township=金龙镇", "芙蓉村"),
        ("/browse/430624/金龙镇", "芙蓉村"), ("/suggest?q=芙蓉", "芙蓉村"),
        ("/reconcile?queries={\"q\":{\"query\":\"芙蓉村\"}}", "芙蓉村"),
    ])
    func `names are read as they are typed`(_ target: String, _ found: String) async throws {
        let server = try await Server(store: Stores.seed())
        let raw = try await server.get(target)
        #expect(raw.status == 200, "\(target): \(raw.text.prefix(200))")
        #expect(raw.text.contains(found), "\(target)")
        let asBrowsersDo = String(
            target.unicodeScalars.map { $0.isASCII ? String($0) : encoded(String($0)) }.joined())
        #expect(try await server.get(asBrowsersDo).body == raw.body)
    }

    /// In whatever pieces they come, on a connection that is used again.
    @Test func `names come in pieces`() async throws {
        let server = try await Server(store: Stores.seed())
        let statuses = try await apart {
            let connection = try server.connect()
            var statuses: [Int?] = []
            for body in [[], Array(#"{"questions":[{"village":"芙蓉园村"}]}"#.utf8), []] {
                let request =
                    body.isEmpty
                    ? Request("GET", "/v1/lookup?village=芙蓉园村", ["X": "金龙镇"])
                    : Request("POST", "/v1/lookup", ["Content-Type": "application/json"], body: body)
                for start in stride(from: 0, to: request.bytes.count, by: 7) {
                    try connection.write(Array(request.bytes[start..<min(start + 7, request.bytes.count)]))
                    usleep(200)
                }
                let response = try connection.response()
                statuses.append(response?.text.contains("芙蓉园村") == true ? response?.status : nil)
            }
            return statuses
        }
        #expect(statuses == [200, 200, 200])
    }

    @Test func `names in GBK are refused`() async throws {
        let server = try await Server(store: Stores.seed())
        let name: [UInt8] = [0xDC, 0xBD, 0xC8, 0xD8, 0xB4, 0xE5]
        let raw = try await apart {
            let connection = try server.connect()
            try connection.write(
                Array("GET /v1/lookup?village=".utf8) + name
                    + Array(" HTTP/1.1\r\nHost: localhost\r\nAccept-Language: zh\r\n\r\n".utf8))
            return try connection.response()
        }
        let escaped = try await server.get("/v1/lookup?village=%dc%bd%c8%d8%b4%e5", ["Accept-Language": "zh"])
        for response in [raw, escaped] {
            #expect(response?.status == 400)
            #expect(try response?.problem == "bad-encoding")
            #expect(response?.text.contains("GBK") == true)
        }
        for target in ["/v1/townships/%bd%f0/villages", "/browse/430624/%bd%f0", "/?q=%bd%f0", "/suggest?q=%bd%f0"] {
            #expect(try await server.get(target).status == 400, "\(target)")
        }
    }
}
