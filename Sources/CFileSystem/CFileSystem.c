#include "CFileSystem.h"

#ifdef __linux__
#include <sys/vfs.h>

uint32_t landgrade_file_system_type(const char *path) {
    struct statfs status;
    return statfs(path, &status) == 0 ? (uint32_t)status.f_type : 0;
}
#else
uint32_t landgrade_file_system_type(const char *path) {
    (void)path;
    return 0;
}
#endif
