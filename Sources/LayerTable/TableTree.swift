/// The way from a table's first page down to its rows, and from one leaf to the next.
struct TableTree {
    private let pages: TablePages
    private let root: Int
    /// The inner pages on the way to a leaf, the table's first page first.
    private var inner: [Inner] = []
    /// All leaves are as deep as the first one that was found.
    private var leafDepth: Int?
    /// Leaves that stand behind one another in the file, read at once.
    private var leaves: [UInt8] = []
    private var firstLeaf = 0
    private var leafCount = 0

    /// A tree as deep as this would have more rows than there are numbers, or is a circle.
    private static let mostLevels = 20
    private static let mostLeavesAtOnce = 32

    init(_ pages: TablePages, root: Int) { (self.pages, self.root) = (pages, root) }

    /// What whoever looks at a leaf says of it.
    enum Next { case more, enough, odd }

    /// A leaf's page, and where it stands: its rows have numbers above one and up to another.
    struct Leaf {
        let page: TablePage
        let above: Int64?
        let through: Int64
        /// Rows before those that are wanted may come first.
        let isFirst: Bool
    }

    /// Calls `body` with one leaf after the other, from the one on that may have the row of number `first`.
    ///
    /// - Parameters:
    ///   - last: the last number that is wanted: what is read ahead ends there.
    ///   - body: gets the leaf and its bytes.
    /// - Returns: false where something is not as it should be, and SQLite has to be asked.
    mutating func forEachLeaf(
        from first: Int64, through last: Int64, _ body: (Leaf, RawSpan) -> Next
    ) -> Bool {
        var leaf = descend(to: root, depth: 0, from: first)
        var isFirst = true
        while let found = leaf {
            guard read(found, through: last) else { return false }
            switch look(found, isFirst, body) {
            case .more: break
            case .enough: return true
            case .odd: return false
            }
            isFirst = false
            guard let depth = inner.lastIndex(where: { $0.child < $0.page.cellCount }) else { return true }
            inner[depth].child += 1
            guard let next = inner[depth].child(inner[depth].child) else { return false }
            leaf = descend(to: next, depth: depth + 1, from: nil)
        }
        return false
    }

    private func look(_ number: Int, _ isFirst: Bool, _ body: (Leaf, RawSpan) -> Next) -> Next {
        let start = (number - firstLeaf) * pages.pageSize
        let bytes = leaves.span.bytes.extracting(start..<start + pages.usableSize)
        // Only a table without rows has a leaf without any.
        guard let page = TablePage(bytes), page.kind == .leaf, page.cellCount > 0 || inner.isEmpty else { return .odd }
        var above: Int64?
        var through = Int64.max
        for level in inner {
            if level.child > 0 {
                guard let key = level.key(level.child - 1) else { return .odd }
                above = max(key, above ?? key)
            }
            if level.child < level.page.cellCount {
                guard let key = level.key(level.child) else { return .odd }
                through = min(key, through)
            }
        }
        return body(Leaf(page: page, above: above, through: through, isFirst: isFirst), bytes)
    }

    /// The leaf below a page: the one that may have the row of this number, or else the first one.
    private mutating func descend(to page: Int, depth: Int, from number: Int64?) -> Int? {
        var page = page
        for depth in depth..<Self.mostLevels {
            if depth == leafDepth { return page }
            guard enter(page, depth) else { return nil }
            if inner[depth].page.kind == .leaf {
                inner.removeLast(inner.count - depth)
                leafDepth = depth
                return page
            }
            let index = number.map { inner[depth].index(from: $0) } ?? 0
            guard let index, let next = inner[depth].child(index) else { return nil }
            inner[depth].child = index
            page = next
        }
        return nil
    }

    /// The page on this level, read unless it is there from last time.
    private mutating func enter(_ number: Int, _ depth: Int) -> Bool {
        if depth < inner.count, inner[depth].number == number { return true }
        var bytes: [UInt8] = []
        guard pages.read(&bytes, from: number, count: 1) else { return false }
        bytes.removeLast(bytes.count - pages.usableSize)
        guard let page = TablePage(bytes.span.bytes), page.kind == .leaf || page.isInOrder(bytes.span.bytes) else {
            return false
        }
        inner.removeLast(max(0, inner.count - depth))
        inner.append(Inner(number: number, bytes: bytes, page: page))
        return true
    }

    /// Reads a leaf, and with it those that follow it in the file and in the table.
    private mutating func read(_ leaf: Int, through last: Int64) -> Bool {
        if (firstLeaf..<firstLeaf + leafCount).contains(leaf) { return true }
        var count = 1
        if let parent = inner.last {
            while count < Self.mostLeavesAtOnce, parent.child + count <= parent.page.cellCount,
                parent.child(parent.child + count) == leaf + count,
                let key = parent.key(parent.child + count - 1), key < last
            {
                count += 1
            }
        }
        leafCount = 0
        guard pages.read(&leaves, from: leaf, count: count) else { return false }
        (firstLeaf, leafCount) = (leaf, count)
        return true
    }
}

/// An inner page, and which of its children the way goes through.
private struct Inner {
    let number: Int
    let bytes: [UInt8]
    let page: TablePage
    var child = 0

    func child(_ index: Int) -> Int? { page.child(index, in: bytes.span.bytes) }
    func index(from number: Int64) -> Int? { page.child(from: number, in: bytes.span.bytes) }
    func key(_ index: Int) -> Int64? { page.key(index, in: bytes.span.bytes) }
}
