/* SPDX-License-Identifier: MIT */
/*
 * Decks that are surveyed in part, with the survey ending after one slide: the
 * slides beyond it get the columns they need.
 */
#include "layout/fit.h"

#include "support/rig.h"
#include "support/unit.h"

/* The columns of slide 2, a line of words, in a deck that begins with "a". */
static int columns_of_second(int line, int window, const char *header)
{
	struct buf deck = { 0 };
	struct rig rig;

	buf_printf(&deck, "%sa\n\n---\n", header);
	for (int i = 1; i <= line; i++)
		buf_put_byte(&deck, i % 10 || i == line ? 'x' : ' ');
	rig_init(&rig, buf_str(&deck), (struct size){ 24, window });
	assert_int_equal(rig.stage.widest, 1);
	rig_fit(&rig, 2);
	int cols = rig.fit->sheet->cols;
	rig_release(&rig);
	buf_release(&deck);
	return cols;
}

static void later_slides_have_room(void **state)
{
	struct expect expect = { 0 };

	(void)state;
	expect_int(&expect, "fits", 60, columns_of_second(60, 80, ""));
	expect_int(&expect, "fits exactly", 80, columns_of_second(80, 80, ""));
	expect_int(&expect, "has to wrap", 76, columns_of_second(90, 80, ""));
	expect_int(&expect, "has to wrap on a small window", 30,
		   columns_of_second(90, 30, ""));
	expect_int(&expect, "%width", 50,
		   columns_of_second(90, 80, "%width: 50\n"));
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(later_slides_have_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
