import StrictJSON
import SystemPackage
import TabularText
import CommandSupport
import SystemSupport

/// Standard input: a line of JSON, rows of cells, the end mark, JSON. Nothing of it is copied per cell.
final class InputStream {
    /// One cell's bytes in the buffer, followed by a NUL.
    struct Cell {
        let kind: CellStream.Kind
        let start: Int
        let count: Int
    }

    /// A record has 1 MiB at most, of which a NUL is written in four bytes, and our columns behind it.
    private static let longestRow = 8 << 20
    private static let longestHeader = 1 << 20
    private static let longestSummary = 64 << 20

    private var buffer = [UInt8](repeating: 0, count: 1 << 20)
    /// What of the buffer has been read and not taken yet.
    private var start = 0
    private var end = 0
    private var cells: [Cell] = []

    func header() throws(WorkbookFault) -> WorkbookHeader {
        while true {
            if let line = buffer[start..<end].firstIndex(of: 0x0A) {
                let bytes = Array(buffer[start..<line])
                start = line + 1
                let json = try json(bytes)
                do throws(WorkbookFormError) {
                    return try WorkbookHeader(json: json)
                } catch { throw .stream(error.member) }
            }
            guard end - start < Self.longestHeader else { throw .stream("header") }
            guard try fill() else { throw end == start ? .unended : .stream("header") }
        }
    }

    /// Calls `row` for each row, and returns what follows them.
    ///
    /// - Parameter row: gets the buffer and the row's `width` cells in it; both are good for this one call.
    func rows(
        width: Int, _ row: (UnsafeRawBufferPointer, [Cell]) throws(WorkbookFault) -> Void
    ) throws(WorkbookFault) -> WorkbookSummary {
        var isOver = false
        while true {
            try buffer.withUnsafeBufferPointer { buffer throws(WorkbookFault) in
                let bytes = UnsafeRawBufferPointer(buffer)
                while !isOver, start < end {
                    if bytes[start] == WorkbookHeader.endMark {
                        isOver = true
                    } else if let next = try take(bytes, width) {
                        try row(bytes, cells)
                        start = next
                    } else {
                        break
                    }
                }
            }
            if isOver { return try summary() }
            guard end - start < Self.longestRow else { throw .stream("row") }
            guard try fill() else { throw .unended }
        }
    }

    /// Finds one whole row at `start` and says where it ends; nil where it is not there to its end.
    private func take(_ bytes: UnsafeRawBufferPointer, _ width: Int) throws(WorkbookFault) -> Int? {
        cells.removeAll(keepingCapacity: true)
        var position = start
        while cells.count < width {
            guard position < end else { return nil }
            guard let kind = CellStream.Kind(rawValue: bytes[position]) else { throw .stream("cell") }
            var behind = position + 1
            while behind < end, bytes[behind] != 0 { behind += 1 }
            guard behind < end else { return nil }
            cells.append(Cell(kind: kind, start: position + 1, count: behind - position - 1))
            position = behind + 1
        }
        return position
    }

    private func summary() throws(WorkbookFault) -> WorkbookSummary {
        while try fill() {
            guard end - start < Self.longestSummary else { throw .stream("summary") }
        }
        guard end - start > 1 else { throw .unended }
        let json = try json(Array(buffer[(start + 1)..<end]))
        do throws(WorkbookFormError) {
            return try WorkbookSummary(json: json)
        } catch { throw .stream(error.member) }
    }

    private func json(_ bytes: [UInt8]) throws(WorkbookFault) -> JSONValue {
        do throws(JSONError) {
            return try JSONValue(parsing: bytes)
        } catch {
            throw error.reason == .unexpectedEnd ? .unended : .stream(error.description)
        }
    }

    /// Reads more behind what is there; false at the end.
    private func fill() throws(WorkbookFault) -> Bool {
        if start > 0 {
            buffer.withUnsafeMutableBytes { bytes in
                bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
            }
            end -= start
            start = 0
        }
        if end == buffer.count { buffer.append(contentsOf: repeatElement(0, count: buffer.count)) }
        do throws(Errno) {
            let count = try systemCall {
                try buffer.withUnsafeMutableBytes { bytes in
                    try FileDescriptor.standardInput.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[end...]))
                }
            }
            end += count
            return count > 0
        } catch { throw .reading(error) }
    }
}
