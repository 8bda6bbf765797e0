extension StoreWriter {
    /// Goes back (or forward) to a generation that is in the store, by hand. It is read whole against its side file
    /// first. What was learned of a feed (`trust/`) stays as it is: an older serial is not accepted afterwards.
    ///
    /// False: the link names it already. Throws `noGeneration`, `altered`, `noSideFile` or whatever is wrong with the
    /// file, and then nothing was moved; only `notDurable` comes after.
    public func use(_ name: GenerationName) throws(StoreError) -> Bool {
        try folder.require(name)
        switch try folder.verify(name) {
        case .intact: break
        case .changed(let expected, let found): throw .altered(file: name.file, expected: expected, found: found)
        case .noSideFile(let path): throw .noSideFile(path: path)
        }
        _ = try Generation(name, in: folder).status()
        if let current = try? folder.current(), current == name { return false }
        try link(to: name)
        return true
    }
}
