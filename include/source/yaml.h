/* SPDX-License-Identifier: MIT */
#ifndef SOURCE_YAML_H
#define SOURCE_YAML_H

#include "source/front.h"

/*
 * Append what the lines of `source` say, as front.h describes it; the first of
 * them is `line`. Nesting deeper than 32 keys, and paths of more than 256
 * bytes, go no deeper: what follows is the parent's.
 */
void yaml_read(struct front *front, struct arena *arena, struct str source,
	       int line, struct remarks *remarks);

#endif
