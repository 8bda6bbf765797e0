/// What a signature is for. The namespace is a part of the signed bytes, so a signature made for one purpose (a git
/// commit, a login, the other one of these two) proves nothing for another.
public enum Namespace: String, CaseIterable, Hashable, Sendable {
    case manifest = "landgrade-manifest@v1"
    case keys = "landgrade-keys@v1"
}
