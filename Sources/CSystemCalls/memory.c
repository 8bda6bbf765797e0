#include "CSystemCalls.h"

#ifdef __linux__
#include <malloc.h>
#endif

void landgrade_return_large_blocks(void) {
#ifdef M_MMAP_THRESHOLD
    // Said once, it stays. Else glibc raises it to 32 MiB as large blocks are freed, and tables that grow leave holes behind.
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}
