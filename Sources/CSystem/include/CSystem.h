/* The few calls of Linux that Glibc's Swift import hides. Each returns as the call itself: -1 and errno on failure. */
#ifndef HANDRAIL_CSYSTEM_H
#define HANDRAIL_CSYSTEM_H

/* renameat2 with RENAME_EXCHANGE: the two names change places in one step. */
int handrail_exchange(int from_directory, const char *from, int to_directory, const char *to);

/* renameat2 with RENAME_NOREPLACE: fails with EEXIST where the new name is taken. */
int handrail_rename_new(int from_directory, const char *from, int to_directory, const char *to);

/* openat2 with RESOLVE_BENEATH, RESOLVE_NO_SYMLINKS and RESOLVE_NO_MAGICLINKS. */
int handrail_open_beneath(int directory, const char *path, int flags, unsigned mode);

/* pipe2 with O_CLOEXEC: ends[0] reads, ends[1] writes, and no other child inherits them. */
int handrail_pipe(int ends[2]);

/* Writes everything of the file system that holds the descriptor to its disk. */
int handrail_syncfs(int descriptor);

/* The number of processors that this process may use; at least 1. */
int handrail_processors(void);

#endif
