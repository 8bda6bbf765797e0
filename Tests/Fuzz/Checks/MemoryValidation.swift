import TabularText

@testable import ParcelValidation

/// Runs the fast validator over bytes in memory.
func validate(
    _ bytes: [UInt8], _ format: ListFormat, _ counties: any CountySource, _ options: ValidationOptions
) throws -> (output: [UInt8], summary: ValidationSummary) {
    final class Files: @unchecked Sendable {  // reading and writing are each one thread at a time
        var rest: ArraySlice<UInt8>
        var output: [UInt8] = []
        init(_ rest: ArraySlice<UInt8>) { self.rest = rest }
    }
    let sample = min(bytes.count, max(format.prologue.count, 100))
    let files = Files(bytes.dropFirst(sample))
    let list = try ListValidation(
        format: format, sample: Array(bytes.prefix(sample)), counties: counties, options: options
    ) { buffer in
        let count = min(buffer.count, files.rest.count)
        buffer.copyBytes(from: files.rest.prefix(count))
        files.rest = files.rest.dropFirst(count)
        return count
    }
    let summary = try list.run { files.output += $0 }
    return (files.output, summary)
}
