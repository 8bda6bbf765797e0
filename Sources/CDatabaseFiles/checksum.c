#include "CDatabaseFiles.h"

#include <string.h>

// XXH64 as its specification has it (https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md), for the one
// length there is: 4,088 bytes are 127 stripes of 32 bytes and three words of 8.

static const uint64_t prime1 = 0x9E3779B185EBCA87u, prime2 = 0xC2B2AE3D27D4EB4Fu, prime3 = 0x165667B19E3779F9u,
                      prime4 = 0x85EBCA77C2B2AE63u;

enum { checked = landgrade_page_size - landgrade_page_checksum_size };

static inline uint64_t rotated(uint64_t value, int bits) { return value << bits | value >> (64 - bits); }

static inline uint64_t word(const unsigned char *bytes) {
    uint64_t value;
    memcpy(&value, bytes, sizeof value);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    value = __builtin_bswap64(value);
#endif
    return value;
}

static inline uint64_t mixed(uint64_t lane, uint64_t input) { return rotated(lane + input * prime2, 31) * prime1; }

static inline uint64_t merged(uint64_t hash, uint64_t lane) { return (hash ^ mixed(0, lane)) * prime1 + prime4; }

uint64_t landgrade_page_checksum(const void *page, uint32_t number) {
    const unsigned char *bytes = page, *const end = bytes + checked;
    uint64_t a = number + prime1 + prime2, b = number + prime2, c = number, d = number - prime1;
    for (; bytes + 32 <= end; bytes += 32) {
        a = mixed(a, word(bytes));
        b = mixed(b, word(bytes + 8));
        c = mixed(c, word(bytes + 16));
        d = mixed(d, word(bytes + 24));
    }
    uint64_t hash = rotated(a, 1) + rotated(b, 7) + rotated(c, 12) + rotated(d, 18);
    hash = merged(merged(merged(merged(hash, a), b), c), d) + checked;
    for (; bytes < end; bytes += 8) hash = rotated(hash ^ mixed(0, word(bytes)), 27) * prime1 + prime4;
    hash = (hash ^ hash >> 33) * prime2;
    hash = (hash ^ hash >> 29) * prime3;
    return hash ^ hash >> 32;
}

int landgrade_page_is_sealed(const void *page, uint32_t number) {
    return word((const unsigned char *)page + checked) == landgrade_page_checksum(page, number);
}

void landgrade_seal_pages(void *pages, size_t count, uint32_t number) {
    unsigned char *page = pages;
    for (size_t index = 0; index < count; index++, page += landgrade_page_size) {
        uint64_t value = landgrade_page_checksum(page, number + (uint32_t)index);
        for (int byte = 0; byte < landgrade_page_checksum_size; byte++) {
            page[checked + byte] = (unsigned char)(value >> 8 * byte);
        }
    }
}
