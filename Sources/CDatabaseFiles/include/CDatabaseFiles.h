#ifndef LANDGRADE_CDATABASEFILES_H
#define LANDGRADE_CDATABASEFILES_H

#include <stddef.h>
#include <stdint.h>

/// Pages of a store's file and their checksums. SQLite leaves the last bytes of each page alone (its header says how
/// many); there each page has the XXH64 of its other bytes, little-endian, the seed being its number. So a page that
/// has changed, or stands where another belongs, is found when it is read.
enum { landgrade_page_size = 4096, landgrade_page_checksum_size = 8 };

/// The checksum of a page. Pages count from 1.
uint64_t landgrade_page_checksum(const void *page, uint32_t number);

/// Writes the checksum into each of `count` pages, the first of which has this number.
void landgrade_seal_pages(void *pages, size_t count, uint32_t number);

/// Whether a page is as it was when it was sealed.
int landgrade_page_is_sealed(const void *page, uint32_t number);

/// Registers an SQLite VFS, read-only, that hands out no byte of a database's page before its checksum has been
/// compared: a page that differs, or is not all there, is SQLITE_IOERR_DATA. Give its name to sqlite3_open_v2(). Not
/// for two threads at once. Returns an SQLite result code.
int landgrade_register_checked_vfs(void);

extern const char *const landgrade_checked_vfs_name;

/// Registers a VFS that is the system's, except that it takes a path as it stands, and for /proc/self/fd/7 a duplicate of
/// that descriptor: the system's own would look for the name that the link seems to lead to, and a file without a name
/// has none. Not for two threads at once. Returns an SQLite result code.
int landgrade_register_as_named_vfs(void);

extern const char *const landgrade_as_named_vfs_name;

#endif
