import GradeModel
import SignedFeed

public struct EnglishPullWording: PullWording {
    public init() {}

    public func sentence(_ error: PullError) -> String {
        switch error {
        case .transfer(let error): EnglishTransferWording().sentence(error)
        case .address(let fault): "the address is refused: \(EnglishTransferWording().sentence(fault))"
        case .folder(let path, let detail): "\(path): \(detail)"
        case .unpublished: "nothing is published there (no current.signed, or no keys/1.signed)"
        case .incomplete(let file):
            "\(file) is listed and not there: the publication is incomplete; try again later, or tell the publisher"
        case .coolingDown(let until):
            "the server asked not to be contacted before \(until); --now asks all the same"
        case .secret(let fault): sentence(fault)
        case .message(let file, let error): "\(file): \(EnglishFeedWording().sentence(error))"
        case .keySet(let file, let error): "\(file): \(EnglishFeedWording().sentence(error))"
        case .manifest(let error): "current.signed: \(EnglishFeedWording().sentence(error))"
        case .otherSource(let expected, let found):
            "source mismatch: this is \(found), not \(expected); is the address right?"
        case .keysVersion(let manifest, let current):
            "the list is signed under key set \(manifest), and key set \(current) is in force"
        case .longChain(let reached):
            "a long chain of key sets: followed up to set \(reached) in this run; run it again for the rest"
        case .rollback(let seen, let offered):
            "rollback: have \(seen), offered \(offered); an old list was put back"
        case .equivocation(let serial, let seen, let offered):
            "equivocation: two different lists with serial \(serial) (SHA-256 \(seen) was seen, \(offered) is offered); "
                + "ask the publisher which is right"
        case .fromTheFuture(let published, let now, let system):
            "check the clock: the list was published \(published), and it is \(now) here\(machine(now, system))"
        case .expired(let expires, let now, let system):
            "the list expired \(expires), and it is \(now) here\(machine(now, system)); the publisher has to sign again"
        case .noTrust(let source):
            "what was known of \(source) is gone from the store, so nothing it says can be believed; "
                + "compare the fingerprint on paper and set it up again: source add --replace"
        case .badTrust(let path, let fault): "\(path): \(sentence(fault))"
        case .known(let source): "\(source) is set up already; --replace gives up what is known of it"
        case .unknownSource(let source): "no source \(source) is set up; source list names those there are"
        case .changedFile(let file): "\(file) holds other bytes than the list promises"
        case .package(let id, let error): "edition \(id): \(error)"
        case .otherEdition(let id, let found): "edition \(id): the package is edition \(found)"
        case .foreignCounty(let id): "edition \(id) is of a county that is not taken from this source"
        case .takenCounty(let id, let other):
            "edition \(id): its county's editions come from \(other); remove that source first if this one is right"
        case .shrunk(let id, let shrinkages):
            "edition \(id): \(shrinkages.map(sentence).joined(separator: ", ")); "
                + "if the villages are really gone, accept it with --accept-shrink"
        case .store(let error): "\(error)"
        }
    }

    private func machine(_ now: Timestamp, _ system: Timestamp) -> String {
        now == system ? "" : " by the latest signed time seen (this machine's clock says \(system))"
    }

    private func sentence(_ shrinkage: Shrinkage) -> String {
        "\(shrinkage.township) would go from \(shrinkage.before) villages to \(shrinkage.after)"
    }

    private func sentence(_ fault: SecretFault) -> String {
        switch fault {
        case .unreadable(let path, let detail): "\(path): can't be read (\(detail))"
        case .mode(let path): "\(path): others can read this secret; chmod 600 \(path)"
        case .empty(let path): "\(path): no line of text in it"
        case .unset(let variable): "the environment variable \(variable) is not set"
        }
    }

    private func sentence(_ fault: TrustFault) -> String {
        switch fault {
        case .unreadable(let detail): "can't be read (\(detail))"
        case .notRegular: "not a regular file; nothing in it is believed"
        case .notFolder: "a link, or no folder; nothing in it is believed"
        case .writableByOthers:
            "others can write to it, so nothing in it is believed; compare it first, then chmod go-w"
        case .damaged: "damaged; compare the fingerprint on paper and set the source up again: source add --replace"
        }
    }
}
