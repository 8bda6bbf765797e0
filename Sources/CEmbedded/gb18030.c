#include "gb18030.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t pairs[] = {
#embed "data/gb18030-pairs.txt"
};

const uint8_t *gb18030_pairs(size_t *count) {
    *count = sizeof pairs;
    return pairs;
}
