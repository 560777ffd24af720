/* SPDX-License-Identifier: MIT */
/*
 * What colours differ by.
 */
#include "base/contrast.h"

#include "support/unit.h"

static void is_a_ratio(void **state)
{
	static const struct {
		int rgb, other;
		double want;
	} cases[] = {
		{ 0x000000, 0xffffff, 21 },	{ 0x000000, 0x000000, 1 },
		{ 0x123456, 0x123456, 1 },	{ 0xff0000, 0xffffff, 3.998 },
		{ 0x00ff00, 0x000000, 15.304 }, { 0x0000ff, 0xffffff, 8.592 },
		{ 0x767676, 0xffffff, 4.542 },	{ 0x000005, 0x000000, 1.002 },
		{ 0x1ff0000, 0xffffff, 3.998 }, /* bits above the colour */
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_float_equal(contrast_of(cases[i].rgb, cases[i].other),
				   cases[i].want, 0.001);
		assert_float_equal(contrast_of(cases[i].other, cases[i].rgb),
				   cases[i].want, 0.001);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(is_a_ratio),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
