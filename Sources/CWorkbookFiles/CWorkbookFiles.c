#define _GNU_SOURCE
#include "CWorkbookFiles.h"

#include <CSystemCalls.h>

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

// One thread writes a workbook.
static unsigned files;
static int fault;

static int descriptor(void *cookie) { return (int)(intptr_t)cookie; }

static ssize_t read_some(void *cookie, char *bytes, size_t count) {
    ssize_t got;
    do got = read(descriptor(cookie), bytes, count);
    while (got < 0 && errno == EINTR);
    return got;
}

static ssize_t write_all(void *cookie, const char *bytes, size_t count) {
    size_t done = 0;
    while (done < count) {
        ssize_t more = write(descriptor(cookie), bytes + done, count - done);
        if (more < 0 && errno == EINTR) continue;
        if (more <= 0) {
            if (!fault) fault = more < 0 ? errno : EIO;
            break;
        }
        done += (size_t)more;
    }
    return (ssize_t)done;
}

static int seek_to(void *cookie, off64_t *offset, int whence) {
    off64_t place = lseek64(descriptor(cookie), *offset, whence);
    if (place < 0) return -1;
    *offset = place;
    return 0;
}

static int close_file(void *cookie) { return close(descriptor(cookie)); }

// Stands in for the library's own function of this name.
FILE *lxw_tmpfile(char *folder) {
    files++;
    int file = landgrade_open_nameless(folder ? folder : ".");
    if (file < 0) {
        if (!fault) fault = errno;
        return NULL;
    }
    cookie_io_functions_t functions = {read_some, write_all, seek_to, close_file};
    FILE *stream = fopencookie((void *)(intptr_t)file, "w+", functions);
    if (!stream) {
        if (!fault) fault = errno;
        close(file);
        return NULL;
    }
    setvbuf(stream, NULL, _IOFBF, 1 << 18);
    return stream;
}

unsigned landgrade_workbook_files(void) { return files; }

int landgrade_workbook_fault(void) { return fault; }
