import SystemPackage

extension StoreFolder {
    /// Lets the link name another generation, whose file is there and flushed: a new link is made aside and renamed over
    /// the old one, so that a reader finds the one or the other. Under the store's lock only.
    ///
    /// Throws `notDurable` where the link was moved and the folder could not be flushed; with any other error it was not
    /// moved.
    func flip(to name: GenerationName) throws(StoreError) {
        let aside = temporary.appending("link")
        do {
            try FileSystem.remove(aside)
            try FileSystem.symlink(name.file, at: aside)
            try FileSystem.rename(aside, to: link)
        } catch {
            throw error == .noSpace
                ? .noSpace(path: path.string) : .notWritable(path: path.string, detail: error.description)
        }
        do {
            try FileSystem.flush(path)
        } catch .invalidArgument {
            return  // this file system has no such thing for folders
        } catch .notSupported {
            return
        } catch {
            throw .notDurable(path: path.string, detail: error.description)
        }
    }
}

extension StoreWriter {
    /// Goes back (or forward) to a generation that is in the store, by hand. It is read whole against its side file
    /// first. What was learned of a feed (`trust/`) stays as it is: an older serial is not accepted afterwards.
    ///
    /// False: the link names it already. Throws `noGeneration`, `altered`, `noSideFile` or whatever is wrong with the
    /// file, and then nothing was moved.
    public func use(_ name: GenerationName) throws(StoreError) -> Bool {
        guard try folder.generations().contains(name) else { throw .noGeneration(number: name.number) }
        switch try folder.verify(name) {
        case .intact: break
        case .changed(let expected, let found): throw .altered(file: name.file, expected: expected, found: found)
        case .noSideFile(let path): throw .noSideFile(path: path)
        }
        _ = try Generation(name, in: folder).status()
        if let current = try? folder.current(), current == name { return false }
        try folder.flip(to: name)
        return true
    }
}
