#define _GNU_SOURCE
#include "CSystemCalls.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int landgrade_open_unnamed(const char *folder, unsigned mode) {
#ifdef O_TMPFILE
    return open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, mode);
#else
    (void)folder, (void)mode;
    errno = EOPNOTSUPP;
    return -1;
#endif
}

// Read by the signal handler, so a path is whole before it is put here, and is only freed after it was taken out.
enum { most = 16 };
static _Atomic(char *) paths[most];
static const int signals[] = {SIGINT, SIGTERM, SIGHUP};

static void remove_all(int number) {
    for (int index = 0; index < most; index++) {
        const char *path = atomic_load(&paths[index]);
        if (path) unlink(path);
    }
    signal(number, SIG_DFL);
    raise(number);
}

static void listen_to_signals(void) {
    for (unsigned index = 0; index < sizeof signals / sizeof *signals; index++) {
        struct sigaction action;
        if (sigaction(signals[index], NULL, &action) != 0 || action.sa_handler != SIG_DFL) continue;
        memset(&action, 0, sizeof action);
        action.sa_handler = remove_all;
        sigaction(signals[index], &action, NULL);
    }
}

int landgrade_remove_at_signal(const char *path) {
    // A relative path would lead elsewhere after chdir(), which no program of ours calls.
    char *copy = strdup(path);
    if (!copy) return -1;
    listen_to_signals();
    for (int index = 0; index < most; index++) {
        char *expected = NULL;
        if (atomic_compare_exchange_strong(&paths[index], &expected, copy)) return index;
    }
    free(copy);
    return -1;
}

void landgrade_keep_at_signal(int number) {
    if (number < 0 || number >= most) return;
    free(atomic_exchange(&paths[number], NULL));
}
