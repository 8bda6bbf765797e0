#ifndef LANDGRADE_CMINIZIP_H
#define LANDGRADE_CMINIZIP_H
#include <minizip/unzip.h>
#include <minizip/zip.h>
#endif
