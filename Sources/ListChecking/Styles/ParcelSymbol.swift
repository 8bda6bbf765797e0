import TableFiles

/// A look as one of QGIS's symbols: polygons get lines over a colour, lines a dash pattern between edges, points a shape.
struct ParcelSymbol {
    private let look: ParcelLook
    private let geometry: DrawnGeometry

    init(_ look: ParcelLook, for geometry: DrawnGeometry) { (self.look, self.geometry) = (look, geometry) }

    func xml(number: Int) -> StyleXML {
        let (type, layers) =
            switch geometry {
            case .polygon: ("fill", fill)
            case .line: ("line", line)
            case .point: ("marker", marker)
            }
        return StyleXML(
            "symbol", ["type": type, "name": "\(number)", "alpha": "1", "clip_to_extent": "1", "force_rhr": "0"], layers
        )
    }

    private var color: String { "\(look.color.red),\(look.color.green),\(look.color.blue),255" }

    /// Edges and their widths in millimetres.
    private var edge: (color: String, width: String) {
        switch look.weight {
        case .strong: ("38,38,38,255", "0.4")
        case .normal: ("110,110,110,255", "0.2")
        case .faint: ("153,153,153,255", "0.15")
        }
    }

    private var fill: [StyleXML] {
        let base = layer(
            "SimpleFill",
            [
                ("color", color), ("joinstyle", "bevel"), ("outline_color", edge.color), ("outline_style", "solid"),
                ("outline_width", edge.width), ("outline_width_unit", "MM"), ("style", "solid"),
            ])
        let ink =
            look.weight == .strong ? look.brightness < 96 ? "255,255,255,255" : "38,38,38,255" : "140,140,140,255"
        let lines = angles.map { angle in
            layer(
                "LinePatternFill",
                [
                    ("angle", angle), ("color", ink), ("distance", "1.6"), ("distance_unit", "MM"),
                    ("line_width", "0.26"), ("line_width_unit", "MM"),
                ])
        }
        return [base] + lines
    }

    /// Of the texture's lines, in degrees from the east, counterclockwise.
    private var angles: [String] {
        switch look.texture {
        case .plain: []
        case .rising: ["45"]
        case .falling: ["135"]
        case .level: ["0"]
        case .upright: ["90"]
        case .grid: ["0", "90"]
        case .lattice: ["45", "135"]
        }
    }

    private var line: [StyleXML] {
        let (width, edgeWidth) =
            switch look.weight {
            case .strong: ("0.9", "1.5")
            case .normal: ("0.7", "1")
            case .faint: ("0.5", "0.7")
            }
        func stroke(_ color: String, _ width: String, _ style: String) -> StyleXML {
            layer(
                "SimpleLine",
                [
                    ("capstyle", "flat"), ("joinstyle", "bevel"), ("line_color", color), ("line_style", style),
                    ("line_width", width), ("line_width_unit", "MM"),
                ])
        }
        let style =
            switch look.texture {
            case .plain: "solid"
            case .rising, .level: "dash"
            case .falling, .upright: "dot"
            case .grid: "dash dot"
            case .lattice: "dash dot dot"
            }
        return [
            stroke(edge.color, edgeWidth, "solid"), stroke("255,255,255,255", width, "solid"),
            stroke(color, width, style),
        ]
    }

    private var marker: [StyleXML] {
        let shape =
            switch look.texture {
            case .plain: "circle"
            case .rising: "triangle"
            case .falling: "square"
            case .level: "diamond"
            case .upright: "pentagon"
            case .grid: "hexagon"
            case .lattice: "star"
            }
        return [
            layer(
                "SimpleMarker",
                [
                    ("color", color), ("name", shape), ("outline_color", edge.color), ("outline_style", "solid"),
                    ("outline_width", edge.width), ("outline_width_unit", "MM"),
                    ("size", look.weight == .strong ? "3.4" : "2.4"), ("size_unit", "MM"),
                ])
        ]
    }

    /// What a layer of a symbol is made of stands in it twice: `Option` is read from QGIS 3.18 on, `prop` by those before.
    private func layer(_ type: String, _ settings: [(name: String, value: String)]) -> StyleXML {
        let options = settings.map { StyleXML("Option", ["type": "QString", "name": $0.name, "value": $0.value]) }
        return StyleXML(
            "layer", ["class": type, "enabled": "1", "locked": "0", "pass": "0"],
            [StyleXML("Option", ["type": "Map"], options)]
                + settings.map { StyleXML("prop", ["k": $0.name, "v": $0.value]) })
    }
}
