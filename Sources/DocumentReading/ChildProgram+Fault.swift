import SystemSupport

extension ChildProgram {
    /// What to say of a failure.
    ///
    /// - Parameter package: the Debian package that the program comes in.
    func fault(_ error: any Error, package: String, reading what: Remark) -> any Error {
        guard let failure = error as? Failure else { return error }
        switch failure {
        case .missing:
            return DocumentFault(
                zh: "是\(what.sentence(in: .zh))；读它要用 \(name)，这台机器上没有：请运行 apt install \(package)",
                en:
                    "\(what.sentence(in: .en)); reading it takes \(name), which is not installed: run `apt install \(package)`"
            )
        case .tooSlow:
            return DocumentFault(
                zh: "是\(what.sentence(in: .zh))；\(name) 用了 \(time) 秒还没有读完，已停止",
                en: "\(what.sentence(in: .en)); \(name) did not finish within \(time) seconds")
        case .tooMuch:
            return DocumentFault(
                zh: "是\(what.sentence(in: .zh))；\(name) 给出的内容超过 \(output >> 20) MiB，不像公报",
                en: "\(what.sentence(in: .en)); \(name) gives more than \(output >> 20) MiB of it: no gazette")
        case .failed(let status, let said):
            let line: Sentence = "\(excerpt: Self.firstLine(said) ?? "")"
            return DocumentFault(
                zh: "是\(what.sentence(in: .zh))，读不了：\(name) 以状态 \(status) 结束" + (line.isEmpty ? "" : "，它说“\(line)”"),
                en: "\(what.sentence(in: .en)) that can't be read: \(name) ended with status \(status)"
                    + (line.isEmpty ? "" : ", saying ‘\(line)’"))
        }
    }
}
