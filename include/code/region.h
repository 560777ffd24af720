/* SPDX-License-Identifier: MIT */
#ifndef CODE_REGION_H
#define CODE_REGION_H

#include "code/lexer.h"

/* The innermost region. */
struct region *region_top(struct lexer *lexer);

/* The vocabulary of the innermost one that is code. */
const struct vocabulary *region_words(const struct lexer *lexer);

/*
 * Open one that begins at `begin`. Beyond LEXER_REGIONS_MAX nothing happens:
 * its text is part of what is around it.
 */
void region_push(struct lexer *lexer, struct region region, size_t begin);

/* Go on in the innermost, which is no code, up to its end or a hole in it. */
void region_scan(struct lexer *lexer);

/* In code: close the region if it ends here, else count its brackets. */
bool region_close(struct lexer *lexer);

/* What goes on from the line before, and what goes on to the next one. */
void region_begin_line(struct lexer *lexer);
void region_end_line(struct lexer *lexer);

#endif
