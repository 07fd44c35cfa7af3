/* The files of templates/ as they were when the program was compiled. */
#ifndef HANDRAIL_CTEMPLATES_H
#define HANDRAIL_CTEMPLATES_H
#include <stddef.h>

typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t count;
} handrail_template;

extern const handrail_template handrail_templates[];
extern const size_t handrail_template_count;

/* Swift does not import arrays of unknown length. */
static inline handrail_template handrail_template_at(size_t index) { return handrail_templates[index]; }

#endif
