/// A village within one county; without a name, a township as a whole.
package struct VillageName: Hashable, Sendable {
    package let township: String
    package let village: String?

    package init(township: String, village: String?) {
        self.township = township
        self.village = village
    }
}
