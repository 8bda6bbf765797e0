import CommandSupport
import ListChecking
import TabularText
import SystemSupport

/// The list's file, as `ListOpening` reads it.
final class InputBytes: ListBytes, RandomAccess {
    private let file: InputFile

    init(_ file: InputFile) { self.file = file }

    var size: Int64? { file.size }
    var count: Int { Int(clamping: file.size ?? 0) }
    var randomAccess: (any RandomAccess)? { file.size == nil ? nil : self }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int { try file.read(into: buffer) }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        try file.read(at: offset, into: buffer)
    }
}
