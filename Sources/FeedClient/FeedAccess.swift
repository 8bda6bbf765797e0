import SignedFeed
import SystemPackage

/// How this program goes to its sources: what it calls itself, whom it tells, when it stops.
public struct FeedAccess: Sendable {
    /// For `min_client`.
    var client: ClientVersion { .ours }
    private let base: TransferSettings
    private let environment: @Sendable (String) -> String?

    /// - Parameters:
    ///   - transfer: what is the same for every source.
    ///   - environment: variables, for secrets that a source's settings name.
    public init(transfer: TransferSettings, environment: @escaping @Sendable (String) -> String?) {
        base = transfer
        self.environment = environment
    }

    /// - Parameter budget: of the run.
    func reader(
        for settings: SourceSettings, temporary: FilePath, budget: RetryBudget = RetryBudget()
    ) throws(PullError) -> any FeedReader {
        guard !settings.isFolder else { return FolderFeed(path: FilePath(settings.address)) }
        var transfer = base
        let access = settings.access
        if let file = access.caFile { transfer.authorityFile = FilePath(file) }
        if let proxy = access.proxy { transfer.proxy = proxy }
        transfer.usesNetrc = access.usesNetrc
        transfer.allowsPlainAuthentication = access.allowsPlainAuth
        if let secret = try access.secret(environment) {
            transfer.credential = access.user.map { .basic(user: $0, password: secret) } ?? .bearer(token: secret)
        }
        let url: SourceURL
        do throws(AddressFault) {
            url = try SourceURL(settings.address)
        } catch { throw .address(error) }
        do throws(TransferError) {
            return WebFeed(
                transfer: try FileTransfer(from: url, settings: transfer, budget: budget), temporary: temporary)
        } catch { throw .transfer(error) }
    }
}
