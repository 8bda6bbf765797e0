import CFuzzer
import Glibc

// One for the whole run; the driver calls back on one thread.
nonisolated(unsafe) let damage = try LayerDamage()
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(
    LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        if let fault = damage.fault(Array(UnsafeBufferPointer(start: start, count: count))) { fatalError(fault) }
        return 0
    })
