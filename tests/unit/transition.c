/* SPDX-License-Identifier: MIT */
/*
 * The names of transitions.
 */
#include "deck/transition.h"

#include "support/unit.h"

static void finds_names(void **state)
{
	static const struct {
		const char *name;
		enum transition want; /* unsaid: there is none */
	} cases[] = {
		{ "none", TRANSITION_NONE },
		{ "fade", TRANSITION_FADE },
		{ "Fade", TRANSITION_FADE },
		{ "slide", TRANSITION_SLIDE },
		{ "dissolve", TRANSITION_DISSOLVE },
		{ "fade 1s", TRANSITION_FADE },
		{ "fade-out", TRANSITION_FADE },
		{ "slide-left", TRANSITION_SLIDE },
		{ "slideLeft", TRANSITION_SLIDE },
		{ "slide_horizontal", TRANSITION_SLIDE },
		{ "fades", TRANSITION_UNSAID },
		{ "cube", TRANSITION_UNSAID },
		{ " fade", TRANSITION_UNSAID },
		{ "", TRANSITION_UNSAID },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		enum transition got = TRANSITION_UNSAID;
		bool found = transition_find(str_of(cases[i].name), &got);
		expect_int(&expect, cases[i].name,
			   cases[i].want != TRANSITION_UNSAID, found);
		expect_int(&expect, cases[i].name, cases[i].want, got);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
