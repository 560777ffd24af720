/* SPDX-License-Identifier: MIT */
/*
 * Known answers: test vectors of FNV-1a, 64 bits, by its authors.
 */
#include "base/hash.h"

#include "support/unit.h"

static void gives_what_is_published(void **state)
{
	static const struct {
		const char *text;
		uint64_t want;
	} cases[] = {
		{ "", 0xcbf29ce484222325ULL },
		{ "a", 0xaf63dc4c8601ec8cULL },
		{ "foobar", 0x85944171f73967e8ULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_true(hash_put(HASH_BEGIN, str_of(cases[i].text)) ==
			    cases[i].want);
}

static void goes_on(void **state)
{
	uint64_t whole = hash_put(HASH_BEGIN, BYTES("\xff-b"));
	uint64_t hash = hash_put_byte(HASH_BEGIN, '\xff');

	(void)state;
	assert_true(hash_put(hash, BYTES("-b")) == whole);
	assert_true(hash != whole);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gives_what_is_published),
		cmocka_unit_test(goes_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
