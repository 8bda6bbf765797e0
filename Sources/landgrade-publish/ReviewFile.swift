import ArgumentParser
import CommandSupport
import GazetteImport
import SystemPackage
import SystemSupport
import TabularText

/// A review workbook on disk.
struct ReviewFile {
    let path: String
    private let bytes: HeldBytes

    /// Nil: a file of another kind, or one that can't be read; reading it as a document says why.
    init?(_ path: String) {
        guard let bytes = Self.bytes(path) else { return nil }
        self.bytes = HeldBytes(bytes)
        self.path = path
        guard ReviewWorkbook.isOne(self.bytes) else { return nil }
    }

    private static func bytes(_ path: String) -> [UInt8]? {
        let limit = 64 << 20
        guard let file = try? FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec, .nonBlocking])
        else {
            return nil
        }
        defer { try? file.close() }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while let count = try? block.withUnsafeMutableBytes({ try file.read(into: $0) }), count > 0 {
            bytes += block[..<count]
            guard bytes.count <= limit, bytes.starts(with: [0x50, 0x4B]) else { return nil }
        }
        return bytes
    }

    /// Throws a `CommandEnd`: each cell at fault in a line of its own.
    func draft(
        stated: [ReviewItem: String], places: ClosedList?, _ language: Language
    ) throws -> ImportDraft {
        do {
            return try ReviewWorkbook.read(bytes, stated: stated, places: places)
        } catch let error as ReviewError {
            let shown = error.remarks.prefix(20), more = error.remarks.count - shown.count
            let lines = shown.map { language.about(path, $0.sentence(in: language)) }
            let rest = more > 0 ? [language.pick(zh: "还有 \(more) 处", en: "and \(more) more")] : []
            throw CommandEnd(lines + rest, status: .failure)
        } catch let error as TableError { throw language.failure(path, error) }
    }

    /// Writes the workbook of a draft, or with nil the empty one. A workbook that is there is replaced only where it
    /// stands as it was written. Throws a `CommandEnd` where it can't be written.
    static func write(_ draft: ImportDraft?, to path: String, _ language: Language) throws {
        do {
            if draft != nil, let old = bytes(path), ReviewWorkbook.isUntouched(HeldBytes(old)) {
                try ReviewWorkbook.replace(draft, at: FilePath(path))
            } else {
                try ReviewWorkbook.write(draft, to: FilePath(path))
            }
        } catch let error as Errno {
            let sentence =
                switch error {
                case .fileExists where draft != nil && ReviewFile(path) != nil:
                    language.pick(
                        zh: "已有这个工作簿，而且有人改动过，其中可能有答复，没有覆盖。要用其中的答复，请导入这个工作簿；不要的，请移走或删除它，或者换一个 --out",
                        en: """
                            is there already and a person has changed it, so that it may hold answers; nothing was written. \
                            Import it to take its answers; or move or remove it, or name another --out
                            """)
                case .fileExists: language.pick(zh: "已有这个文件；请换一个 --out", en: "is there already; name another --out")
                default: language.pick(zh: "写不了（\(SystemWords.chinese(error))）", en: "can't be written (\(error))")
                }
            throw CommandEnd.failure(language.about(path, sentence))
        }
    }
}
