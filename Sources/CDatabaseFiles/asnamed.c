#define _GNU_SOURCE
#include "CDatabaseFiles.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

const char *const landgrade_as_named_vfs_name = "landgrade-as-named";

static int same_path(sqlite3_vfs *vfs, const char *name, int size, char *result) {
    (void)vfs;
    size_t length = strlen(name);
    if (size <= 0 || length >= (size_t)size) return SQLITE_CANTOPEN;
    memcpy(result, name, length + 1);
    return SQLITE_OK;
}

// How SQLite opens all other files.
static int (*usual_open)(const char *path, int flags, int mode);

// SQLite follows no link where it opens a file, and a file without a name has no other path. It reads at positions of its
// own, so both descriptors may share theirs.
static int open_file(const char *path, int flags, int mode) {
    static const char own[] = "/proc/self/fd/";
    if (strncmp(path, own, sizeof own - 1) != 0) return usual_open(path, flags, mode);
    return fcntl((int)strtol(path + sizeof own - 1, NULL, 10), F_DUPFD_CLOEXEC, 3);
}

int landgrade_register_as_named_vfs(void) {
    static sqlite3_vfs vfs;
    int code = sqlite3_initialize();
    if (code != SQLITE_OK) return code;
    sqlite3_vfs *system = sqlite3_vfs_find(NULL);
    if (!system || system->iVersion < 3) return SQLITE_NOTFOUND;
    if (!usual_open) usual_open = (int (*)(const char *, int, int))system->xGetSystemCall(system, "open");
    if (!usual_open) return SQLITE_NOTFOUND;
    // The table of system calls is shared by all VFSs of the system's kind.
    code = system->xSetSystemCall(system, "open", (sqlite3_syscall_ptr)open_file);
    if (code != SQLITE_OK) return code;
    vfs = *system;
    vfs.pNext = NULL;
    vfs.zName = landgrade_as_named_vfs_name;
    vfs.xFullPathname = same_path;
    return sqlite3_vfs_register(&vfs, 0);
}
