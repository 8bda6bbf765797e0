import AnswerRendering
import CEmbedded
import SystemSupport
import Testing

@testable import LookupService

/// Whatever is put into a page comes out as text.
@Suite struct ViewTests {
    private func rendered(_ template: String, _ text: String) throws -> String {
        let templates = try PageTemplates([("t", Array(template.utf8))])
        let page = Page(
            "t", title: nil, ["x": .text(text), "list": .texts([text]), "views": .views([["y": .text(text)]])],
            in: PageFrame(.en, entry: nil, otherLanguage: "/", generation: nil, isStale: false))
        return String(decoding: try #require(templates.render(page)), as: UTF8.self)
    }

    private static let templates = [
        #"<p title="{{x}}">"#, #"{{#list}}<p title="{{.}}">{{/list}}"#, #"{{#views}}<p title="{{y}}">{{/views}}"#,
    ]

    @Test(arguments: templates) func `markup is escaped`(_ template: String) throws {
        #expect(
            try rendered(template, #"<script>"'&"#) == #"<p title="&lt;script&gt;&quot;&#39;&amp;">"#)
    }

    /// To Swift a quote with an accent is one character, and no quote; to a browser it ends the attribute.
    @Test(arguments: templates, ["\u{301}", "\u{338}", "\u{20DD}", "\u{FE0F}", "\u{200D}"])
    func `a mark hides no quote`(_ template: String, _ mark: String) throws {
        let page = try rendered(template, "\"\(mark) onclick=x <\(mark)b>")
        #expect(page.utf8.count { $0 == UInt8(ascii: "\"") } == 2, "\(page)")
        #expect(page.utf8.count { $0 == UInt8(ascii: "<") } == 1, "\(page)")
        #expect(page.contains("\\u{"), "\(page)")
    }

    /// What a template has in three braces is put in as it is, and must not be a text.
    @Test func `markup alone stands in three braces`() {
        let pages = UnsafeBufferPointer(start: landgrade_page_list(), count: landgrade_page_count)
        let named = pages.filter { String(cString: $0.path).first != "/" }.flatMap { page in
            String(decoding: UnsafeBufferPointer(start: page.bytes, count: page.count), as: UTF8.self)
                .matches(of: /\{\{\{([^}]*)\}\}\}|\{\{&([^}]*)\}\}/).map { String($0.0) }
        }
        #expect(Set(named) == ["{{{definitions}}}", "{{{shapes}}}", "{{{outlined}}}", "{{{swatch}}}"])
    }

    @Test func `ordinary text stays`() throws {
        #expect(try rendered("{{x}}", "金龙镇 é e\u{301} 👩‍🌾") == "金龙镇 é e\u{301} 👩‍🌾")
    }

    @Test func `nothing is not looked for further out`() throws {
        let templates = try PageTemplates([("t", Array("{{#inner}}{{#x}}outer{{/x}}{{^x}}none{{/x}}{{/inner}}".utf8))])
        let page = Page(
            "t", title: nil, ["x": .text("outer"), "inner": .view(["x": .nothing])],
            in: PageFrame(.en, entry: nil, otherLanguage: "/", generation: nil, isStale: false))
        #expect(templates.render(page) == Array("none".utf8))
    }

    @Test func `an unknown template is no page`() throws {
        let page = Page(
            "other", title: nil, [:],
            in: PageFrame(.zh, entry: nil, otherLanguage: "/", generation: nil, isStale: false))
        #expect(try PageTemplates([]).render(page) == nil)
    }
}
