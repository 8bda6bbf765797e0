#ifndef CEXCHANGE_H
#define CEXCHANGE_H

/// Lets two paths of one file system change places in one step: whoever opens either finds one whole thing or the
/// other. 0, or -1 with `errno` (EINVAL: this file system can't).
int landgrade_exchange(const char *one, const char *other);

#endif
