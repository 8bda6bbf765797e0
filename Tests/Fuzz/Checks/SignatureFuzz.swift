import SignedFeed

/// What must hold for any signed file and any public key.
///
/// The first byte says what the rest is: a file, the inside of a signature block, or a line with a public key.
func signatureFault(_ input: [UInt8]) -> String? {
    guard let choice = input.first else { return nil }
    let rest = Array(input.dropFirst())
    switch choice % 3 {
    case 0: return messageFault(rest)
    case 1: return messageFault(armored(rest) + Array("{}\n".utf8))
    default: return keyFault(rest)
    }
}

private func messageFault(_ file: [UInt8]) -> String? {
    guard let message = try? SignedMessage(parsing: file) else { return nil }
    let payload = message.payload
    guard Array(file.suffix(payload.count)) == payload, payload.count < file.count else {
        return "the payload is not the end of the file"
    }
    let keys = message.claimedKeys
    guard (1...SignedMessage.mostBlocks).contains(keys.count) else { return "\(keys.count) blocks" }
    // The corpus may hold good signatures; none can be valid for both purposes, or another payload.
    let good = Namespace.allCases.filter { namespace in
        (try? message.verify(namespace: namespace, keys: keys, threshold: 1)) != nil
    }
    guard good.count < 2 else { return "one signature for two purposes" }
    guard let namespace = good.first else { return nil }
    guard let changed = try? SignedMessage(parsing: file + [0x0A]) else { return "a byte more is no file" }
    guard changed.payload != payload else { return "a byte more is not in the payload" }
    let isGood = (try? changed.verify(namespace: namespace, keys: keys, threshold: 1)) != nil
    return isGood ? "the signature fits another payload" : nil
}

private func keyFault(_ bytes: [UInt8]) -> String? {
    guard let line = String(validating: bytes, as: UTF8.self), let key = try? Ed25519Key(openSSH: line) else {
        return nil
    }
    guard let again = try? Ed25519Key(openSSH: key.openSSH), again == key, again.openSSH == key.openSSH else {
        return "\(key.openSSH) does not come back"
    }
    return key.fingerprint == again.fingerprint ? nil : "two fingerprints of one key"
}
