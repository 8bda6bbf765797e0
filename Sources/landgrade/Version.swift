/// The version of this source; CHANGELOG.md says what each brought.
enum Version {
    static let text = "0.1.0"
}
