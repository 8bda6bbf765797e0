import NIOCore

/// Percent-encodes the bytes of a request's target that are no ASCII, as browsers do and `curl` does not: the parser of
/// HTTP refuses them. Stands before the parser and changes nothing behind a request's first line.
///
/// Where requests are sent ahead, so that one begins in the middle of what comes, its target stays as it is.
final class TargetEncoder: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private enum Place { case beginning, method, target, behind }

    private var place = Place.beginning

    /// The parser has read a request to its end: what comes next begins another.
    func requestEnded() { place = .beginning }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard place != .behind else { return context.fireChannelRead(data) }
        let buffer = unwrapInboundIn(data)
        guard let encoded = buffer.withUnsafeReadableBytes(encode) else { return context.fireChannelRead(data) }
        context.fireChannelRead(wrapInboundOut(ByteBuffer(bytes: encoded)))
    }

    /// Nil where nothing has to be changed.
    private func encode(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
        if place == .beginning, Self.beginsWithPlainLine(bytes) {
            place = .behind
            return nil
        }
        return encodeByStates(bytes)
    }

    /// Whether a whole first line is here and ASCII, as that of nearly every request.
    private static func beginsWithPlainLine(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let first = bytes.first, first > 0x20, let end = bytes.firstIndex(of: 0x0A) else { return false }
        return bytes[..<end].reduce(0, |) < 0x80
    }

    private func encodeByStates(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
        var encoded: [UInt8]?
        var place = place
        defer { self.place = place }
        for (index, byte) in bytes.enumerated() {
            if place == .target, byte >= 0x80 {
                if encoded == nil { encoded = Array(bytes[..<index]) }
                encoded?.append(UInt8(ascii: "%"))
                encoded?.append(Self.digits[Int(byte >> 4)])
                encoded?.append(Self.digits[Int(byte & 15)])
                continue
            }
            if place == .behind {
                encoded?.append(contentsOf: bytes[index...])
                break
            }
            encoded?.append(byte)
            switch (place, byte) {
            // Line ends before a request are allowed.
            case (.beginning, 0x0A), (.beginning, 0x0D): break
            case (_, 0x0A): place = .behind
            case (.beginning, _): place = .method
            case (.method, 0x20): place = .target
            default: break
            }
        }
        return encoded
    }

    private static let digits = Array("0123456789ABCDEF".utf8)
}
