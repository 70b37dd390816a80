/* Loaded before the C library: whatever goes to the disk takes 30 ms, as on an old hard disk. */
#include "preload.h"

int fsync(int file) { OF(fsync); usleep(30000); return real(file); }
int fdatasync(int file) { OF(fdatasync); usleep(30000); return real(file); }
