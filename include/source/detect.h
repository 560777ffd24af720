/* SPDX-License-Identifier: MIT */
#ifndef SOURCE_DETECT_H
#define SOURCE_DETECT_H

#include "deck/dialect.h"

/*
 * Tell from the source, byte order mark and front matter included, which
 * dialect it is written in. Never DIALECT_AUTO.
 */
enum dialect detect_dialect(struct str source);

#endif
