/// What `scripts/fuzz` feeds with bytes of its own, and the tests with those that are kept in `Tests/Corpus`.
package enum FuzzTarget: String, CaseIterable, Sendable {
    case records, validator, price
    case signature, manifest, generation
    case workbook, dbf, layer, shape
    case word, opendocument, sheets, page, text, pdf

    /// What must hold for any bytes: a function that returns what does not, nil where all does.
    package func check() throws -> ([UInt8]) -> String? {
        switch self {
        case .records: recordFault
        case .validator: validatorFault
        case .price: priceFault
        case .signature: signatureFault
        case .manifest: manifestFault
        case .generation: try GenerationDamage().fault
        case .workbook: workbookFault
        case .dbf: dbfFault
        case .layer: try LayerDamage().fault
        case .shape: shapeFault
        case .word: DocumentFuzz.word.fault
        case .opendocument: DocumentFuzz.opendocument.fault
        case .sheets: DocumentFuzz.sheets.fault
        case .page: DocumentFuzz.page.fault
        case .text: DocumentFuzz.text.fault
        case .pdf: DocumentFuzz.pdf.fault
        }
    }
}
