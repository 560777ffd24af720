/* SPDX-License-Identifier: MIT */
/*
 * Tables: natural, wrapped, stacked.
 */
#include "layout/table.h"

#include "backend/text.h"
#include "support/rig.h"
#include "support/unit.h"

/* A deck of one slide as plain text at a width. */
static void put_slide(struct buf *out, const char *deck, int cols)
{
	struct rig rig;

	rig_init(&rig, str_of(deck), (struct size){ 0, cols });
	rig_fit(&rig, 1);
	struct grid grid = rig_draw(&rig, rig.fit->views[0]);
	text_write(&grid, out);
	rig_release(&rig);
}

static void lays_tables_out(void **state)
{
	static const struct {
		const char *name, *deck;
		int cols;
		const char *want;
	} cases[] = {
		{ "natural", "a|bb\n-|-\nccc|d\n", 8,
		  "a   │ bb\n────┼───\nccc │ d\n" },
		{ "aligned", "l|c|r\n:-|:-:|-:\n111|222|333\n", 15,
		  "l   │  c  │   r\n────┼─────┼────\n111 │ 222 │ 333\n" },
		{ "wide cells", "日本|b\n-|-\na|c\n", 8,
		  "日本 │ b\n─────┼──\na    │ c\n" },
		{ "the wide column wraps", "a|b\n-|-\nx|one two three\n", 9,
		  "a │ b\n──┼──────\nx │ one\n  │ two\n  │ three\n" },
		{ "both wrap", "a|b\n-|-\none two|one two\n", 9,
		  "a   │ b\n────┼────\none │ one\ntwo │ two\n" },
		{ "stacked", "a|b\n-|-\nc|d\n", 4, "a\nb\nc\nd\n" },
		{ "too few cells", "a|b\n-|-\nc|\n", 5, "a │ b\n──┼──\nc │\n" },
		{ "too many cells", "a|b\n-|-\nc|d|e\n", 9,
		  " a │ b\n ──┼────\n c │ d|e\n" },
		{ "an escaped bar", "a|b\n-|-\nc\\|d|e\n", 8,
		  "a   │ b\n────┼──\nc|d │ e\n" },
		{ "an empty column", "a| |b\n-|-|-\n", 9,
		  "a │   │ b\n──┼───┼──\n" },
		{ "markup", "a|b\n-|-\n*c*|`d`\n", 5, "a │ b\n──┼──\nc │ d\n" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		put_slide(&got, cases[i].deck, cases[i].cols);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

/* Every letter of a table is there at every width. */
static void loses_nothing_at_any_width(void **state)
{
	static const char deck[] = "alpha beta|gamma|delta\n:-|:-:|-:\n"
				   "epsilon|zeta eta theta|iota\n"
				   "kappa|lambda|mymymymymymymymymy\n";

	(void)state;
	for (int cols = 1; cols <= 60; cols++) {
		struct buf got = { 0 };
		size_t letters = 0;
		put_slide(&got, deck, cols);
		for (size_t i = 0; i < got.len; i++)
			letters += got.ptr[i] >= 'a' && got.ptr[i] <= 'z';
		assert_int_equal(letters, 71);
		buf_release(&got);
	}
}

static void measures(void **state)
{
	struct rig rig;

	(void)state;
	rig_init(&rig, BYTES("a|bb\n-|-\nccc|\n"), (struct size){ 0, 80 });
	rig_fit(&rig, 1);
	assert_int_equal(table_measure(&rig.arena, rig.slide,
				       rig.slide->body.first),
			 3 + TABLE_GAP + 2);
	rig_release(&rig);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lays_tables_out),
		cmocka_unit_test(loses_nothing_at_any_width),
		cmocka_unit_test(measures),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
