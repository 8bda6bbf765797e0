#ifndef LANDGRADE_CBYTEVECTORS_H
#define LANDGRADE_CBYTEVECTORS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

// What Swift's SIMD types can't say: a comparison of theirs makes a mask whose operations came out as calls, a hundred times
// slower than the comparison. Clang's vectors need no intrinsics of one processor.

typedef uint8_t landgrade_bytes16 __attribute__((ext_vector_type(16)));
typedef int8_t landgrade_signed16 __attribute__((ext_vector_type(16)));
typedef uint8_t landgrade_bytes64 __attribute__((ext_vector_type(64)));
typedef bool landgrade_bits64 __attribute__((ext_vector_type(64)));

/// A bit for each of 64 bytes, the first byte's the lowest: set where it is this one, or below 2D.
static inline uint64_t landgrade_marks(const void *bytes, uint8_t delimiter) {
    landgrade_bytes64 block;
    memcpy(&block, bytes, sizeof block);
    const landgrade_bits64 marks = __builtin_convertvector((block < 0x2D) | (block == delimiter), landgrade_bits64);
    uint64_t bits;
    memcpy(&bits, &marks, sizeof bits);
    return bits;
}

/// Bit 7 of each of 16 bytes that is not what UTF-8 has behind the two before it, or is a lead byte that binds its second
/// byte further or may not occur: C0, C1, E0, ED, F0 and above.
static inline landgrade_bytes16 landgrade_unusual_utf8(const uint8_t *bytes) {
    landgrade_bytes16 byte, before, second;
    memcpy(&byte, bytes, sizeof byte);
    memcpy(&before, bytes - 1, sizeof before);
    memcpy(&second, bytes - 2, sizeof second);
    const landgrade_bytes16 continues = (landgrade_bytes16)((landgrade_signed16)byte < -0x40);
    // Less 40, C0 and above keep bit 7; less 60, E0 and above.
    const landgrade_bytes16 must_continue = __builtin_elementwise_sub_sat(before, (landgrade_bytes16)0x40)
        | __builtin_elementwise_sub_sat(second, (landgrade_bytes16)0x60);
    const landgrade_bytes16 special = (landgrade_bytes16)(((byte & 0xFE) == 0xC0) | (byte == 0xE0) | (byte == 0xED))
        | __builtin_elementwise_sub_sat(byte, (landgrade_bytes16)0x70);
    return (continues ^ must_continue) | special;
}

/// Whether no byte from `first` to before `end` is unusual. Two bytes before `first` are read, and at least 16 bytes lie
/// between the two.
static inline bool landgrade_is_usual_utf8(const void *text, ptrdiff_t first, ptrdiff_t end) {
    const uint8_t *const bytes = text;
    const ptrdiff_t last = end - 16;
    ptrdiff_t position = first;
    while (position < last) {
        // Text that has an unusual byte mostly has one early.
        const ptrdiff_t pause = last - position < 4096 ? last : position + 4096;
        landgrade_bytes16 unusual = 0;
        for (; position < pause; position += 16) unusual |= landgrade_unusual_utf8(bytes + position);
        if (__builtin_reduce_max(unusual) >= 0x80) return false;
    }
    // Has bytes again that the one before it had.
    return __builtin_reduce_max(landgrade_unusual_utf8(bytes + last)) < 0x80;
}

#endif
