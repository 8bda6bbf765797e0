import CommandSupport
import DocumentReading
import GazetteImport
import SourceDocuments
import SystemPackage
import SystemSupport
import TabularText

/// Opens the files of an import, each by its reader, as one document.
enum SourceFiles {
    static func document(_ paths: [String], _ language: Language) throws -> SourceDocument {
        SourceDocument(joining: try paths.map { try read($0, language) })
    }

    private static func read(_ path: String, _ language: Language) throws -> SourceDocument {
        if ReviewFile(path) != nil {
            throw CommandEnd.failure(
                language.about(
                    path,
                    language.pick(
                        zh: "是核对工作簿；请只导入这一个文件，不要与别的文件一起导入",
                        en: "a review workbook; import it by itself, without other files")))
        }
        let document: SourceDocument
        do throws(DocumentFault) {
            let read = try DocumentReader.read(FilePath(path), name: FilePath(path).lastComponent?.string ?? path)
            for remark in read.remarks {
                program.say(language.about(path, remark.sentence(in: language)))
            }
            document = read.document
        } catch { throw language.failure(path, error) }
        // Read as a document it would be one without its answers.
        let sheets = document.blocks.compactMap { block in
            if case .table(let table) = block { table.place.sheet ?? table.title } else { block.place.sheet }
        }
        guard !ReviewWorkbook.isOne(sheets: sheets) else {
            throw CommandEnd.failure(
                language.about(
                    path,
                    language.pick(
                        zh: "是核对工作簿，但不是 .xlsx 格式；请在 Excel、WPS 或 LibreOffice 中另存为 .xlsx 再导入",
                        en: "a review workbook in another format; save it as .xlsx, and import that")))
        }
        return document
    }
}
