import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// What a browser does not show of the pages; `scripts/check page` looks at the rest with one.
@Suite struct PageTests {
    private static let html = ["Accept": "text/html,application/xhtml+xml,*/*;q=0.8"]

    @Test(arguments: [
        "/", "/docs", "/land?land_type=\(encoded("草地"))", "/?q=frc", "/browse", "/browse/430624/\(encoded("金龙镇"))",
        "/check", "/editions",
        "/compare?old=430624-2025-1&new=430624-2025-1", "/?q=x&lang=en",
        "/browse?county=430624&land_type=orchard&grade=1&disputed=true&page=all",
        "/history?county=430624&township=\(encoded("金龙镇"))&village=\(encoded("芙蓉村"))",
        "/value?village=\(encoded("芙蓉村"))&land_type=\(encoded("园地"))&area=1&unit=\(encoded("亩"))",
    ])
    func `every page is guarded`(_ target: String) async throws {
        let server = try await Server(store: Stores.seed())
        let page = try await server.get(target)
        #expect(page.status == 200)
        #expect(page["content-type"] == "text/html; charset=utf-8")
        #expect(page["content-security-policy"]?.hasPrefix("default-src 'none'; style-src 'self'") == true)
        #expect(page["referrer-policy"] == "same-origin")
        #expect(page["x-content-type-options"] == "nosniff")
        #expect(page["landgrade-generation"] == "1")
        // The policy would stop these; without them it has nothing to stop.
        for word in [" style=", "<style", " onclick", "javascript:", "http://", "https://"] {
            #expect(!page.text.contains(word), "\(word) in \(target)")
        }
        #expect(page.text.matches(of: /<script[^>]*>/).allSatisfy { $0.output.contains(" src=\"/") })
    }

    @Test func `every file of the pages is served`() async throws {
        let server = try await Server(store: Stores.seed())
        let files = [
            ("/page.css", "text/css; charset=utf-8"), ("/page.js", "text/javascript; charset=utf-8"),
            ("/lists.js", "text/javascript; charset=utf-8"), ("/records.js", "text/javascript; charset=utf-8"),
            ("/icon.svg", "image/svg+xml"),
        ]
        for (path, type) in files {
            let file = try await server.get(path)
            #expect(file.status == 200 && file["content-type"] == type, "\(path)")
            let tag = try #require(file["etag"])
            #expect(try await server.get(path, ["If-None-Match": tag]).status == 304, "\(path)")
        }
        for path in ["/layout", "/search.mustache", "/page.css/", "/files/page.css"] {
            #expect(try await server.get(path).status == 404, "\(path)")
        }
    }

    @Test func `a page known already is not sent again`() async throws {
        let server = try await Server(store: Stores.seed())
        let first = try await server.get("/?q=frc")
        let tag = try #require(first["etag"])
        #expect(try await server.get("/?q=frc", ["If-None-Match": tag]).status == 304)
        #expect(try await server.get("/?q=frc&lang=en", ["If-None-Match": tag]).status == 200)
    }

    @Test func `a new generation is in the next page`() async throws {
        let store = try await Stores.two()
        let server = try await Server(store: store)
        let target = "/?county=430624&township=\(encoded("金龙镇"))&village=\(encoded("芙蓉村"))"
        #expect(try await !server.get(target).text.contains("宗地外道路通达（二）"))
        try Stores.point(store, to: 2)
        #expect(try await soon { try await server.get(target)["landgrade-generation"] == "2" })
        let page = try await server.get(target)
        #expect(page["landgrade-generation"] == "2")
        #expect(page.text.contains("宗地外道路通达（二）"))
        #expect(page.text.contains("【未签名】"))
    }

    @Test(arguments: [
        ("/?q=x&as_of=2025-02-30", 400, "日期格式应为"), ("/?q=x&nonsense=1", 400, "未知参数"),
        ("/?q=x&q=y", 400, "重复"), ("/?q=x&lang=fr", 400, "lang"),
        ("/?q=x&lang=en&land_type=moor", 400, "Unknown land type"),
        ("/?q=x&village=y", 400, "只能给出一种"), ("/?q=%FF", 400, "UTF-8"), ("/browse?county=999999", 404, "999999"),
        ("/browse/430624/x", 404, "“x”"), ("/browse/999999/x", 404, "999999"), ("/compare?old=1&new=2", 404, "“1”"),
        ("/compare?old=430624-2025-1", 400, "new"),
        ("/compare?old=430624-2025-1&new=430624-2025-2", 404, "430624-2025-2"),
    ])
    func `a problem is a page`(_ target: String, _ status: Int, _ word: String) async throws {
        let server = try await Server(store: Stores.seed())
        let page = try await server.get(target)
        #expect(page.status == status)
        #expect(page["content-type"] == "text/html; charset=utf-8")
        #expect(page.text.contains(word), "\(page.text)")
    }

    @Test func `a wrong link is a page for a browser only`() async throws {
        let server = try await Server(store: Stores.seed())
        let page = try await server.get("/no/such/page", Self.html)
        #expect(page.status == 404 && page["content-type"] == "text/html; charset=utf-8")
        #expect(page.text.contains("<html lang=\"zh-CN\">"))
        let data = try await server.get("/no/such/page")
        #expect(try data.problem == "not-found")
        let method = try await server.post("/browse", "text/plain", [1], Self.html)
        #expect(method.status == 405 && method["allow"] == "GET, HEAD")
        // A request to the API gets data, in a browser too.
        #expect(try await server.get("/v1/lookup", Self.html).problem == "no-place")
    }

    @Test func `without a store the page says so`() async throws {
        let server = try await Server(store: TemporaryFolder.lasting().appending("none"))
        let page = try await server.get("/", Self.html)
        #expect(page.status == 503 && page["retry-after"] == "1")
        #expect(page.text.contains("目前没有可供查询的级别数据"))
        #expect(try await server.get("/page.css").status == 200)
    }

    @Test func `a list that cannot be read is a page`() async throws {
        let server = try await Server(store: Stores.seed())
        let page = try await server.post("/check?lang=en", "text/csv", Array("a,b\n1,2\n".utf8))
        #expect(page.status == 422 && page["content-type"] == "text/html; charset=utf-8")
        #expect(page.text.contains("<html lang=\"en\">"))
        let checked = try await server.post(
            "/check?lang=zh", "text/csv", Array("乡镇,村,地类\n金龙镇,芙蓉村,果园\n".utf8))
        #expect(checked.status == 200 && checked["content-type"] == "text/csv; charset=utf-8")
        #expect(checked.text.contains(",未申报，已填公布级别,"))
    }

    @Test func `suggestions are offered while typing`() async throws {
        let server = try await Server(store: Stores.seed())
        func suggested(_ query: String) async throws -> [String] {
            try #require(try await server.get("/suggest?q=\(encoded(query))").json["suggestions"]?.array).map {
                [$0["township"]?.string, $0["village"]?.string].compactMap(\.self).joined(separator: " ")
            }
        }
        #expect(try await suggested("frc") == ["金龙镇 芙蓉村"])
        #expect(try await suggested("furongc") == ["金龙镇 芙蓉村"])
        #expect(try await suggested("金龙镇芙").first == "金龙镇 芙蓉村")
        #expect(try await suggested("jinl").first == "金龙镇")
        #expect(try await suggested("没有") == [])
        let first = try await server.get("/suggest?q=frc&lang=en").json["suggestions"]?.array?.first
        #expect(first?["url"]?.string?.hasSuffix("&lang=en") == true)
        #expect(try await server.get("/suggest").problem == "missing-parameter")
        #expect(try await server.get("/suggest?q=a&lang=fr").problem == "bad-value")
    }

    /// The one field: a township and a village, a village, an address; a near name is offered and not taken.
    @Test func `the one field is read in order`() async throws {
        let server = try await Server(store: Stores.seed())
        for (text, found) in [
            ("金龙镇 芙蓉村", "名称完全一致"), ("金龙镇\u{3000}芙蓉村", "名称完全一致"), ("芙蓉村", "未写乡镇"), ("furong cun", "按拼音一致"),
            ("jlz frc", "按拼音一致"), ("湘阴县金龙镇芙蓉村3组", "由地址识别"),
        ] {
            let page = try await server.get("/?q=\(encoded(text))").text
            #expect(page.contains(found) && page.contains(">芙蓉村 <small>"), "\(text)")
        }
        let near = try await server.get("/?q=\(encoded("芙容村"))").text
        #expect(near.contains("没有查到名为") && near.contains(">湘阴县 金龙镇 芙蓉村</a>") && !near.contains("class=\"grade\""))
    }
}
