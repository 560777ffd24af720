/* SPDX-License-Identifier: MIT */
#ifndef CODE_OPENING_H
#define CODE_OPENING_H

#include "code/lexer.h"

/*
 * Take what a rule describes, or as much as opens it, if it stands next: true
 * if so.
 */
bool opening_take(struct lexer *lexer, const struct rule *rule);

#endif
