import GradeModel
import ParcelValidation

/// How the parcels of one class are drawn: the colour says what they are to most people, the texture to those who see no
/// colours, and on a grey print.
struct ParcelLook {
    /// `#RRGGBB`, as numbers.
    let color: (red: Int, green: Int, blue: Int)
    let texture: Texture
    let weight: Weight

    enum Texture {
        case plain
        /// Lines: /, \, —, |, + and ×.
        case rising, falling, level, upright, grid, lattice
    }

    enum Weight {
        /// Needs attention.
        case strong
        case normal
        /// Recedes.
        case faint
    }

    init(_ color: Int, _ texture: Texture = .plain, _ weight: Weight) {
        self.color = (color >> 16 & 255, color >> 8 & 255, color & 255)
        (self.texture, self.weight) = (texture, weight)
    }

    /// About how bright it is, 0…255 (ITU-R BT.601).
    var brightness: Int { (color.red * 299 + color.green * 587 + color.blue * 114) / 1000 }
}

extension ParcelLook {
    /// Strong colours start from those of Okabe and Ito, which people with any colour vision tell apart; those that are
    /// alike to some, or in grey, have different textures. `scripts/check qgis` computes both.
    static func look(_ verdict: Verdict) -> ParcelLook {
        switch verdict {
        case .mismatch: ParcelLook(0xD55E00, .strong)
        case .badRow: ParcelLook(0x4D0F0F, .strong)
        case .disputed: ParcelLook(0xE69F00, .rising, .strong)
        case .notListed: ParcelLook(0xF0E442, .falling, .strong)
        case .notPublished: ParcelLook(0xC2A500, .grid, .strong)
        case .ambiguous: ParcelLook(0xCC79A7, .lattice, .strong)
        case .unknownTownship: ParcelLook(0x005A8C, .strong)
        case .unknownVillage: ParcelLook(0x56B4E9, .level, .strong)
        case .unknownLandType: ParcelLook(0x009E73, .upright, .strong)
        case .unreadableGrade: ParcelLook(0x7B3294, .falling, .strong)
        case .ok: ParcelLook(0xD9E6DA, .faint)
        case .filled: ParcelLook(0xCFDDE8, .faint)
        case .outOfScope: ParcelLook(0xEFEFEF, .faint)
        case .notARow: ParcelLook(0xFFFFFF, .faint)
        }
    }

    static let noVerdict = ParcelLook(0xFFFFFF, .rising, .normal)
    static let inDispute = ParcelLook(0xE69F00, .rising, .strong)
    static let noGrade = ParcelLook(0xF2F2F2, .falling, .faint)

    private init(_ color: Int, _ weight: Weight) { self.init(color, .plain, weight) }

    /// Dark for the best, lighter with each grade: ColorBrewer's YlGnBu, from the end.
    ///
    /// - Parameter last: the last grade on the map.
    static func look(_ grade: Grade, of last: Grade) -> ParcelLook {
        let steps = [0x0C2C84, 0x225EA8, 0x1D91C0, 0x41B6C4, 0x7FCDBB, 0xC7E9B4]
        // Up to four grades, each always has the same colour.
        let span = max(last.rawValue, 4) - 1
        let place = (grade.rawValue - 1) * (steps.count - 1)
        let (step, part) = (place / span, place % span)
        guard part > 0 else { return ParcelLook(steps[step], .normal) }
        let mixed = [16, 8, 0].reduce(0) { color, shift in
            let (a, b) = (steps[step] >> shift & 255, steps[step + 1] >> shift & 255)
            return color | (a + (b - a) * part / span) << shift
        }
        return ParcelLook(mixed, .normal)
    }
}
