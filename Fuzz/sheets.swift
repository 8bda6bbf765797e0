import CFuzzer
import Glibc

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(
    LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        if let fault = DocumentFuzz.sheets.fault(Array(UnsafeBufferPointer(start: start, count: count))) { fatalError(fault) }
        return 0
    })
