/* SPDX-License-Identifier: MIT */
#ifndef SUPPORT_EXPECT_H
#define SUPPORT_EXPECT_H

#include <stdbool.h>

#include "base/buf.h"

/*
 * Comparisons for tables of cases: a test goes through the whole table, every
 * case that fails says its name, and the test fails at the end.
 *
 *     struct expect expect = { 0 };
 *     for (...)
 *             expect_text(&expect, cases[i].name, cases[i].want, got);
 *     expect_done(&expect);
 */
struct expect {
	int cases, failed;
};

void expect_text(struct expect *expect, const char *name, const char *want,
		 struct str got);
void expect_int(struct expect *expect, const char *name, long long want,
		long long got);
void expect_true(struct expect *expect, const char *name, bool got);

/* Fails the cmocka test when a case has failed, or when there was none. */
#define expect_done(expect)                         \
	do {                                        \
		assert_true((expect)->cases > 0);   \
		assert_true((expect)->failed == 0); \
	} while (0)

/*
 * Where two texts part, as "line N: wanted ..., got ...", for texts of many
 * lines.
 */
void text_difference(struct str want, struct str got, struct buf *out);

#endif
