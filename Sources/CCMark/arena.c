#include "CCMark.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* libcmark spends a third of its time in malloc, and its allocator callbacks have no context argument. So each thread
 * owns a bump allocator: freeing is a no-op but for the newest block, and a whole file is given up at once. Running out
 * leaves libcmark by longjmp, which loses nothing because all that its frames own lies in the arena. */

enum { FIRST_CHUNK = 256 * 1024, HEADER = 16 };

typedef struct chunk {
  struct chunk *older;
  size_t size;
} chunk;

static _Thread_local chunk *newest;
static _Thread_local char *cursor, *limit_of_chunk;
static _Thread_local size_t used_by_older, allowed;
static _Thread_local jmp_buf exhausted;
static pthread_key_t cleaner;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static char *start_of(chunk *c) { return (char *)c + ((sizeof *c + 15) & ~(size_t)15); }

static void release_chunks(void *first) {
  for (chunk *c = first; c;) {
    chunk *older = c->older;
    free(c);
    c = older;
  }
}

static void make_cleaner(void) { pthread_key_create(&cleaner, release_chunks); }

static void add_chunk(size_t at_least) {
  size_t size = newest ? newest->size * 2 : FIRST_CHUNK;
  size_t held = arena_size();
  if (size > 16u << 20) size = 16u << 20;
  if (at_least > SIZE_MAX / 2 || held + at_least > allowed) longjmp(exhausted, 1);
  if (size < at_least + 64) size = at_least + 64;
  chunk *c = malloc(size);
  if (!c) longjmp(exhausted, 1);
  used_by_older = held;
  c->older = newest;
  c->size = size;
  newest = c;
  cursor = start_of(c);
  limit_of_chunk = (char *)c + size;
  pthread_once(&once, make_cleaner);
  pthread_setspecific(cleaner, newest);
}

static void *take(size_t size) {
  if (size > SIZE_MAX / 2) longjmp(exhausted, 1);
  size_t whole = ((size + 15) & ~(size_t)15) + HEADER;
  if ((size_t)(limit_of_chunk - cursor) < whole) add_chunk(whole);
  char *block = cursor + HEADER;
  *(size_t *)cursor = whole - HEADER;
  cursor += whole;
  return block;
}

static void *arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / 2 / size) longjmp(exhausted, 1);
  return memset(take(count * size), 0, count * size);
}

static void arena_free(void *block) {
  if (block && (char *)block + *(size_t *)((char *)block - HEADER) == cursor) cursor = (char *)block - HEADER;
}

static void *arena_realloc(void *block, size_t size) {
  if (!block) return take(size);
  size_t had = *(size_t *)((char *)block - HEADER);
  if (size <= had) return block;
  if ((char *)block + had == cursor) {
    size_t whole = (size + 15) & ~(size_t)15;
    if (whole >= size && whole - had <= (size_t)(limit_of_chunk - cursor)) {
      *(size_t *)((char *)block - HEADER) = whole;
      cursor += whole - had;
      return block;
    }
  }
  return memcpy(take(size), block, had);
}

static cmark_mem arena = {arena_calloc, arena_realloc, arena_free};

cmark_node *arena_parse(const char *bytes, size_t count, int options, size_t limit) {
  allowed = limit;
  if (setjmp(exhausted)) return NULL;
  cmark_parser *parser = cmark_parser_new_with_mem(options, &arena);
  cmark_parser_feed(parser, bytes, count);
  return cmark_parser_finish(parser);
}

void arena_reset(void) {
  if (!newest) return;
  chunk *kept = newest;
  while (kept->older) {
    chunk *older = kept->older;
    free(kept);
    kept = older;
  }
  newest = kept;
  cursor = start_of(kept);
  limit_of_chunk = (char *)kept + kept->size;
  used_by_older = 0;
  pthread_setspecific(cleaner, kept);
}

size_t arena_size(void) { return used_by_older + (newest ? (size_t)(cursor - start_of(newest)) : 0); }
