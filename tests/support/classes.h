/* SPDX-License-Identifier: MIT */
#ifndef SUPPORT_CLASSES_H
#define SUPPORT_CLASSES_H

#include "base/buf.h"
#include "code/language.h"
#include "support/expect.h"

/* Append all lines of some code, each byte as the letter of its class;
   "?" is one that was given none. */
void classes_put(const struct language *language, struct str code,
		 struct buf *out);

/* Code, and the letters of its bytes without the last line's end. */
struct code_case {
	const char *language, *name, *code, *want;
};

/* Compare them all; a language that is not known has no letters. */
void expect_classes(struct expect *expect, const struct code_case *cases,
		    size_t count);

#endif
