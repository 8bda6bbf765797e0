import CFuzzer
import FuzzChecks
import Glibc

guard let name = getenv("LANDGRADE_FUZZ_TARGET"), let target = FuzzTarget(rawValue: String(cString: name)) else {
    fatalError("LANDGRADE_FUZZ_TARGET is one of \(FuzzTarget.allCases.map(\.rawValue))")
}
// The fuzzer takes a C function, which captures nothing, and calls it on one thread.
nonisolated(unsafe) let check = try target.check()
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(
    LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        if let fault = check(Array(UnsafeBufferPointer(start: start, count: count))) { fatalError(fault) }
        return 0
    })
