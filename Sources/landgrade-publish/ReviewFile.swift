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

    /// Nil: a file of another kind, or one that can't be read; whoever reads it as a document says why.
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

    /// Throws the exit status, after saying why: each cell at fault in a line of its own.
    func draft(
        stated: [ReviewItem: String], places: ClosedList?, _ spoken: SpokenLanguage
    ) throws -> ImportDraft {
        do {
            return try ReviewWorkbook.read(bytes, stated: stated, places: places)
        } catch let error as ReviewError {
            let shown = error.remarks.prefix(20)
            for remark in shown { StandardStreams.complain("landgrade-publish: " + line(remark, spoken)) }
            let more = error.remarks.count - shown.count
            if more > 0 {
                StandardStreams.complain("landgrade-publish: " + spoken.said("还有 \(more) 处", "and \(more) more"))
            }
            throw ExitStatus.failure.code
        } catch let error as TableError {
            throw fail(line(error.remark, spoken))
        }
    }

    private func line(_ remark: TableRemark, _ spoken: SpokenLanguage) -> String {
        "\(ShownText(path))\(spoken.colon)\(spoken.said(remark))"
    }

    /// Writes the workbook of a draft, or with nil the empty one. A workbook that is there is replaced only where it
    /// stands as it was written. Throws the exit status where it can't be written.
    static func write(_ draft: ImportDraft?, to path: String, _ spoken: SpokenLanguage) throws {
        do {
            if draft != nil, let old = bytes(path), ReviewWorkbook.isUntouched(HeldBytes(old)) {
                try ReviewWorkbook.replace(draft, at: FilePath(path))
            } else {
                try ReviewWorkbook.write(draft, to: FilePath(path))
            }
        } catch Errno.fileExists {
            guard draft != nil, ReviewFile(path) != nil else {
                throw fail(
                    "\(ShownText(path))\(spoken.colon)"
                        + spoken.said("已有这个文件；请换一个 --out", "is there already; name another --out"))
            }
            throw fail(
                "\(ShownText(path))\(spoken.colon)"
                    + spoken.said(
                        "已有这个工作簿，而且有人改动过，其中可能有答复，没有覆盖。要用其中的答复，请导入这个工作簿；不要的，请移走或删除它，或者换一个 --out",
                        "is there already and a person has changed it, so that it may hold answers; nothing was written. "
                            + "Import it to take its answers; or move or remove it, or name another --out"))
        } catch let error as Errno {
            throw fail(
                "\(ShownText(path))\(spoken.colon)" + spoken.said("写不了（\(error)）", "can't be written (\(error))"))
        }
    }
}

extension ExitStatus {
    var code: ExitCode { ExitCode(rawValue) }
}
