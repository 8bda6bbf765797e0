#define _GNU_SOURCE
#include "CFileSystem.h"

#include <unistd.h>
#include <fcntl.h>
#include <stdio.h>

#ifdef __linux__
#include <sys/vfs.h>

uint32_t landgrade_file_system_type(const char *path) {
    struct statfs status;
    return statfs(path, &status) == 0 ? (uint32_t)status.f_type : 0;
}

int landgrade_sync_file_system(int descriptor) { return syncfs(descriptor); }
#else
uint32_t landgrade_file_system_type(const char *path) {
    (void)path;
    return 0;
}

int landgrade_sync_file_system(int descriptor) {
    (void)descriptor;
    sync();
    return 0;
}
#endif

int landgrade_exchange(const char *one, const char *other) {
#ifdef __APPLE__
    return renamex_np(one, other, RENAME_SWAP);
#else
    return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
#endif
}

#ifdef __linux__
int landgrade_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }
#else
int landgrade_pipe(int ends[2]) {
    if (pipe(ends) != 0) return -1;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    return 0;
}
#endif
