/// Why a file was not fetched, for a person: one sentence without a final point. What came from the network is escaped.
public protocol TransferWording: Sendable {
    func sentence(_ error: TransferError) -> String
    func sentence(_ fault: AddressFault) -> String
}

extension TransferError: CustomStringConvertible {
    public var description: String { EnglishTransferWording().sentence(self) }
}

extension AddressFault: CustomStringConvertible {
    public var description: String { EnglishTransferWording().sentence(self) }
}
