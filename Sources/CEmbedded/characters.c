#include "characters.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char traditional[] = {
#embed "data/traditional.txt"
};

static const unsigned char readings[] = {
#embed "data/readings.txt"
};

static const unsigned char compatibility[] = {
#embed "data/compatibility.txt"
};

character_table characters_traditional(void) {
    return (character_table){traditional, sizeof traditional};
}

character_table characters_readings(void) {
    return (character_table){readings, sizeof readings};
}

character_table characters_compatibility(void) {
    return (character_table){compatibility, sizeof compatibility};
}
