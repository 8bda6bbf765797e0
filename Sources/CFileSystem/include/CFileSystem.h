#ifndef LANDGRADE_CFILESYSTEM_H
#define LANDGRADE_CFILESYSTEM_H

#include <stdint.h>

/// The magic number of the file system that `path` lies on, as statfs(2) lists them; 0 where the system doesn't say.
/// Swift's Glibc module leaves <sys/statfs.h> out.
uint32_t landgrade_file_system_type(const char *path);

#endif
