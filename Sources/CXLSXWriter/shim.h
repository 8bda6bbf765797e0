#ifndef LANDGRADE_CXLSXWRITER_H
#define LANDGRADE_CXLSXWRITER_H
#include <xlsxwriter.h>

// The limits are macros of Excel's own numbers.
static const lxw_row_t landgrade_xlsx_rows = LXW_ROW_MAX;
static const int landgrade_xlsx_columns = LXW_COL_MAX;

// Rows of a worksheet that is written with constant memory lie in a file of its own until the workbook is closed. 0, or
// -1 where they couldn't all be written there: the library itself doesn't ask.
static inline int landgrade_xlsx_flush_rows(lxw_worksheet *sheet) {
    FILE *rows = sheet->optimize_tmpfile;
    return rows && (fflush(rows) != 0 || ferror(rows)) ? -1 : 0;
}

#endif
