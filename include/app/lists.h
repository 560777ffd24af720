/* SPDX-License-Identifier: MIT */
#ifndef APP_LISTS_H
#define APP_LISTS_H

#include "base/buf.h"

/* Append what comments can say: name, argument, dialect and help in columns. */
void lists_put_directives(struct buf *out);

/* Append the names of all warnings, and what they say. */
void lists_put_warnings(struct buf *out);

#endif
