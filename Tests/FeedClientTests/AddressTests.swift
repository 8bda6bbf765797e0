import FeedClient
import SystemPackage
import Testing

@Suite struct AddressTests {
    private func fault(_ text: String) -> AddressFault? {
        do throws(AddressFault) {
            _ = try SourceURL(text)
            return nil
        } catch { return error }
    }

    @Test(arguments: [
        ("https://county.example/grades/", "https://county.example/grades/current.signed"),
        ("HTTPS://County.Example:443/Grades/", "https://county.example/Grades/current.signed"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/current.signed"),
        ("http://[::1]:80/a%20b/", "http://[::1]/a%20b/current.signed"),
        ("https://xn--fiqs8s.example/", "https://xn--fiqs8s.example/current.signed"),
    ])
    func `taken`(text: String, file: String) throws {
        #expect(try SourceURL(text).address(of: .current) == file)
    }

    @Test(arguments: [
        ("", AddressFault.scheme), ("county.example/", .scheme), ("ftp://county.example/", .scheme),
        ("file:///etc/", .scheme), ("http:/county.example/", .scheme), ("https:county.example/", .scheme),
        ("https://clerk:secret@county.example/", .user), ("https://clerk@county.example/", .user),
        ("https://county.example@evil.example/", .user), ("https://county.example/?a/", .query),
        ("https://county.example/a?b=/", .query), ("https://county.example/#/", .fragment),
        ("https://county.example", .noSlash), ("https://county.example/grades", .noSlash),
        ("https:///grades/", .host), ("https://:443/", .host), ("https://county example/", .control),
        ("https://county!example/", .host), ("https://[::1/", .host), ("https://[::1]x/", .host),
        ("https://county%2eexample/", .host), ("https://county.example:/", .port),
        ("https://county.example:0/", .port), ("https://county.example:65536/", .port),
        ("https://county.example:+80/", .port), ("https://county.example:80:80/", .port),
        ("https://county.example/a\r\nb/", .control), ("https://county.example/a\u{0}/", .control),
        ("https://county.example/a%0d%0ab/", .control), ("https://county.example/%00/", .control),
        ("https://county.example/%7F/", .control), ("https://county.example/%/", .escape),
        ("https://county.example/%4/", .escape), ("https://county.example/%zz/", .escape),
        ("https://county.example/../", .dots), ("https://county.example/./", .dots),
        ("https://county.example/%2e%2E/", .dots), ("https://county.example/.%2e/", .dots),
        ("https://county.example\\grades/", .backslash), ("https://县.example/", .notASCII),
        ("https://county.example/级别/", .notASCII),
    ])
    func `refused`(text: String, expected: AddressFault) {
        #expect(fault(text) == expected)
    }

    @Test func `names of files`() throws {
        let hash = String(repeating: "0123456789abcdef", count: 4)
        let content = try #require(Content(sha256: hash, size: 0))
        #expect(SourcePath.content(content).description == "files/\(hash)")
        #expect(SourcePath.keys(12).description == "keys/12.signed")
        for wrong in ["", "..", hash.uppercased(), hash + "0", String(hash.dropLast()), "../" + hash.dropLast(3)] {
            #expect(Content(sha256: wrong, size: 0) == nil)
        }
        #expect(Content(sha256: hash, size: -1) == nil)
    }

    @Test func `entity tags`() {
        for text in ["\"\"", "\"5f3a-11\"", "W/\"5f3a\"", "\"" + String(repeating: "a", count: 254) + "\""] {
            #expect(EntityTag(text)?.description == text)
        }
        for text in [
            "", "5f3a", "\"", "w/\"a\"", "\"a b\"", "\"a\"b\"", "\"a\n\"", "\"县\"", "*", "W/", "\"a\"\r\nX: 1",
        ] {
            #expect(EntityTag(text) == nil)
        }
        #expect(EntityTag("\"" + String(repeating: "a", count: 255) + "\"") == nil)
        #expect(EntityTag("W/\"a\"")?.isWeak == true && EntityTag("\"a\"")?.isWeak == false)
    }
}
