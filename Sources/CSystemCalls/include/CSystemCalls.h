#ifndef LANDGRADE_CSYSTEMCALLS_H
#define LANDGRADE_CSYSTEMCALLS_H

#include <stdint.h>

/// The magic number of the file system that `path` lies on, as statfs(2) lists them; 0 where the system doesn't say.
/// Swift's Glibc module leaves <sys/statfs.h> out.
uint32_t landgrade_file_system_type(const char *path);

/// Flushes the file system that an open file lies on, as syncfs(2), which Swift's Glibc module leaves out too; where
/// there is no such call, all of them. 0, or -1 with errno set.
int landgrade_sync_file_system(int descriptor);

/// Lets two paths of one file system change places in one step: an open of either finds one whole thing or the
/// other. 0, or -1 with `errno` (EINVAL: this file system can't). Glibc shows renameat2(2) to GNU sources only.
int landgrade_exchange(const char *one, const char *other);

/// A pipe, as pipe2(2): the reading end and the writing end, and neither is handed on to another program, not even to
/// one that is started in between. 0, or -1 with `errno`.
int landgrade_pipe(int ends[2]);

/// Opens a new file without a name in `folder` for reading and writing, not handed on to other programs: where the file
/// system has no such files, one whose name is taken away at once. The descriptor, or -1 with `errno`.
int landgrade_open_nameless(const char *folder);

/// Gives the room that the first `count` bytes of an open file take back to the disk; the rest keeps its place. 0, or -1
/// with `errno` where the file system can't.
int landgrade_release(int descriptor, int64_t count);

/// Has the system begin to bring `count` bytes of an open file to the disk, without waiting for it. A hint: where there is
/// no such call, nothing happens, and what goes wrong is said by a later fsync(2).
void landgrade_begin_writing(int descriptor, int64_t offset, int64_t count);

/// The words the process was started with, the program's first, a null pointer behind the last. They are those that the C
/// library hands to constructors.
char *const *landgrade_arguments(void);

/// Opens a file without a name in a folder, for reading and writing, closed on exec; the umask counts. -1 with `errno`
/// where the system or the file system has none.
int landgrade_open_unnamed(const char *folder, unsigned mode);

/// Has a file removed when SIGINT, SIGTERM or SIGHUP ends the process, as long as the program leaves those signals as they
/// are. The path is copied. A number for `landgrade_keep_at_signal`; -1 where the list is full, and then it is not removed.
int landgrade_remove_at_signal(const char *path);

/// Takes a file off that list.
void landgrade_keep_at_signal(int number);

/// Has blocks of memory from 1 MiB on go back to the system as soon as they are freed; where the C library can't be told, nothing
/// happens.
void landgrade_return_large_blocks(void);

#endif
