#include "seeds.h"

#pragma clang diagnostic ignored "-Wc23-extensions"


static const unsigned char xiangyin_datapackage[] = {
#embed "../../Seeds/430624-2025-1/datapackage.json"
};
static const unsigned char xiangyin_definitions[] = {
#embed "../../Seeds/430624-2025-1/definitions.csv"
};
static const unsigned char xiangyin_grades[] = {
#embed "../../Seeds/430624-2025-1/grades.csv"
};
static const unsigned char xiangyin_aliases[] = {
#embed "../../Seeds/430624-2025-1/aliases.csv"
};
static const unsigned char xiangyin_errata[] = {
#embed "../../Seeds/430624-2025-1/errata.csv"
};
static const unsigned char xiangyin_townships[] = {
#embed "../../Seeds/430624-2025-1/townships.csv"
};

#define XIANGYIN(FILE) \
    {"430624-2025-1", #FILE ".csv", xiangyin_##FILE, sizeof xiangyin_##FILE}

static const landgrade_seed_file landgrade_seed_files[] = {
    {"430624-2025-1", "datapackage.json", xiangyin_datapackage, sizeof xiangyin_datapackage},
    XIANGYIN(definitions),
    XIANGYIN(grades),
    XIANGYIN(aliases),
    XIANGYIN(errata),
    XIANGYIN(townships),
};
const size_t landgrade_seed_file_count = sizeof landgrade_seed_files / sizeof landgrade_seed_files[0];

const landgrade_seed_file *landgrade_seed_list(void) { return landgrade_seed_files; }
