#ifndef LANDGRADE_GB18030_H
#define LANDGRADE_GB18030_H

#include <stddef.h>
#include <stdint.h>

/// The two-byte characters of GB18030 in code order, as UTF-8: 126 lines of 190 characters, each line ended by LF.
/// Made by `scripts/make-gb18030`. Writes the number of bytes to `count`; the bytes live as long as the program.
const uint8_t *gb18030_pairs(size_t *count);

#endif
