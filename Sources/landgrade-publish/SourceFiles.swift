import CommandSupport
import DocumentReading
import GazetteImport
import SourceDocuments
import SystemPackage
import SystemSupport
import TabularText

/// Opens the files of an import, each by its reader, as one document.
enum SourceFiles {
    static func document(_ paths: [String], _ spoken: SpokenLanguage) throws -> SourceDocument {
        SourceDocument(joining: try paths.map { try read($0, spoken) })
    }

    private static func read(_ path: String, _ spoken: SpokenLanguage) throws -> SourceDocument {
        let name = "\(ShownText(path))\(spoken.colon)"
        if ReviewFile(path) != nil {
            throw fail(
                name
                    + spoken.said(
                        "是核对工作簿；请只导入这一个文件，不要与别的文件一起导入",
                        "a review workbook; import it by itself, without other files"))
        }
        let document: SourceDocument
        do throws(DocumentFault) {
            let read = try DocumentReader.read(FilePath(path), name: FilePath(path).lastComponent?.string ?? path)
            for remark in read.remarks {
                StandardStreams.complain("landgrade-publish: " + name + spoken.said(remark))
            }
            document = read.document
        } catch { throw fail(name + spoken.said(error.remark)) }
        // Read as a document it would be one without its answers.
        let sheets = document.blocks.compactMap { block in
            if case .table(let table) = block { table.place.sheet ?? table.title } else { block.place.sheet }
        }
        guard !ReviewWorkbook.isOne(sheets: sheets) else {
            throw fail(
                name
                    + spoken.said(
                        "是核对工作簿，但不是 .xlsx 格式；请在 Excel、WPS 或 LibreOffice 中另存为 .xlsx 再导入",
                        "a review workbook in another format; save it as .xlsx, and import that"))
        }
        return document
    }
}
