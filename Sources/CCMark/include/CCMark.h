#ifndef HANDRAIL_CCMARK_H
#define HANDRAIL_CCMARK_H

#include <cmark.h>
#include <stddef.h>
#include <string.h>

/* Parses bytes with libcmark into the calling thread's arena.
 *
 * The tree lives until arena_reset on the same thread and is never freed node by node. Returns NULL when the arena
 * would grow beyond `limit` bytes; every tree of the arena is then lost and arena_reset is due. */
cmark_node *arena_parse(const char *bytes, size_t count, int options, size_t limit);

/* Gives up all trees of the calling thread and keeps one chunk for the next. */
void arena_reset(void);

/* The bytes that the calling thread's trees hold now. */
size_t arena_size(void);

/* The length of a text of libcmark, which may be NULL. */
static inline size_t text_length(const char *text) { return text ? strlen(text) : 0; }

#endif
