import Hummingbird

/// Hummingbird's router as it comes, with one route that sends a constant: what a service on this library can reach.
///
/// usage: bare-router PORT BYTES
let arguments = CommandLine.arguments.dropFirst().compactMap(Int.init)
precondition(arguments.count == 2, "usage: bare-router PORT BYTES")
let body = ByteBuffer(repeating: 0x20, count: arguments[1])

let router = Router()
router.get("/v1/lookup") { _, _ in
    Response(status: .ok, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: body))
}
let application = Application(
    router: router, configuration: .init(address: .hostname("127.0.0.1", port: arguments[0])))
try await application.runService()
