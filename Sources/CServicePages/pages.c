#include "CServicePages.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// A new page: its bytes here, its line in the list below.

static const unsigned char openapi[] = {
#embed "files/openapi.json"
};

static const unsigned char preview[] = {
#embed "files/preview.mustache"
};

static const landgrade_page landgrade_pages[] = {
    {"/openapi.json", "application/json", openapi, sizeof openapi},
    {"preview.mustache", "text/html; charset=utf-8", preview, sizeof preview},
};
const size_t landgrade_page_count = sizeof landgrade_pages / sizeof landgrade_pages[0];

const landgrade_page *landgrade_page_list(void) { return landgrade_pages; }
