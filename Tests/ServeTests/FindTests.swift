import StrictJSON
import TestSupport
import Testing

/// What the one field leads to besides a village.
@Suite struct FindTests {
    private static func browse(_ query: String) -> String { "/browse?county=430624" + query }

    @Test(arguments: [
        ("草地", "/land?county=430624&land_type=\(encoded("草地"))"),
        ("果园", "/land?county=430624&land_type=\(encoded("园地"))"),
        ("一级园地", browse("&land_type=\(encoded("园地"))&grade=1#villages")),
        ("林地 2级", browse("&land_type=\(encoded("林地"))&grade=2#villages")),
        ("grade 1 orchard", browse("&land_type=\(encoded("园地"))&grade=1#villages")),
        ("湘阴县", browse("")), ("430624", browse("")),
        ("金龙镇", "/browse/430624/\(encoded("金龙镇"))"), ("湘阴县 金龙镇", "/browse/430624/\(encoded("金龙镇"))"),
    ])
    func `a text that names no village leads to its page`(_ text: String, _ path: String) async throws {
        let server = try await Server(store: Stores.seed())
        let answer = try await server.get("/?q=\(encoded(text))")
        #expect(answer.status == 303)
        #expect(answer["location"] == path)
        #expect(try await server.get(String(path.split(separator: "#")[0])).status == 200)
        let english = try await server.get("/?q=\(encoded(text))&lang=en")
        #expect(english["location"]?.contains("lang=en") == true)
    }

    @Test(arguments: ["金龙 芙蓉", "金龙镇芙蓉村", "芙蓉", "frc"])
    func `a village is answered in place`(_ text: String) async throws {
        let server = try await Server(store: Stores.seed())
        let answer = try await server.get("/?q=\(encoded(text))")
        #expect(answer.status == 200)
        #expect(answer.text.contains("芙蓉村"))
        #expect(!answer.text.contains("未查到结果"))
    }

    @Test func `what a land type's base price means and how many villages have each grade`() async throws {
        let server = try await Server(store: Stores.seed())
        let orchard = try await server.get("/land?land_type=\(encoded("园地"))").text
        for words in ["湘阴县", "430624-2025-1", "承包经营权", "一级", "<td class=\"number\">67</td>"] {
            #expect(orchard.contains(words), "\(words)")
        }
        let grassland = try await server.get("/land?land_type=\(encoded("草地"))").text
        #expect(grassland.contains("草地：未公布级别"))
        let first = try await server.get("/land?land_type=\(encoded("园地"))&grade=9").text
        #expect(first.contains("没有九级"))
        let none = try await server.get("/land")
        #expect(none.status == 400)
        #expect(none.text.contains("land_type"))
    }

    /// Every "no" has a way on.
    @Test(arguments: [
        ("/?q=xyz", ["/browse?county=430624"]),
        ("/?q=\(encoded("金龙镇 无此村"))", ["/browse/430624/\(encoded("金龙镇"))", "/browse?county=430624"]),
        ("/?township=\(encoded("金龙镇"))&village=x", ["/browse/430624/\(encoded("金龙镇"))"]),
        ("/?q=\(encoded("芙蓉村"))&as_of=1990-01-01", ["/editions", "/browse?county=430624"]),
    ])
    func `no answer is a dead end`(_ target: String, _ ways: [String]) async throws {
        let server = try await Server(store: Stores.seed())
        let page = try await server.get(target)
        #expect(page.status == 200)
        #expect(page.text.contains("未查到结果"))
        for way in ways {
            #expect(page.text.contains("href=\"\(way)\""), "\(way)")
            #expect(try await server.get(way).status == 200)
        }
        #expect(!page.text.contains("landgrade editions"))
    }

    @Test(arguments: ["金 芙", "jinl frc", "jl fr", "金龙 furong"])
    func `the beginnings of both names find a village`(_ text: String) async throws {
        let server = try await Server(store: Stores.seed())
        let suggestions = try await server.get("/suggest?q=\(encoded(text))").json["suggestions"]?.array
        #expect(suggestions?.first?["village"]?.string == "芙蓉村")
    }
}
