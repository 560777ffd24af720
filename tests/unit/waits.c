/* SPDX-License-Identifier: MIT */
/*
 * What is waited for.
 */
#include "present/waits.h"

#include "support/unit.h"

static void waits_for_all_of_it(void **state)
{
	struct waits waits;

	(void)state;
	waits_clear(&waits);
	assert_int_equal(waits.count, 0);
	assert_int_equal(waits.timeout, -1);
	waits_read(&waits, -1);
	waits_write(&waits, -1);
	assert_int_equal(waits.count, 0);
	waits_read(&waits, 5);
	waits_write(&waits, 3);
	assert_int_equal(waits.count, 6);
	assert_true(FD_ISSET(5, &waits.readable));
	assert_false(FD_ISSET(3, &waits.readable));
	assert_true(FD_ISSET(3, &waits.writable));
}

static void waits_for_the_first_of_all_ends(void **state)
{
	struct waits waits;

	(void)state;
	waits_clear(&waits);
	waits_at_most(&waits, -1);
	assert_int_equal(waits.timeout, -1);
	waits_at_most(&waits, 20);
	waits_at_most(&waits, 30);
	waits_at_most(&waits, -1);
	assert_int_equal(waits.timeout, 20);
	waits_at_most(&waits, 0);
	assert_int_equal(waits.timeout, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(waits_for_all_of_it),
		cmocka_unit_test(waits_for_the_first_of_all_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
