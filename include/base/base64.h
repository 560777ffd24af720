/* SPDX-License-Identifier: MIT */
#ifndef BASE_BASE64_H
#define BASE_BASE64_H

#include "base/buf.h"

/* Append bytes in base64, padded (RFC 4648, section 4). */
void base64_put(struct buf *out, struct str bytes);

#endif
