/// A PDF of pages of 600 by 842 points, with one font of ten points that draws nothing and says its characters.
struct PDFFile {
    struct Page {
        enum Style { case stroked, filled }
        var style = Style.stroked
        var content = ""
        var hasPicture = false

        /// Counted from the top, as people do.
        mutating func line(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) {
            switch style {
            case .stroked: content += "\(x0) \(842 - y0) m \(x1) \(842 - y1) l S\n"
            case .filled:
                let (width, height) = (max(x1 - x0, 0.5), max(y1 - y0, 0.5))
                content += "\(x0) \(842 - y0 - height) \(width) \(height) re f\n"
            }
        }

        mutating func text(_ x: Double, _ y: Double, _ text: String) {
            guard !text.isEmpty else { return }
            let codes = text.utf16.map { unit in
                let digits = String(unit, radix: 16)
                return String(repeating: "0", count: 4 - digits.count) + digits
            }.joined()
            content += "BT /F 10 Tf 1 0 0 1 \(x) \(842 - y - 8) Tm <\(codes)> Tj ET\n"
        }

        /// All over the page.
        mutating func picture() {
            hasPicture = true
            content += "q 600 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n"
        }
    }

    let bytes: [UInt8]

    init(_ pages: [Page], isEncrypted: Bool = false) {
        var map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def\n"
        map += "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        for start in stride(from: 0, to: 256, by: 64) {
            map += "64 beginbfrange\n"
            for high in start..<(start + 64) {
                let digits = (high < 16 ? "0" : "") + String(high, radix: 16)
                map += "<\(digits)00> <\(digits)FF> <\(digits)00>\n"
            }
            map += "endbfrange\n"
        }
        map += "endcmap end end\n"
        var objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count \(pages.count) /Kids [\(pages.indices.map { "\(6 + 2 * $0) 0 R" }.joined(separator: " "))] >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /None /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /None /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>",
            "<< /Length \(map.utf8.count) >>\nstream\n\(map)endstream",
        ]
        for (index, page) in pages.enumerated() {
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 842] /Resources << /Font << /F 3 0 R >> >> /Contents \(7 + 2 * index) 0 R >>"
            )
            objects.append("<< /Length \(page.content.utf8.count) >>\nstream\n\(page.content)endstream")
        }
        if isEncrypted {
            let key = String(repeating: "00", count: 32)
            objects.append("<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <\(key)> /U <\(key)> >>")
        }
        var text = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        let encryption = isEncrypted ? " /Encrypt \(objects.count) 0 R /ID [<00> <00>]" : ""
        text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R\(encryption) >>\nstartxref\n\(start)\n%%EOF\n"
        bytes = Array(text.utf8)
    }
}
