/* Loaded before the C library: of the calls that bring data to a disk the one asked for fails with
   EIO, or is the last thing the process does. */
#include "preload.h"
#include <errno.h>
#include <signal.h>
#include <string.h>

static int calls, struck, deadly;

void strike_at(int number, int kills) { calls = 0; struck = number; deadly = kills; }
int calls_made(void) { return calls; }

static int fails(void)
{
    if (!struck || __sync_add_and_fetch(&calls, 1) != struck)
        return 0;
    if (deadly)
        raise(SIGKILL);
    errno = EIO;
    return 1;
}

int fsync(int file) { OF(fsync); return fails() ? -1 : real(file); }
int fdatasync(int file) { OF(fdatasync); return fails() ? -1 : real(file); }
int ftruncate(int file, off_t size) { OF(ftruncate); return fails() ? -1 : real(file, size); }
int ftruncate64(int file, off64_t size) { OF(ftruncate64); return fails() ? -1 : real(file, size); }

ssize_t pwrite(int file, const void *from, size_t count, off_t at)
{
    OF(pwrite);
    return fails() ? -1 : real(file, from, count, at);
}

ssize_t pwrite64(int file, const void *from, size_t count, off64_t at)
{
    OF(pwrite64);
    return fails() ? -1 : real(file, from, count, at);
}

int open64(const char *path, int flags, ...)
{
    WITH_MODE(flags);
    OF(open64);
    return strstr(path, ".jsxh") && fails() ? -1 : real(path, flags, mode);
}
