#define _GNU_SOURCE
#include "CSystemCalls.h"

#include <unistd.h>
#include <fcntl.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

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

int landgrade_open_nameless(const char *folder) {
    int file = landgrade_open_unnamed(folder, 0600);
    // EISDIR is what kernels say that know no such files, EOPNOTSUPP what file systems say.
    if (file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)) return file;
    char name[PATH_MAX];
    int length = snprintf(name, sizeof name, "%s/landgrade-XXXXXX", folder);
    if (length < 0 || (size_t)length >= sizeof name) {
        errno = ENAMETOOLONG;
        return -1;
    }
#ifdef __APPLE__
    file = mkstemp(name);
    if (file >= 0) fcntl(file, F_SETFD, FD_CLOEXEC);
#else
    file = mkostemp(name, O_CLOEXEC);
#endif
    if (file >= 0) unlink(name);
    return file;
}

int landgrade_release(int descriptor, int64_t count) {
#ifdef FALLOC_FL_PUNCH_HOLE
    return fallocate(descriptor, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, count);
#else
    (void)descriptor;
    (void)count;
    errno = ENOTSUP;
    return -1;
#endif
}

void landgrade_begin_writing(int descriptor, int64_t offset, int64_t count) {
#ifdef SYNC_FILE_RANGE_WRITE
    sync_file_range(descriptor, offset, count, SYNC_FILE_RANGE_WRITE);
#else
    (void)descriptor, (void)offset, (void)count;
#endif
}
