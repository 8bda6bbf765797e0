#ifndef LANDGRADE_PAGES_H
#define LANDGRADE_PAGES_H
#include <stddef.h>

// What landgrade-serve hands out that is not made from a store, compiled in: no file is read while it runs.

typedef struct {
    // The path it is served at; templates, which are not served themselves, have a name without a slash.
    const char *path;
    const char *content_type;
    const unsigned char *bytes;
    size_t count;
} landgrade_page;

// The first of `landgrade_page_count` records: a function, because Swift can't see an array without a length.
const landgrade_page *landgrade_page_list(void);
extern const size_t landgrade_page_count;

#endif
