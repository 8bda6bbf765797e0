import NIOCore

#if canImport(Glibc)
    import Glibc
#endif

/// How many files the system lets this process have open, and how many connections that leaves room for. Where the last
/// descriptor is taken by a connection, nothing works any more: no list can be taken in, no generation opened, and the
/// loop that would accept the next one turns for nothing.
struct OpenFiles {
    /// What the system allows, after it was asked for as much as is wanted.
    let limit: Int
    /// What the service has open beside its connections and what they send.
    let own: Int

    /// Fewer connections are no service.
    private static let fewest = 8

    /// Asks for room for so many connections.
    init(connections: Int, lists: Int) {
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else {
            (self.limit, own) = (.max, 0)
            return
        }
        let open = (0..<CInt(min(limit.rlim_cur, 1024))).count { fcntl($0, F_GETFD) >= 0 }
        // Three of each loop; of each list being judged a store, a layer and what they need; of the store two generations
        // while one is replaced; the log's and the signals'.
        own = open + 3 * NIOSingletons.groupLoopCountSuggestion + 8 * lists + 48
        let wanted = rlim_t(own + 2 * connections)
        if limit.rlim_cur < wanted {
            var more = rlimit(rlim_cur: min(limit.rlim_max, wanted), rlim_max: limit.rlim_max)
            if setrlimit(resource, &more) == 0 { limit = more }
        }
        self.limit = Int(clamping: limit.rlim_cur)
    }

    var needed: Int { own + 2 * Self.fewest }

    /// Each with a file for what it is sent; nil where there are too few.
    var connections: Int? { limit >= needed ? (limit - own) / 2 : nil }
}
