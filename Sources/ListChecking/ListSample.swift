public import TabularText

/// The first bytes of a list, from which its encoding and delimiter are determined.
public struct ListSample: Sendable {
    public private(set) var bytes: [UInt8]
    /// There is nothing behind them.
    public private(set) var isWhole = false

    /// - Parameter read: fills the buffer it is given and returns how many bytes it wrote, 0 at the end.
    public init(_ read: (UnsafeMutableRawBufferPointer) throws -> Int) rethrows {
        bytes = [UInt8](repeating: 0, count: ListFormat.sampleSize)
        var count = 0
        while count < bytes.count, !isWhole {
            let more = try bytes.withUnsafeMutableBytes { bytes in
                try read(UnsafeMutableRawBufferPointer(rebasing: bytes[count...]))
            }
            count += more
            isWhole = more == 0
        }
        bytes.removeSubrange(count...)
    }

    /// Nil encoding or delimiter: to be found.
    public func format(encoding: TextEncoding?, delimiter: Delimiter?) throws(FormatError) -> ListFormat {
        try ListFormat.detect(sample: bytes, isWhole: isWhole, encoding: encoding, delimiter: delimiter)
    }
}
