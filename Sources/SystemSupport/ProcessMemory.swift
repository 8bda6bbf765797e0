internal import CSystemCalls

/// What the process does with memory that it no longer needs.
public enum ProcessMemory {
    /// Large blocks go back to the system when they are freed. For long work whose tables grow: what they were copied from would
    /// be held until its end, a twentieth of a national list's memory.
    public static func returnLargeBlocks() { landgrade_return_large_blocks() }
}
