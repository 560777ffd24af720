/* SPDX-License-Identifier: MIT */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buf.h"

/*
 * Append a text as a JSON string, its quotes included. Any bytes will do: what
 * is not UTF-8 becomes U+FFFD.
 */
void json_put_string(struct buf *out, struct str text);

#endif
