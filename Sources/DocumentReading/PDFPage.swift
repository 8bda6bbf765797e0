import SystemSupport
import TabularText
import TableFiles

/// What Poppler finds on a page, in points from its top left.
struct PDFPage {
    struct Word {
        var text: String
        var left: Double
        var top: Double
        var right: Double
        var bottom: Double

        var middle: Double { (top + bottom) / 2 }
        var height: Double { bottom - top }
    }

    /// A straight line along one axis.
    struct Rule {
        /// Where it stands across its direction.
        var at: Double
        var from: Double
        var to: Double
    }

    var width = 0.0
    var height = 0.0
    var words: [Word] = []
    var horizontal: [Rule] = []
    var vertical: [Rule] = []
    /// Share of the page that its largest picture covers, from 0 to 1.
    var picture = 0.0
}

/// Reads the words of `pdftotext -bbox-layout`.
final class PDFWordsHandler: XMLHandling {
    private(set) var pages: [PDFPage] = []
    private var word: (place: PDFPage.Word, text: [UInt8])?
    private var words = 0
    private static let mostWords = 2_000_000

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        func number(_ key: StaticString) -> Double { attributes.string(key).flatMap { Double($0) } ?? 0 }
        if name == "page" {
            var page = PDFPage()
            page.width = number("width")
            page.height = number("height")
            pages.append(page)
        } else if name == "word" {
            words += 1
            guard words <= Self.mostWords else { throw DocumentFault.tooManyCells(limit: Self.mostWords) }
            let place = PDFPage.Word(
                text: "", left: number("xMin"), top: number("yMin"), right: number("xMax"), bottom: number("yMax"))
            guard [place.left, place.top, place.right, place.bottom].allSatisfy({ abs($0) < 1e5 }) else {
                throw DocumentFault.damaged(
                    PDFReader.what, Remark(zh: "有文字远在页面之外", en: "a word stands far off its page"))
            }
            word = (place, [])
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { word?.text.append(contentsOf: bytes) }

    func end(_ name: XMLName) {
        guard name == "word", var found = word else { return }
        found.place.text = trimmed(String(decoding: found.text, as: UTF8.self))
        if !found.place.text.isEmpty, !pages.isEmpty { pages[pages.count - 1].words.append(found.place) }
        word = nil
    }
}

/// Reads the lines and the pictures of `pdftocairo -svg`.
final class PDFRulesHandler: XMLHandling {
    private(set) var pages: [PDFPage] = []
    private var transforms: [Transform] = [.identity]
    private var skipped = 0
    private var hasPages = false
    private var rules = 0
    private var images: [String: (width: Double, height: Double)] = [:]
    private static let mostImages = 1 << 16
    private static let mostRules = 2_000_000

    /// A line thinner than this is one; what is filled and thicker is a shaded area.
    static let thickest = 3.0

    struct Transform {
        var a = 1.0, b = 0.0, c = 0.0, d = 1.0, e = 0.0, f = 0.0
        static let identity = Transform()

        func point(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (a * x + c * y + e, b * x + d * y + f) }

        /// First `inner`, then this.
        func after(_ inner: Transform) -> Transform {
            let (e, f) = point(inner.e, inner.f)
            return Transform(
                a: a * inner.a + c * inner.b, b: b * inner.a + d * inner.b, c: a * inner.c + c * inner.d,
                d: b * inner.c + d * inner.d, e: e, f: f)
        }

        /// `matrix(a,b,c,d,e,f)`; anything else leaves points where they are.
        init(_ text: String?) {
            guard let text, text.hasPrefix("matrix("), let end = text.firstIndex(of: ")") else { return }
            let numbers = text[text.index(text.startIndex, offsetBy: 7)..<end]
                .split { $0 == "," || $0 == " " }.compactMap { Double($0) }
            guard numbers.count == 6 else { return }
            (a, b, c, d, e, f) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
        }

        private init() {}

        init(a: Double, b: Double, c: Double, d: Double, e: Double, f: Double) {
            (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
        }
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        if skipped > 0 {
            skipped += 1
            // Pictures are defined first and used later.
            if name == "image", let id = attributes.string("id"), images.count < Self.mostImages {
                images[id] = (number(attributes, "width"), number(attributes, "height"))
            }
            return
        }
        if name == "defs" || name == "symbol" || name == "clipPath" || name == "mask" || name == "pattern" {
            skipped = 1
            return
        }
        if name == "page" {
            pages.append(PDFPage())
            hasPages = true
        } else if name == "svg", pages.isEmpty {
            // One page alone is not wrapped in an element.
            pages.append(PDFPage())
        } else if name == "pageSet" {
            pages.removeAll()
        }
        let transform = transforms[transforms.count - 1].after(Transform(attributes.string("transform")))
        transforms.append(transform)
        guard !pages.isEmpty else { return }
        if name == "path" {
            guard let data = attributes["d"] else { return }
            let style = Style(attributes)
            guard style.strokes || style.fills else { return }
            try add(PathShapes(data), transform, style)
        } else if name == "use" {
            guard let id = attributes.string("href")?.dropFirst(), let size = images[String(id)] else { return }
            picture([(0, 0), (size.width, 0), (size.width, size.height), (0, size.height)], transform)
        } else if name == "rect" || name == "image" {
            let (x, y) = (number(attributes, "x"), number(attributes, "y"))
            let (width, height) = (number(attributes, "width"), number(attributes, "height"))
            let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
            if name == "image" {
                picture(corners, transform)
            } else {
                try add(PathShapes(closed: corners), transform, Style(attributes))
            }
        }
    }

    private func number(_ attributes: XMLAttributes, _ key: StaticString) -> Double {
        attributes.string(key).flatMap { Double($0) } ?? 0
    }

    private func picture(_ corners: [(Double, Double)], _ transform: Transform) {
        let points = corners.map { transform.point($0.0, $0.1) }
        guard let left = points.map(\.x).min(), let right = points.map(\.x).max(), let top = points.map(\.y).min(),
            let bottom = points.map(\.y).max()
        else { return }
        let area = (right - left) * (bottom - top)
        pages[pages.count - 1].picture = max(pages[pages.count - 1].picture, area)
    }

    private struct Style {
        var strokes = false
        var fills = false

        /// White lines on white paper are none.
        init(_ attributes: XMLAttributes) {
            var properties: [Substring: Substring] = [:]
            for part in (attributes.string("style") ?? "").split(separator: ";") {
                let pair = part.split(separator: ":", maxSplits: 1)
                if pair.count == 2 { properties[pair[0]] = pair[1] }
            }
            func value(_ key: StaticString, _ name: Substring) -> String? {
                attributes.string(key) ?? properties[name].map(String.init)
            }
            let white = ["none", "rgb(100%,100%,100%)", "rgb(100%, 100%, 100%)", "#ffffff", "white"]
            if let stroke = value("stroke", "stroke"), !white.contains(stroke) {
                strokes = Double(value("stroke-opacity", "stroke-opacity") ?? "1") ?? 1 > 0.05
            }
            if let fill = value("fill", "fill"), !white.contains(fill) {
                fills = Double(value("fill-opacity", "fill-opacity") ?? "1") ?? 1 > 0.05
            }
        }
    }

    private func add(_ shapes: PathShapes, _ transform: Transform, _ style: Style) throws(DocumentFault) {
        for shape in shapes.shapes {
            let points = shape.points.map { transform.point($0.0, $0.1) }
            guard let first = points.first else { continue }
            if style.strokes {
                var last = first
                for point in points.dropFirst() + (shape.isClosed ? [first] : []) {
                    try add(last, point)
                    last = point
                }
            } else if !shape.isCurved {
                let xs = points.map(\.x), ys = points.map(\.y)
                guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else {
                    continue
                }
                if bottom - top <= Self.thickest, right - left > bottom - top {
                    try add((left, (top + bottom) / 2), (right, (top + bottom) / 2))
                } else if right - left <= Self.thickest {
                    try add(((left + right) / 2, top), ((left + right) / 2, bottom))
                }
            }
        }
    }

    private func add(_ one: (x: Double, y: Double), _ other: (x: Double, y: Double)) throws(DocumentFault) {
        guard [one.x, one.y, other.x, other.y].allSatisfy({ abs($0) < 1e5 }) else { return }
        rules += 1
        guard rules <= Self.mostRules else { throw .tooManyCells(limit: Self.mostRules) }
        let page = pages.count - 1
        let (across, down) = (abs(one.x - other.x), abs(one.y - other.y))
        if down <= 0.8, across >= 2 {
            pages[page].horizontal.append(
                PDFPage.Rule(at: (one.y + other.y) / 2, from: min(one.x, other.x), to: max(one.x, other.x)))
        } else if across <= 0.8, down >= 2 {
            pages[page].vertical.append(
                PDFPage.Rule(at: (one.x + other.x) / 2, from: min(one.y, other.y), to: max(one.y, other.y)))
        }
    }

    func end(_ name: XMLName) {
        if skipped > 0 {
            skipped -= 1
        } else {
            transforms.removeLast()
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The shapes that a path of SVG draws: `M x y L x y … Z`.
struct PathShapes {
    struct Shape {
        var points: [(Double, Double)] = []
        var isClosed = false
        var isCurved = false
    }

    private(set) var shapes: [Shape] = []

    init(closed points: [(Double, Double)]) { shapes = [Shape(points: points, isClosed: true)] }

    init(_ data: UnsafeBufferPointer<UInt8>) {
        var position = 0
        var command: UInt8 = 0
        var numbers: [Double] = []
        func flush(_ shapes: inout [Shape]) {
            defer { numbers.removeAll(keepingCapacity: true) }
            switch command {
            case UInt8(ascii: "M"):
                guard numbers.count >= 2 else { return }
                shapes.append(Shape(points: [(numbers[0], numbers[1])]))
                for index in stride(from: 2, to: numbers.count - 1, by: 2) {
                    shapes[shapes.count - 1].points.append((numbers[index], numbers[index + 1]))
                }
            case UInt8(ascii: "L"):
                guard !shapes.isEmpty else { return }
                for index in stride(from: 0, to: numbers.count - 1, by: 2) {
                    shapes[shapes.count - 1].points.append((numbers[index], numbers[index + 1]))
                }
            case UInt8(ascii: "H"), UInt8(ascii: "V"):
                guard let last = shapes.last?.points.last else { return }
                for number in numbers {
                    let point = command == UInt8(ascii: "H") ? (number, last.1) : (last.0, number)
                    shapes[shapes.count - 1].points.append(point)
                }
            case UInt8(ascii: "Z"), UInt8(ascii: "z"):
                if !shapes.isEmpty { shapes[shapes.count - 1].isClosed = true }
            case 0: break
            default:
                // Curves, and what cairo does not write.
                guard !shapes.isEmpty else { return }
                shapes[shapes.count - 1].isCurved = true
                if numbers.count >= 2 {
                    shapes[shapes.count - 1].points.append((numbers[numbers.count - 2], numbers[numbers.count - 1]))
                }
            }
        }
        while position < data.count {
            let byte = data[position]
            if byte == 0x20 || byte == 0x2C || byte == 0x0A || byte == 0x09 {
                position += 1
            } else if (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte), byte != 0x65, byte != 0x45 {
                flush(&shapes)
                command = byte
                position += 1
            } else {
                let start = position
                position += 1
                while position < data.count,
                    (0x30...0x39).contains(data[position]) || data[position] == 0x2E || data[position] == 0x65
                        || (data[position] == 0x2D && data[position - 1] == 0x65)
                        || (data[position] == 0x2B && data[position - 1] == 0x65)
                { position += 1 }
                let text = String(decoding: data[start..<position], as: UTF8.self)
                numbers.append(Double(text) ?? 0)
            }
        }
        flush(&shapes)
        // A path that is moved on at its end, as cairo ends each, draws nothing there.
        shapes.removeAll { $0.points.count < 2 }
    }
}
