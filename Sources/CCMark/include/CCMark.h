#ifndef HANDRAIL_CCMARK_H
#define HANDRAIL_CCMARK_H
#include <cmark.h>
#endif
