#ifndef LANDGRADE_CEXPAT_H
#define LANDGRADE_CEXPAT_H
#include <expat.h>
#endif
