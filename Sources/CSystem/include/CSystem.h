/* The few calls that Glibc's Swift import hides. */
#ifndef HANDRAIL_CSYSTEM_H
#define HANDRAIL_CSYSTEM_H
#endif
