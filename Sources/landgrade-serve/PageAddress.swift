import SystemSupport

/// Where a browser on this machine finds the pages.
struct PageAddress: Worded {
    let host: String
    let port: Int

    var text: String {
        // What listens on all addresses is reached by this one too.
        let name =
            switch host {
            case "0.0.0.0": "127.0.0.1"
            case "::": "[::1]"
            default: host.contains(":") ? "[\(host)]" : host
            }
        return "http://\(name):\(port)/"
    }

    func sentence(in language: Language) -> Sentence {
        language.pick(
            zh: "服务已启动，请在浏览器中打开 \(text) （按 Ctrl-C 停止）",
            en: "The service runs: open \(text) in a browser (Ctrl-C stops it)")
    }
}
