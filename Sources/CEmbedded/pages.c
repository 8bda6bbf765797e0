#include "pages.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// A new file or template: its bytes here, its line in the list below.

static const unsigned char openapi[] = {
#embed "pages/openapi.json"
};

static const unsigned char page_css[] = {
#embed "pages/page.css"
};

static const unsigned char page_js[] = {
#embed "pages/page.js"
};

static const unsigned char lists_js[] = {
#embed "pages/lists.js"
};

static const unsigned char records_js[] = {
#embed "pages/records.js"
};

static const unsigned char map_js[] = {
#embed "pages/map.js"
};

static const unsigned char icon[] = {
#embed "pages/icon.svg"
};

static const unsigned char template_layout[] = {
#embed "pages/layout.mustache"
};

static const unsigned char template_search[] = {
#embed "pages/search.mustache"
};

static const unsigned char template_place[] = {
#embed "pages/place.mustache"
};

static const unsigned char template_prices[] = {
#embed "pages/prices.mustache"
};

static const unsigned char template_value[] = {
#embed "pages/value.mustache"
};

static const unsigned char template_value_form[] = {
#embed "pages/value-form.mustache"
};

static const unsigned char template_erratum[] = {
#embed "pages/erratum.mustache"
};

static const unsigned char template_villages[] = {
#embed "pages/villages.mustache"
};

static const unsigned char template_downloads[] = {
#embed "pages/downloads.mustache"
};

static const unsigned char template_sheet_head[] = {
#embed "pages/sheet-head.mustache"
};

static const unsigned char template_spread[] = {
#embed "pages/spread.mustache"
};

static const unsigned char template_village_list[] = {
#embed "pages/village-list.mustache"
};

static const unsigned char template_history[] = {
#embed "pages/history.mustache"
};

static const unsigned char template_chart[] = {
#embed "pages/chart.mustache"
};

static const unsigned char template_asof[] = {
#embed "pages/asof.mustache"
};

static const unsigned char template_county[] = {
#embed "pages/county.mustache"
};

static const unsigned char template_township[] = {
#embed "pages/township.mustache"
};

static const unsigned char template_land[] = {
#embed "pages/land.mustache"
};

static const unsigned char template_map[] = {
#embed "pages/map.mustache"
};

static const unsigned char template_docs[] = {
#embed "pages/docs.mustache"
};

static const unsigned char template_lists[] = {
#embed "pages/lists.mustache"
};

static const unsigned char template_compare_form[] = {
#embed "pages/compare-form.mustache"
};

static const unsigned char template_editions[] = {
#embed "pages/editions.mustache"
};

static const unsigned char template_comparison[] = {
#embed "pages/comparison.mustache"
};

static const unsigned char template_problem[] = {
#embed "pages/problem.mustache"
};

static const unsigned char preview[] = {
#embed "pages/preview.mustache"
};

static const landgrade_page landgrade_pages[] = {
    {"/openapi.json", "application/json", openapi, sizeof openapi},
    {"/page.css", "text/css; charset=utf-8", page_css, sizeof page_css},
    {"/page.js", "text/javascript; charset=utf-8", page_js, sizeof page_js},
    {"/lists.js", "text/javascript; charset=utf-8", lists_js, sizeof lists_js},
    {"/records.js", "text/javascript; charset=utf-8", records_js, sizeof records_js},
    {"/map.js", "text/javascript; charset=utf-8", map_js, sizeof map_js},
    {"/icon.svg", "image/svg+xml", icon, sizeof icon},
    {"layout", "text/html", template_layout, sizeof template_layout},
    {"search", "text/html", template_search, sizeof template_search},
    {"place", "text/html", template_place, sizeof template_place},
    {"prices", "text/html", template_prices, sizeof template_prices},
    {"value", "text/html", template_value, sizeof template_value},
    {"value-form", "text/html", template_value_form, sizeof template_value_form},
    {"erratum", "text/html", template_erratum, sizeof template_erratum},
    {"villages", "text/html", template_villages, sizeof template_villages},
    {"downloads", "text/html", template_downloads, sizeof template_downloads},
    {"sheet-head", "text/html", template_sheet_head, sizeof template_sheet_head},
    {"spread", "text/html", template_spread, sizeof template_spread},
    {"village-list", "text/html", template_village_list, sizeof template_village_list},
    {"history", "text/html", template_history, sizeof template_history},
    {"chart", "text/html", template_chart, sizeof template_chart},
    {"asof", "text/html", template_asof, sizeof template_asof},
    {"county", "text/html", template_county, sizeof template_county},
    {"township", "text/html", template_township, sizeof template_township},
    {"land", "text/html", template_land, sizeof template_land},
    {"map", "text/html", template_map, sizeof template_map},
    {"docs", "text/html", template_docs, sizeof template_docs},
    {"lists", "text/html", template_lists, sizeof template_lists},
    {"compare-form", "text/html", template_compare_form, sizeof template_compare_form},
    {"editions", "text/html", template_editions, sizeof template_editions},
    {"comparison", "text/html", template_comparison, sizeof template_comparison},
    {"problem", "text/html", template_problem, sizeof template_problem},
    {"preview.mustache", "text/html; charset=utf-8", preview, sizeof preview},
};
const size_t landgrade_page_count = sizeof landgrade_pages / sizeof landgrade_pages[0];

const landgrade_page *landgrade_page_list(void) { return landgrade_pages; }
