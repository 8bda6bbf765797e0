#ifndef LANDGRADE_SEEDS_H
#define LANDGRADE_SEEDS_H
#include <stddef.h>

// The edition packages of Seeds/, compiled in: a look-up on a new machine needs nothing but the program.

typedef struct {
    const char *edition;
    const char *file;
    const unsigned char *bytes;
    size_t count;
} landgrade_seed_file;

// The first of `landgrade_seed_file_count` records: a function, because Swift can't see an array without a length.
const landgrade_seed_file *landgrade_seed_list(void);
extern const size_t landgrade_seed_file_count;

#endif
