/* SPDX-License-Identifier: MIT */
#ifndef SLIDE_PROPERTY_H
#define SLIDE_PROPERTY_H

#include <stdbool.h>

#include "base/str.h"

/* True for a line such as "class: center" at the top of a remark slide. */
bool property_is(struct str line);

/* True for "Note: text" of reveal.js; *note is the text. */
bool property_is_note(struct str line, struct str *note);

#endif
