#ifndef LANDGRADE_CSQLITE_H
#define LANDGRADE_CSQLITE_H
#include <sqlite3.h>

// Doors for what Swift can't call: a variadic function, a function pointer made of an integer, a composed constant.

enum {
    landgrade_sqlite_readonly_rollback = SQLITE_READONLY_ROLLBACK,
    landgrade_sqlite_ioerr_data = SQLITE_IOERR_DATA,
    landgrade_sqlite_ioerr_write = SQLITE_IOERR_WRITE,
    landgrade_sqlite_ioerr_truncate = SQLITE_IOERR_TRUNCATE
};

static inline int landgrade_sqlite_disable_memory_status(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

static inline int landgrade_sqlite_set_defensive(sqlite3 *db) {
    return sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}

static inline int landgrade_sqlite_distrust_schema(sqlite3 *db) {
    return sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
}

static inline int landgrade_sqlite_disable_triggers(sqlite3 *db) {
    return sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)0);
}

static inline int landgrade_sqlite_disable_views(sqlite3 *db) {
    return sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)0);
}

static inline int landgrade_sqlite_bind_text(sqlite3_stmt *statement, int index, const char *text, int bytes) {
    return sqlite3_bind_text(statement, index, text, bytes, SQLITE_TRANSIENT);
}

static inline int landgrade_sqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int count) {
    return sqlite3_bind_blob(statement, index, bytes, count, SQLITE_TRANSIENT);
}

#endif
