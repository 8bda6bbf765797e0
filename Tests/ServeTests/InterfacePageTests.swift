import StrictJSON
import Testing

/// The interface's description as a page.
@Suite struct InterfacePageTests {
    @Test func `every operation of the description is on the page, in one language`() async throws {
        let server = try await Server(store: Stores.seed())
        let description = try await server.get("/openapi.json").json
        let chinese = try await server.get("/docs").text, english = try await server.get("/docs?lang=en").text
        guard case .object(let paths)? = description["paths"] else { throw Missing() }
        for path in paths {
            guard case .object(let operations) = path.value else { throw Missing() }
            for operation in operations {
                let heading = "\(operation.key.uppercased()) \(path.key)"
                #expect(chinese.contains(heading) && english.contains(heading), "\(heading)")
                let summary = try #require(operation.value["summary"]?.string)
                let translated = try #require(operation.value["x-summary-zh"]?.string, "\(heading)")
                #expect(chinese.contains(translated) && !chinese.contains("<p>\(summary)</p>"), "\(heading)")
                for parameter in operation.value["parameters"]?.array ?? [] where parameter["description"] != nil {
                    #expect(parameter["x-description-zh"] != nil, "\(heading)")
                }
            }
        }
    }

    @Test func `each example works`() async throws {
        let server = try await Server(store: Stores.seed())
        let page = try await server.get("/docs").text
        let links = page.matches(of: /<p class="example"><a href="([^"]+)"/).map { String($0.output.1) }
        #expect(links.count > 15)
        for link in links {
            let answer = try await server.get(link.replacing("&amp;", with: "&"))
            #expect(answer.status == 200, "\(link): \(answer.text.prefix(200))")
        }
        #expect(page.contains("curl -F list=@parcels.csv"))
    }

    private struct Missing: Error {}
}
