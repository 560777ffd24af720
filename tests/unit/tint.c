/* SPDX-License-Identifier: MIT */
/*
 * Colours by name and by number.
 */
#include "markup/tint.h"

#include "deck/deck.h"
#include "support/unit.h"

static void reads_colours(void **state)
{
	static const struct {
		const char *text;
		int want; /* or -1 */
	} cases[] = {
		{ "red", 0xff0000 },
		{ " Red ", 0xff0000 },
		{ "aliceblue", 0xf0f8ff },
		{ "yellowgreen", 0x9acd32 },
		{ "RebeccaPurple", 0x663399 },
		{ "dark_red", 0x800000 },
		{ "darkred", 0x8b0000 },
		{ "grey", 0x808080 },
		{ "black", 0 },
		{ "#f80", 0xff8800 },
		{ "#FF8000", 0xff8000 },
		{ "#f80c", 0xff8800 },
		{ "#ff8000cc", 0xff8000 },
		{ "rgb(1, 2, 3)", 0x010203 },
		{ "RGB(255 128 0)", 0xff8000 },
		{ "rgba(255,128,0,0.5)", 0xff8000 },
		{ "rgb(100%, 50%, 0%)", 0xff7f00 },
		{ "", -1 },
		{ "re", -1 },
		{ "redd", -1 },
		{ "a", -1 },
		{ "z", -1 },
		{ "#", -1 },
		{ "#ff", -1 },
		{ "#fffff", -1 },
		{ "#fgf", -1 },
		{ "rgb(", -1 },
		{ "rgb()", -1 },
		{ "rgb(1,2)", -1 },
		{ "rgb(256,0,0)", -1 },
		{ "rgb(9999999999,0,0)", -1 },
		{ "rgb(1,2,3", -1 },
		{ "palette:red", -1 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		int tint = -1;
		bool is = tint_read(str_of(cases[i].text), &tint);
		expect_int(&expect, cases[i].text, cases[i].want >= 0, is);
		expect_int(&expect, cases[i].text,
			   is ? TINT_SET | cases[i].want : -1, tint);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_colours),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
