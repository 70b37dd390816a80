/* Loaded before the C library: whatever goes to the disk takes 30 ms, as on an old hard disk. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <unistd.h>

#define LATER(name) \
    int name(int file) \
    { \
        static int (*real)(int); \
        if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, #name); \
        usleep(30000); \
        return real(file); \
    }

LATER(fsync)
LATER(fdatasync)
