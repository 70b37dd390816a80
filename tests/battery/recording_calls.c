/* Loaded before the C library: what the process asks of the disk below one folder is written down,
   call by call in their order, each with its bytes. */
#include "preload.h"
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static pthread_mutex_t in_order = PTHREAD_MUTEX_INITIALIZER;
static int book = -1;
static char below[4096];

static void put(const void *from, size_t count)
{
    OF(write);
    if (real(book, from, count) != (ssize_t)count)
        _exit(9);
}

static void note(char kind, const char *path, int64_t at, const void *data, int64_t size)
{
    if (book < 0 || strncmp(path, below, strlen(below)))
        return;
    int64_t head[4] = {kind, (int64_t)strlen(path), at, size};
    put(head, sizeof head);
    put(path, head[1]);
    if (data)
        put(data, size);
}

static void note_of(int file, char kind, int64_t at, const void *data, int64_t size)
{
    char link[64], path[4096];
    if (book < 0)
        return;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    path[length < 0 ? 0 : length] = 0;
    note(kind, path, at, data, size);
}

void record(const char *into, const char *folder)
{
    int opened = open(into, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    strcpy(below, folder);
    book = opened;
}

void mark(char kind, int64_t number)
{
    pthread_mutex_lock(&in_order);
    note(kind, below, number, 0, 0);
    pthread_mutex_unlock(&in_order);
}

#define DONE(type, call, noted) \
    pthread_mutex_lock(&in_order); \
    type result = call; \
    if (result >= 0) noted; \
    pthread_mutex_unlock(&in_order); \
    return result

int fsync(int file) { OF(fsync); DONE(int, real(file), note_of(file, 'S', 0, 0, 0)); }
int fdatasync(int file) { OF(fdatasync); DONE(int, real(file), note_of(file, 'S', 0, 0, 0)); }

int ftruncate(int file, off_t size)
{
    OF(ftruncate);
    DONE(int, real(file, size), note_of(file, 'T', size, 0, 0));
}

int ftruncate64(int file, off64_t size)
{
    OF(ftruncate64);
    DONE(int, real(file, size), note_of(file, 'T', size, 0, 0));
}

ssize_t write(int file, const void *from, size_t count)
{
    OF(write);
    DONE(ssize_t, real(file, from, count),
         note_of(file, 'W', lseek(file, 0, SEEK_CUR) - result, from, result));
}

ssize_t pwrite(int file, const void *from, size_t count, off_t at)
{
    OF(pwrite);
    DONE(ssize_t, real(file, from, count, at), note_of(file, 'W', at, from, result));
}

ssize_t pwrite64(int file, const void *from, size_t count, off64_t at)
{
    OF(pwrite64);
    DONE(ssize_t, real(file, from, count, at), note_of(file, 'W', at, from, result));
}

int unlink(const char *path) { OF(unlink); DONE(int, real(path), note('U', path, 0, 0, 0)); }

int rename(const char *from, const char *to)
{
    OF(rename);
    DONE(int, real(from, to), note('R', from, 0, to, strlen(to)));
}

int open64(const char *path, int flags, ...)
{
    WITH_MODE(flags);
    OF(open64);
    int made = flags & O_CREAT && access(path, F_OK);
    DONE(int, real(path, flags, mode), if (made) note('C', path, 0, 0, 0));
}
