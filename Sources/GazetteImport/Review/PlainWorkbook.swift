import CMinizip
import SystemPackage

/// An XLSX workbook of texts: sheets of rows, the first of them the header.
struct PlainWorkbook {
    struct Sheet {
        let name: String
        /// Widths of the columns, in characters.
        let widths: [Int]
        var rows: [[String]]
        /// Columns from 0 whose cells a person fills.
        var open: Set<Int> = []
        /// Takes one of these in a column, from row 2 on.
        var choices: [Int: [String]] = [:]
    }

    let sheets: [Sheet]

    /// Writes the parts into a new file.
    ///
    /// - Throws: `Errno`; the file may then be there in part.
    func write(to path: FilePath) throws {
        guard let zip = path.withPlatformString({ zipOpen64($0, APPEND_STATUS_CREATE) }) else { throw Errno.ioError }
        var isWhole = true
        for (name, text) in parts {
            var info = zip_fileinfo()
            // 1 January 1980, so that equal facts are equal files.
            info.tmz_date.tm_year = 1980
            info.tmz_date.tm_mday = 1
            let bytes = Array(text.utf8)
            isWhole =
                isWhole
                && zipOpenNewFileInZip64(zip, name, &info, nil, 0, nil, 0, nil, Z_DEFLATED, Z_DEFAULT_COMPRESSION, 0)
                    == ZIP_OK
                && bytes.withUnsafeBytes({ zipWriteInFileInZip(zip, $0.baseAddress, UInt32($0.count)) }) == ZIP_OK
                && zipCloseFileInZip(zip) == ZIP_OK
        }
        guard zipClose(zip, nil) == ZIP_OK, isWhole else { throw Errno.ioError }
    }

    private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"

    /// The parts that every spreadsheet program asks for, in their order.
    private var parts: [(String, String)] {
        let types = sheets.indices.map {
            #"<Override PartName="/xl/worksheets/sheet\#($0 + 1).xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"#
        }.joined()
        let entries = sheets.enumerated().map {
            #"<sheet name="\#(Self.escaped($1.name))" sheetId="\#($0 + 1)" r:id="rId\#($0 + 1)"/>"#
        }.joined()
        let relations = sheets.indices.map {
            #"<Relationship Id="rId\#($0 + 1)" Type="\#(Self.office)/worksheet" Target="worksheets/sheet\#($0 + 1).xml"/>"#
        }.joined()
        return [
            (
                "[Content_Types].xml",
                Self.head
                    + #"<Types xmlns="\#(Self.package)/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\#(types)</Types>"#
            ),
            (
                "_rels/.rels",
                Self.head
                    + #"<Relationships xmlns="\#(Self.package)/relationships"><Relationship Id="rId1" Type="\#(Self.office)/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="\#(Self.package)/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#
            ),
            (
                "xl/workbook.xml",
                Self.head
                    + #"<workbook xmlns="\#(Self.main)" xmlns:r="\#(Self.office)"><sheets>\#(entries)</sheets></workbook>"#
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Self.head
                    + #"<Relationships xmlns="\#(Self.package)/relationships">\#(relations)<Relationship Id="rIdS" Type="\#(Self.office)/styles" Target="styles.xml"/></Relationships>"#
            ),
            ("xl/styles.xml", Self.head + Self.styles), ("docProps/core.xml", Self.head + properties),
        ] + sheets.enumerated().map { ("xl/worksheets/sheet\($0 + 1).xml", Self.head + Self.part($1)) }
    }

    /// The document's properties, of which only the description is used.
    private var properties: String {
        #"<cp:coreProperties xmlns:cp="\#(Self.package)/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>\#(WrittenMark.mark(of: sheets))</dc:description></cp:coreProperties>"#
    }

    /// Style 1: a header; 2: text in lines; 3: a cell to fill. All are text, so that a spreadsheet program leaves 1-2 and
    /// 42.00 as they are typed.
    private static let styles =
        #"<styleSheet xmlns="\#(main)"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="3" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#

    private static func part(_ sheet: Sheet) -> String {
        var text =
            #"<worksheet xmlns="\#(main)"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>"#
        for (index, width) in sheet.widths.enumerated() {
            text += #"<col min="\#(index + 1)" max="\#(index + 1)" width="\#(width)" style="2" customWidth="1"/>"#
        }
        text += "</cols><sheetData>"
        for (row, cells) in sheet.rows.enumerated() {
            text += #"<row r="\#(row + 1)">"#
            for (column, value) in cells.enumerated() {
                let style = row == 0 ? 1 : sheet.open.contains(column) ? 3 : 2
                let place = "\(letter(column))\(row + 1)"
                if value.isEmpty {
                    text += #"<c r="\#(place)" s="\#(style)"/>"#
                } else {
                    text +=
                        #"<c r="\#(place)" s="\#(style)" t="inlineStr"><is><t xml:space="preserve">\#(escaped(value))</t></is></c>"#
                }
            }
            text += "</row>"
        }
        text += "</sheetData>"
        if !sheet.choices.isEmpty {
            text += #"<dataValidations count="\#(sheet.choices.count)">"#
            for (column, words) in sheet.choices.sorted(by: { $0.key < $1.key }) {
                let list = escaped(words.joined(separator: ","))
                text +=
                    #"<dataValidation type="list" allowBlank="1" sqref="\#(letter(column))2:\#(letter(column))5000"><formula1>"\#(list)"</formula1></dataValidation>"#
            }
            text += "</dataValidations>"
        }
        return text + "</worksheet>"
    }

    /// Of the first 26.
    private static func letter(_ column: Int) -> String { String(Unicode.Scalar(UInt8(0x41 + column))) }

    private static func escaped(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out.append(contentsOf: "&amp;".unicodeScalars)
            case "<": out.append(contentsOf: "&lt;".unicodeScalars)
            case ">": out.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
            // An underscore that would be read as an escape.
            case "_": out.append(contentsOf: "_x005F_".unicodeScalars)
            case "\n", "\t": out.append(scalar)
            case let scalar where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}
