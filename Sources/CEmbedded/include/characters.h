#ifndef LANDGRADE_CHARACTERS_H
#define LANDGRADE_CHARACTERS_H

#include <stddef.h>

/// Sorted UTF-8 text, "character space values newline" a line; data/README.md says what each table holds.
typedef struct {
    const unsigned char *_Nonnull start;
    size_t count;
} character_table;

/// Traditional character -> simplified character.
character_table characters_traditional(void);

/// Character -> its Mandarin readings without tones, the most usual first, separated by spaces.
character_table characters_readings(void);

/// Compatibility ideograph or Kangxi radical -> the unified ideograph it stands for.
character_table characters_compatibility(void);

#endif
