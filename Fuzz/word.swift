import CFuzzer
import Glibc

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(
    LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        let input = Array(UnsafeBufferPointer(start: start, count: count))
        if let fault = DocumentFuzz.word.fault(input) { fatalError(fault) }
        return 0
    })
