extension Gazetteer {
    /// Townships whose name, pinyin or initials begin with what somebody has typed so far, in the edition's order. For
    /// lists to choose from.
    ///
    /// ```swift
    /// gazetteer.townships(startingWith: "jinl")  // ["金龙镇"]
    /// ```
    public func townships(startingWith text: String) -> [String] {
        guard let query = NameQuery(text), query.key.text.utf8.count <= 200 else { return [] }
        let letters = PinyinQuery(query.key)
        return townships.filter { township in
            guard let letters else { return township.key.text.utf8.starts(with: query.key.text.utf8) }
            return township.pinyin.utf8.starts(with: letters.letters) || letters.isBeginning(of: township.key)
        }.map(\.name)
    }
}
