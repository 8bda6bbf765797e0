#include "CDatabaseFiles.h"

#include <sqlite3.h>
#include <string.h>

// A layer above the system's own VFS, for databases opened read-only: everything goes to the file below, except that
// what is read is compared first.

const char *const landgrade_checked_vfs_name = "landgrade-checked";

enum { page_size = landgrade_page_size, header_size = 100 };

typedef struct {
    sqlite3_file base;
    /// The first bytes of page 1, once it has been compared. SQLite asks for some of them at every statement.
    unsigned char header[header_size];
    int has_header;
    // The file below lies behind this struct.
} checked_file;

static sqlite3_file *below(sqlite3_file *file) { return (sqlite3_file *)((checked_file *)file + 1); }

static sqlite3_vfs *system_vfs(sqlite3_vfs *vfs) { return vfs->pAppData; }

/// Reads one page, pages counting from 0 here, and compares it.
static int read_page(sqlite3_file *file, void *page, sqlite3_int64 index) {
    int code = below(file)->pMethods->xRead(below(file), page, page_size, index * page_size);
    if (code == SQLITE_IOERR_SHORT_READ) return SQLITE_IOERR_DATA;
    if (code != SQLITE_OK) return code;
    if (index >= UINT32_MAX || !landgrade_page_is_sealed(page, (uint32_t)index + 1)) return SQLITE_IOERR_DATA;
    if (index == 0) {
        memcpy(((checked_file *)file)->header, page, header_size);
        ((checked_file *)file)->has_header = 1;
    }
    return SQLITE_OK;
}

static int checked_read(sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset) {
    if (amount < 0 || offset < 0) return SQLITE_IOERR_READ;
    if (amount == page_size && offset % page_size == 0) {
        int code = read_page(file, buffer, offset / page_size);
        // A connection that failed to open is of no use.
        if (code != SQLITE_OK) memset(buffer, 0, page_size);
        return code;
    }
    const checked_file *own = (const checked_file *)file;
    if (own->has_header && offset <= header_size && amount <= header_size - offset) {
        memcpy(buffer, own->header + offset, (size_t)amount);
        return SQLITE_OK;
    }
    unsigned char page[page_size], *target = buffer;
    while (amount > 0) {
        int start = (int)(offset % page_size), part = page_size - start < amount ? page_size - start : amount;
        int code = read_page(file, page, offset / page_size);
        if (code != SQLITE_OK) {
            memset(target, 0, (size_t)amount);
            return code;
        }
        memcpy(target, page + start, (size_t)part);
        target += part;
        amount -= part;
        offset += part;
    }
    return SQLITE_OK;
}

static int checked_close(sqlite3_file *file) { return below(file)->pMethods->xClose(below(file)); }

static int checked_write(sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset) {
    (void)file, (void)buffer, (void)amount, (void)offset;
    return SQLITE_READONLY;
}

static int checked_truncate(sqlite3_file *file, sqlite3_int64 size) {
    (void)file, (void)size;
    return SQLITE_READONLY;
}

static int checked_sync(sqlite3_file *file, int flags) { return below(file)->pMethods->xSync(below(file), flags); }

static int checked_size(sqlite3_file *file, sqlite3_int64 *size) {
    return below(file)->pMethods->xFileSize(below(file), size);
}

static int checked_lock(sqlite3_file *file, int kind) { return below(file)->pMethods->xLock(below(file), kind); }

static int checked_unlock(sqlite3_file *file, int kind) { return below(file)->pMethods->xUnlock(below(file), kind); }

static int checked_reserved_lock(sqlite3_file *file, int *result) {
    return below(file)->pMethods->xCheckReservedLock(below(file), result);
}

static int checked_control(sqlite3_file *file, int operation, void *argument) {
    return below(file)->pMethods->xFileControl(below(file), operation, argument);
}

static int checked_sector_size(sqlite3_file *file) { return below(file)->pMethods->xSectorSize(below(file)); }

static int checked_characteristics(sqlite3_file *file) {
    return below(file)->pMethods->xDeviceCharacteristics(below(file));
}

// Version 1: with no way to map the file into memory, every page comes by `checked_read`.
static const sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = checked_close,
    .xRead = checked_read,
    .xWrite = checked_write,
    .xTruncate = checked_truncate,
    .xSync = checked_sync,
    .xFileSize = checked_size,
    .xLock = checked_lock,
    .xUnlock = checked_unlock,
    .xCheckReservedLock = checked_reserved_lock,
    .xFileControl = checked_control,
    .xSectorSize = checked_sector_size,
    .xDeviceCharacteristics = checked_characteristics,
};

static int checked_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *given) {
    sqlite3_vfs *under = system_vfs(vfs);
    // Temporary files have no checksums.
    if (!(flags & SQLITE_OPEN_MAIN_DB)) return under->xOpen(under, name, file, flags, given);
    checked_file *own = (checked_file *)file;
    memset(own, 0, sizeof *own);
    if (!(flags & SQLITE_OPEN_READONLY)) return SQLITE_CANTOPEN;
    int code = under->xOpen(under, name, below(file), flags, given);
    if (code == SQLITE_OK) own->base.pMethods = &methods;
    return code;
}

static int checked_delete(sqlite3_vfs *vfs, const char *name, int sync) {
    return system_vfs(vfs)->xDelete(system_vfs(vfs), name, sync);
}

static int checked_access(sqlite3_vfs *vfs, const char *name, int flags, int *result) {
    return system_vfs(vfs)->xAccess(system_vfs(vfs), name, flags, result);
}

static int checked_full_path(sqlite3_vfs *vfs, const char *name, int size, char *result) {
    return system_vfs(vfs)->xFullPathname(system_vfs(vfs), name, size, result);
}

static int checked_randomness(sqlite3_vfs *vfs, int size, char *bytes) {
    return system_vfs(vfs)->xRandomness(system_vfs(vfs), size, bytes);
}

static int checked_sleep(sqlite3_vfs *vfs, int microseconds) {
    return system_vfs(vfs)->xSleep(system_vfs(vfs), microseconds);
}

static int checked_time(sqlite3_vfs *vfs, double *days) {
    return system_vfs(vfs)->xCurrentTime(system_vfs(vfs), days);
}

static int checked_last_error(sqlite3_vfs *vfs, int size, char *text) {
    return system_vfs(vfs)->xGetLastError(system_vfs(vfs), size, text);
}

int landgrade_register_checked_vfs(void) {
    static sqlite3_vfs vfs = {
        .iVersion = 1,
        .xOpen = checked_open,
        .xDelete = checked_delete,
        .xAccess = checked_access,
        .xFullPathname = checked_full_path,
        .xRandomness = checked_randomness,
        .xSleep = checked_sleep,
        .xCurrentTime = checked_time,
        .xGetLastError = checked_last_error,
    };
    int code = sqlite3_initialize();
    if (code != SQLITE_OK) return code;
    sqlite3_vfs *under = sqlite3_vfs_find(NULL);
    if (!under) return SQLITE_NOTFOUND;
    vfs.zName = landgrade_checked_vfs_name;
    vfs.pAppData = under;
    vfs.mxPathname = under->mxPathname;
    vfs.szOsFile = (int)sizeof(checked_file) + under->szOsFile;
    return sqlite3_vfs_register(&vfs, 0);
}
