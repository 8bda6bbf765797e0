import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeLookup
import GradeStore
import SystemPackage
import SystemSupport

extension StoreAccess {
    /// The folder of the store; ends with 2 where neither option nor environment gives one.
    func location() throws -> StoreLocation {
        guard let location = StoreLocation.find(option: store) else {
            StandardStreams.complain("landgrade: \(language.messages.noHome)")
            throw ExitCode(ExitStatus.failure.rawValue)
        }
        return location
    }

    /// Opens the current generation. On first use the store is built from the compiled-in editions, unless its folder
    /// was named: what a user names and is not there is an error.
    func openGeneration() throws -> Generation {
        let location = try location()
        let folder = StoreFolder(location.path)
        do {
            return try Generation.openCurrent(of: folder)
        } catch .missing where !location.isExplicit {
            try build(folder)
        } catch { throw fail(error) }
        do {
            return try Generation.openCurrent(of: folder)
        } catch { throw fail(error) }
    }

    private func build(_ folder: StoreFolder) throws {
        do {
            if try BuiltInEditions.build(folder) {
                StandardStreams.complain(
                    "landgrade: \(language.messages.seedBuilt(path: ShownText(folder.path.string)))")
            }
        } catch let error as StoreError { throw fail(error) }
    }
}
