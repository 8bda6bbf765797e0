import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeLookup
import GradeStore
import SystemPackage
import SystemSupport

extension StoreAccess {
    /// The folder of the store.
    func location() throws(StoreLocationError) -> StoreLocation { try StoreLocation.required(option: store) }

    /// Opens the generation of this number, whichever is current.
    func openGeneration(_ number: String) throws -> Generation {
        guard let name = wholeNumber(number.utf8, digits: 8).flatMap(GenerationName.init(number:))
        else { throw refusal(.badGeneration(number)) }
        return try Generation.open(name, of: StoreFolder(try location().path))
    }

    /// Opens the current generation. On first use the store is built from the compiled-in editions, unless its folder
    /// was named: what a user names and is not there is an error.
    func openGeneration() throws -> Generation {
        let location = try location()
        let folder = StoreFolder(location.path)
        do {
            return try Generation.openCurrent(of: folder)
        } catch .missing where !location.isExplicit {
            if try BuiltInEditions.build(folder), !isQuiet {
                program.say(Notice.seedBuilt(path: folder.path.string).sentence(in: language))
            }
        }
        return try Generation.openCurrent(of: folder)
    }
}
