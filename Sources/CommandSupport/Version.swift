/// The version of this source; CHANGELOG.md says what each brought.
public enum Version {
    public static let text = "0.1.0"
}
