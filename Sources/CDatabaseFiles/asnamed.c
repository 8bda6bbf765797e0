#include "CDatabaseFiles.h"

#include <sqlite3.h>
#include <string.h>

const char *const landgrade_as_named_vfs_name = "landgrade-as-named";

static int same_path(sqlite3_vfs *vfs, const char *name, int size, char *result) {
    (void)vfs;
    size_t length = strlen(name);
    if (size <= 0 || length >= (size_t)size) return SQLITE_CANTOPEN;
    memcpy(result, name, length + 1);
    return SQLITE_OK;
}

int landgrade_register_as_named_vfs(void) {
    static sqlite3_vfs vfs;
    int code = sqlite3_initialize();
    if (code != SQLITE_OK) return code;
    const sqlite3_vfs *system = sqlite3_vfs_find(NULL);
    if (!system) return SQLITE_NOTFOUND;
    vfs = *system;
    vfs.pNext = NULL;
    vfs.zName = landgrade_as_named_vfs_name;
    vfs.xFullPathname = same_path;
    return sqlite3_vfs_register(&vfs, 0);
}
