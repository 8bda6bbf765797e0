/// The next generation as the current one with some of its counties replaced. An update of one county out of thousands
/// then costs a copy of the file and the checks of the whole, and not every row anew.
public struct Amendment {
    let base: GenerationName
    /// What the copy has to hash to.
    let sha256: String
    /// Codes of the counties that come anew, those that were not there included.
    public let counties: Set<String>

    /// Nil where a new file is needed, or is no dearer: other name rules, nothing to vouch for the
    /// file, or more than one county in four.
    public init?(of current: Generation, replacing counties: Set<String>, indexing: NameIndexing) throws(StoreError) {
        let (count, rules) = try current.extent()
        guard rules == indexing.rules, counties.count * 4 <= count else { return nil }
        let side: String?
        do {
            side = try current.folder.sideHash(current.name)
        } catch { return nil }
        guard let side else { return nil }
        base = current.name
        sha256 = side
        self.counties = counties
    }
}
