/* SPDX-License-Identifier: MIT */
/*
 * The names of transitions.
 */
#include "deck/transition.h"

static const struct {
	struct str name;
	enum transition transition;
} names[] = {
#define X(symbol, name, help) { STR(name), TRANSITION_##symbol },
	TRANSITIONS(X)
#undef X
	/* Slidev's, Marp's */
	{ STR("fade-out"), TRANSITION_FADE },
	{ STR("slide-left"), TRANSITION_SLIDE },
	{ STR("slide-right"), TRANSITION_SLIDE },
	{ STR("push"), TRANSITION_SLIDE },
	/* patat's */
	{ STR("slideLeft"), TRANSITION_SLIDE },
	/* presenterm's */
	{ STR("slide_horizontal"), TRANSITION_SLIDE },
};

bool transition_find(struct str name, enum transition *transition)
{
	const char *blank = str_find(name, ' ');

	if (blank)
		name.len = (size_t)(blank - name.ptr);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (str_eq_nocase(name, names[i].name)) {
			*transition = names[i].transition;
			return true;
		}
	}
	return false;
}
