import ListChecking
import SystemSupport
import TableFiles
import TabularText

/// An uploaded list, opened by what it is. For one thread.
final class UploadedTable {
    private let bytes: SpoolBytes
    private let client: Client
    private let end: ContinuousClock.Instant
    /// Of a database, once it was opened or that was tried.
    private(set) var layers: [String] = []

    /// - Parameter time: for a database: a view in it may have no end.
    init(_ reader: SpoolReader, _ client: Client, time: Duration) {
        bytes = SpoolBytes(reader, client)
        self.client = client
        end = ContinuousClock.now + time
    }

    func open(_ reading: ListReading) throws -> ListOpening {
        try ListOpening(bytes, name: nil, reading: reading) { [self] layer in
            let (client, end) = (client, end)
            let isCancelled: @Sendable () -> Bool = { client.isGone || ContinuousClock.now > end }
            let file = try bytes.file()
            layers = try LayerSource.layers(nameless: file.descriptor, bounds: .upload(isCancelled: isCancelled))
            return try UploadedLayer(file, layer: layer, isCancelled: isCancelled)
        }
    }

    /// Of a workbook; none where it is something else.
    var sheets: [String] { (try? WorkbookSource.sheets(of: bytes)) ?? [] }
}
