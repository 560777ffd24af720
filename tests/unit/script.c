/* SPDX-License-Identifier: MIT */
/*
 * Raised and lowered characters.
 */
#include "markup/script.h"

#include "support/unit.h"

static void raises_and_lowers(void **state)
{
	static const struct {
		enum script script;
		const char *text, *want;
		bool has;
	} cases[] = {
		{ SCRIPT_SUPER, "2", "²", true },
		{ SCRIPT_SUPER, "th", "ᵗʰ", true },
		{ SCRIPT_SUPER, "-(n+1)", "⁻⁽ⁿ⁺¹⁾", true },
		{ SCRIPT_SUPER, "q", "q", false },
		{ SCRIPT_SUPER, "1.5", "¹.⁵", false },
		{ SCRIPT_SUPER, "é", "é", false },
		{ SCRIPT_SUB, "2", "₂", true },
		{ SCRIPT_SUB, "i=0", "ᵢ₌₀", true },
		{ SCRIPT_SUB, "b", "b", false },
		{ SCRIPT_SUB, "", "", true },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str text = str_of(cases[i].text);
		struct buf got = { 0 };
		script_put(&got, cases[i].script, text);
		expect_text(&expect, cases[i].text, cases[i].want,
			    buf_str(&got));
		expect_int(&expect, cases[i].text, cases[i].has,
			   script_has(cases[i].script, text));
		buf_release(&got);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(raises_and_lowers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
