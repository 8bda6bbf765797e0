import SystemPackage
import SystemSupport

/// A picture in pixels of an SVG, by `rsvg-convert` of librsvg.
public enum RasterPicture {
    /// Pixels of the picture for one of the SVG: enough for print at the size of a page.
    private static let zoom = "2"

    /// - Returns: a PNG file.
    public static func png(_ svg: Markup) throws -> [UInt8] {
        let folder = try ScratchFolder()
        let source = try folder.write(Array(svg.text.utf8), "map.svg")
        let program = ChildProgram(
            name: "rsvg-convert", arguments: ["--format", "png", "--zoom", FilePath(zoom)], time: 120, memory: 4096,
            input: source)
        var picture: [UInt8] = []
        do {
            try program.run { picture += $0 }
        } catch let failure as ChildProgram.Failure { throw RasterFault(failure, time: program.time) }
        return picture
    }
}

/// Why there is no picture in pixels.
struct RasterFault: Error, Worded {
    private let failure: ChildProgram.Failure
    private let time: Int

    init(_ failure: ChildProgram.Failure, time: Int) { (self.failure, self.time) = (failure, time) }

    func sentence(in language: Language) -> Sentence {
        switch failure {
        case .missing:
            language.pick(
                zh: "PNG 要用 rsvg-convert 生成，这台机器上没有：请运行 apt install librsvg2-bin fonts-noto-cjk，或输出 .svg",
                en:
                    "a PNG takes rsvg-convert, which is not installed: run `apt install librsvg2-bin fonts-noto-cjk`, or write an .svg"
            )
        case .tooSlow:
            language.pick(
                zh: "rsvg-convert 用了 \(time) 秒还没有画完，已停止；请输出 .svg",
                en: "rsvg-convert did not finish within \(time) seconds; write an .svg")
        case .tooMuch, .failed:
            language.pick(
                zh: "rsvg-convert 没有画成\(said)；请输出 .svg", en: "rsvg-convert failed\(said); write an .svg")
        }
    }

    private var said: Sentence {
        guard case .failed(let status, let said) = failure else { return "" }
        return ChildProgram.firstLine(said).map { " (\(excerpt: $0, characters: 160))" } ?? " (\(Int(status)))"
    }
}
