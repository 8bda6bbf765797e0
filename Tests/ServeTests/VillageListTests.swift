import StrictJSON
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// The county at a glance: its page, and the list of villages as data and as files.
@Suite struct VillageListTests {
    private func server() async throws -> Server { try await Server(store: Stores.seed()) }

    @Test func `the list is the command's JSON`() async throws {
        let server = try await server()
        let store = try await Stores.seed()
        for (query, arguments) in [
            ("", []), ("?township=金龙镇", ["--township", "金龙镇"]),
            ("?county=430624&land_type=园地&grade=1&disputed=true", ["--land-type", "园地", "--grade", "1", "--disputed"]),
            ("?disputed=true&format=json", ["--disputed"]), ("?as_of=2025-06-01&grade=二级", ["--grade", "2"]),
            ("?land_type=grassland&grade=1", ["--land-type", "grassland", "--grade", "1"]),
        ] {
            let response = try await server.get("/v1/villages" + encodedQuery(query))
            let run = try await Program.landgrade.run(
                ["list", "villages", "--format", "json", "--store", store.string] + arguments)
            #expect(response.status == 200 && run.status == 0, "\(query)")
            #expect(try response.json == JSONValue(parsing: run.bytes), "\(query)")
        }
        let disputed = try await server.get("/v1/villages?land_type=orchard&disputed=true").json["villages"]?.array
        let others = try await server.get("/v1/villages?land_type=orchard&disputed=false").json["villages"]?.array
        #expect(disputed?.count == 16 && others?.count == 245 - 16)
    }

    @Test(arguments: [
        ("county=x", 404, "unknown-county", "湘阴县"), ("township=x", 404, "unknown-township", "金龙镇"),
        ("land_type=水田", 400, "bad-land-type", "园地"), ("grade=21", 400, "bad-grade", "1、2、3"),
        ("disputed=yes", 400, "bad-value", "true、false"), ("format=pdf", 400, "bad-value", "json、csv、xlsx"),
        ("lang=fr", 400, "bad-value", "zh"), ("as_of=2000-01-01", 404, "no-edition", "2000年"),
        ("village=x", 400, "unknown-parameter", "township"),
    ])
    func `what is not known is a problem that says what is`(
        _ query: String, _ status: Int, _ problem: String, _ word: String
    ) async throws {
        let response = try await server().get("/v1/villages" + encodedQuery("?" + query), ["Accept-Language": "zh"])
        #expect(response.status == status)
        #expect(try response.problem == problem)
        #expect(response.text.contains(word), "\(response.text)")
    }

    @Test func `a grade of a part of a village counts, as for the command`() async throws {
        let store = try await Stores.examples()
        let server = try await Server(store: store)
        let run = try await Program.landgrade.run([
            "list", "villages", "--format", "json", "--store", store.string, "--county", "990101", "--township", "石桥镇",
            "--land-type", "orchard", "--grade", "3",
        ])
        let expected = try JSONValue(parsing: run.bytes)
        #expect(expected["villages"]?.array?.map { $0["village"]?.string } == ["枫树村", "大屋村"])
        let conditions = "county=990101&land_type=orchard&grade=3"
        for target in [
            "/v1/villages?township=\(encoded("石桥镇"))&\(conditions)",
            "/v1/townships/\(encoded("石桥镇"))/villages?\(conditions)",
        ] { #expect(try await server.get(target).json == expected, "\(target)") }
    }

    @Test func `of many counties one has to be named`() async throws {
        let temporary = TemporaryFolder.lasting()
        var packages: [String] = []
        for number in 10...60 {
            let id = "9902\(number)-2025-1"
            let package = temporary.appending(id)
            try copyFolder(Repository.file("Seeds/examples/990101-2025-1"), to: package)
            for file in ["datapackage.json", "townships.csv"] {
                let text = try contents(of: package.appending(file)).replacing("990101", with: "9902\(number)")
                try write(text.utf8, to: package.appending(file))
            }
            try #require(await run("landgrade-publish", ["seal", package.string]) == 0)
            packages.append(package.string)
        }
        let store = try await Stores.fresh()
        try #require(await run("landgrade", ["import", "--unsigned", "--store", store.string] + packages) == 0)
        let server = try await Server(store: store)
        let all = try await server.get("/v1/villages")
        #expect(all.status == 400)
        #expect(try all.problem == "missing-parameter" && all.text.contains("county"))
        #expect(try await server.get("/v1/villages?county=990210").json["villages"]?.array?.count == 15)
        let township = try await server.get("/v1/villages?township=\(encoded("石桥镇"))&format=csv")
        #expect(township.status == 200 && township.text.split(separator: "\n").count == 1 + 51 * 5)
    }

    /// Cells of each row of a page's table of villages, with the badge in brackets.
    private func rows(of page: String) -> [[String]] {
        guard
            let table = page.split(separator: "<table class=\"villages\" role=\"table\">").dropFirst().first?
                .split(separator: "</table>").first
        else { return [] }
        return table.split(separator: "<tr role=\"row\">").dropFirst(2).map { row in
            row.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/).map { cell in
                String(cell.1).replacing(/\ <span class="badge">.*?<\/span>/, with: "（待核）").replacing(
                    /<[^>]*>/, with: "")
            }
        }
    }

    @Test(arguments: [
        "", "&township=杨林寨乡", "&land_type=林地&grade=2&disputed=true", "&grade=1&disputed=false", "&disputed=true",
    ])
    func `what the page shows and what its downloads hold agree`(_ query: String) async throws {
        let server = try await server()
        let page = try await server.get("/browse" + encodedQuery("?county=430624&page=all" + query)).text
        let shown = rows(of: page)
        let links = page.matches(of: /href="(\/v1\/villages\?[^"]*)"/).map {
            String($0.1).replacing("&amp;", with: "&")
        }
        #expect(links.count == 2)
        let csv = try await server.get(try #require(links.first { $0.hasSuffix("format=csv") }))
        #expect(csv.status == 200 && csv["content-type"] == "text/csv; charset=utf-8")
        #expect(csv.body.starts(with: [0xEF, 0xBB, 0xBF]))
        let records = csv.text.drop { $0 == "\u{FEFF}" }.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(records[0].prefix(4) == ["县", "乡镇", "村（社区）", "类别"] && records[0].last == "成果版本")
        #expect(records.dropFirst().allSatisfy { $0.first == "湘阴县" && $0.last == "430624-2025-1" })
        #expect(records.dropFirst().map { Array($0.dropFirst().dropLast()) } == shown)
        #expect(page.contains("共 \(shown.count) 个村（社区）"))
        // Sent back to be judged, a workbook shows what is in its cells.
        let xlsx = try await server.get(try #require(links.first { $0.hasSuffix("format=xlsx") }))
        #expect(
            xlsx.status == 200
                && xlsx["content-type"] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        let checked = try await server.post(
            "/v1/validate?land_type=orchard&lang=zh", "application/octet-stream", xlsx.body)
        #expect(checked.status == 200, "\(checked.text)")
        let read = checked.text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).prefix(records[0].count).map(String.init)
        }
        #expect(read == records)
        if query.isEmpty { #expect(shown.count == 245) }
    }

    @Test func `in English the headings are English`() async throws {
        let server = try await server()
        let csv = try await server.get("/v1/villages?format=csv&lang=en&land_type=orchard").text
        #expect(csv.hasPrefix("\u{FEFF}county,township,village,kind,orchard,edition\n"))
        let page = try await server.get("/browse?lang=en").text
        #expect(page.contains("format=csv&amp;lang=en") && page.contains("Villages: 245"))
    }

    @Test func `a file is named for what is in it`() async throws {
        let response = try await server().get(
            "/v1/villages" + encodedQuery("?county=湘阴县&township=金龙镇&format=csv"))
        let name = ["湘阴县", "金龙镇", "土地级别"].map(encoded).joined(separator: "-")
        #expect(
            response["content-disposition"]
                == "attachment; filename=\"villages.csv\"; filename*=UTF-8''\(name).csv")
        let tag = try #require(response["etag"])
        let again = try await server().get("/v1/villages?format=csv", ["If-None-Match": tag])
        #expect(again.status == 304)
    }

    @Test func `without the program for workbooks none is offered`() async throws {
        let folder = Program.folder.appending("alone-\(getpid())")
        try #require(mkdir(folder.string, 0o700) == 0)
        defer {
            unlink(folder.appending("landgrade-serve").string)
            rmdir(folder.string)
        }
        let alone = folder.appending("landgrade-serve")
        try #require(link(Program.serve.path.string, alone.string) == 0)
        let server = try await Server(store: Stores.seed(), program: alone)
        let page = try await server.get("/browse")
        #expect(page.text.contains("format=csv") && !page.text.contains("format=xlsx"))
        let workbook = try await server.get("/v1/villages?format=xlsx", ["Accept-Language": "zh"])
        #expect(workbook.status == 501)
        #expect(try workbook.problem == "no-workbooks")
        #expect(workbook.text.contains("请改为下载 CSV"))
    }

    @Test func `nothing is left of a workbook that was sent`() async throws {
        let server = try await server()
        #expect(try await server.get("/v1/villages?format=xlsx&township=\(encoded("金龙镇"))").status == 200)
        #expect(names(in: server.temporary).isEmpty)
    }

    @Test func `a long list comes by pages and is small`() async throws {
        let server = try await server()
        let first = try await server.get("/browse?county=430624")
        #expect(first.body.count < 100_000, "\(first.body.count) bytes")
        #expect(rows(of: first.text).count == 50 && first.text.contains("第 1 至 50 行，共 245 行"))
        let last = try await server.get("/browse?county=430624&page=5").text
        #expect(rows(of: last).count == 45 && !last.contains("rel=\"next\"") && last.contains("rel=\"prev\""))
        let all = try await server.get("/browse?county=430624&page=all").text
        #expect(rows(of: first.text) + [] == Array(rows(of: all).prefix(50)))
        #expect(rows(of: last) == Array(rows(of: all).suffix(45)))
        for wrong in ["6", "0", "x", "-1"] {
            let page = try await server.get("/browse?county=430624&page=\(wrong)")
            #expect(page.status == 400 && page.text.contains("all"), "\(wrong)")
        }
        // The next page is of the same list.
        let narrowed = try await server.get("/browse?county=430624&grade=2").text
        #expect(narrowed.contains("county=430624&amp;grade=2&amp;page=2#villages"))
    }

    @Test(arguments: [
        ("township=x", 404, "金龙镇"), ("land_type=x", 400, "园地"), ("grade=x", 400, "一级"), ("disputed=x", 400, "true"),
        ("county=x", 404, "湘阴县"),
    ])
    func `a page says what may be asked`(_ query: String, _ status: Int, _ word: String) async throws {
        let page = try await server().get("/browse?" + query)
        #expect(page.status == status && page["content-type"] == "text/html; charset=utf-8")
        #expect(page.text.contains(word), "\(page.text)")
    }

    @Test func `each township has a bar whose parts are its counts`() async throws {
        let server = try await server()
        let page = try await server.get("/browse?county=430624").text
        let bars = page.matches(of: /<tr role="row"><th role="rowheader" scope="row"><a[^>]*>([^<]*)<\/a>(.*)<\/tr>/)
        #expect(bars.count == 16)
        for bar in bars {
            let rows = try #require(
                try await server.get("/v1/villages?township=\(encoded(String(bar.1)))").json["villages"]?.array)
            for (index, landType) in ["orchard", "forest"].enumerated() {
                let grades = rows.compactMap { row in
                    row["land_types"]?.array?.first { $0["land_type"]?.string == landType }
                }
                let counts = (1...2).compactMap { grade -> String? in
                    let held = grades.filter { $0["grade"]?.integer == grade }
                    let disputed = held.count { $0["outcome"]?.string == "disputed" }
                    guard !held.isEmpty else { return nil }
                    return "\(["一级", "二级"][grade - 1]) \(held.count)" + (disputed > 0 ? "（待核 \(disputed)）" : "")
                }
                let cells = bar.2.matches(of: /<span class="minor">([^<]*)<\/span>/).map { String($0.1) }
                #expect(cells[index] == (counts.isEmpty ? "未列入" : counts.joined(separator: "、")), "\(bar.1)")
            }
        }
    }
}

/// The value of each parameter percent-encoded.
private func encodedQuery(_ query: String) -> String {
    guard !query.isEmpty else { return "" }
    return "?"
        + query.dropFirst().split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1)
            return "\(parts[0])=\(encoded(String(parts[1])))"
        }.joined(separator: "&")
}
