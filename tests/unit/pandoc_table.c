/* SPDX-License-Identifier: MIT */
/*
 * Tables drawn with dashes: what is one, and what its cells are.
 */
#include "source/pandoc_table.h"

#include <stdlib.h>

#include "support/unit.h"

enum { LINES_MAX = 5000 };

static int split(struct str text, struct str *lines)
{
	int count = 0;

	while (text.len > 0 && count < LINES_MAX)
		lines[count++] = str_take_line(&text);
	return count;
}

/* "lines aligns caption", then a row a line; "/" is a line end in a cell. */
static void put_table(struct buf *out, const struct pandoc_table *table,
		      int taken)
{
	buf_printf(out, "%d ", taken);
	for (int i = 0; i < table->columns; i++)
		buf_put_byte(out, "lcr"[table->aligns[i]]);
	if (table->headless)
		buf_put_text(out, " headless");
	if (table->caption.len > 0)
		buf_printf(out, " %.*s", (int)table->caption.len,
			   table->caption.ptr);
	for (int i = 0; i < table->rows * table->columns; i++) {
		buf_put_text(out, i % table->columns ? "|" : "\n");
		for (size_t n = 0; n < table->cells[i].len; n++) {
			char byte = table->cells[i].ptr[n];
			buf_put_byte(out, byte == '\n' ? '/' : byte);
		}
	}
}

struct table_case {
	const char *name, *source, *want; /* "" when it is none */
};

static void check_cases(const struct table_case *cases, size_t count)
{
	struct expect expect = { 0 };

	for (size_t i = 0; i < count; i++) {
		struct str lines[64];
		struct arena arena = { 0 };
		struct pandoc_table table;
		struct buf got = { 0 };
		int lines_count = split(str_of(cases[i].source), lines);
		int taken =
			pandoc_table_read(&table, &arena, lines, lines_count);
		if (taken > 0)
			put_table(&got, &table, taken);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		arena_release(&arena);
	}
	expect_done(&expect);
}

static void reads_simple_tables(void **state)
{
	static const struct table_case cases[] = {
		{ "alignments",
		  "  Right Left     Centre   Default\n"
		  "------- ------ ---------- -------\n"
		  "     12 12        12      12\n"
		  "      1 1          1      1\n\nafter\n",
		  "4 rlcl\nRight|Left|Centre|Default\n12|12|12|12\n1|1|1|1" },
		{ "closed", "a   b\n--- ---\nc   d\n--- ---\n",
		  "4 ll\na|b\nc|d" },
		{ "headless", "--- ---\n  a b\nc   d\n--- ---\n\n",
		  "4 rl headless\na|b\nc|d" },
		{ "set in", "  a   b\n  --- ---\n  c   d\n", "3 ll\na|b\nc|d" },
		{ "wide characters", "日本 b\n---- ---\nい   日\n",
		  "3 ll\n日本|b\nい|日" },
		{ "tabs", "a\tb\n---\t---\nc\td\n", "3 ll\na|b\nc|d" },
		{ "short and long rows", "a   b\n--- ---\nc\nd   e f g\n",
		  "4 ll\na|b\nc|\nd|e f g" },
		{ "control characters", "a   b\n--- ---\n\x1b   d\n",
		  "3 ll\na|b\n␛|d" },
		{ "a rule that goes on", "a   b\n--- ---\nc   d\n--- ---\ne\n",
		  "" },
		{ "no row", "a   b\n--- ---\n\nc\n", "" },
		{ "a heading", "a\n---\nb\n", "" },
		{ "a rule", "---\na\n---\n", "" },
		{ "dashes with blanks", "- - -\na\n- - -\n", "" },
		{ "headless, not closed", "--- ---\na   b\n\n", "" },
		{ "text", "a   b\nc   d\n", "" },
		{ "a list above dashes", "- a b\n--- ---\nc   d\n", "" },
		{ "set in as code", "a   b\n    --- ---\nc   d\n", "" },
		{ "nothing", "", "" },
		{ "blank", "\n--- ---\na b\n", "" },
	};

	(void)state;
	check_cases(cases, COUNT(cases));
}

static void reads_multiline_tables(void **state)
{
	static const struct table_case cases[] = {
		{ "with a header",
		  "-----------------\n Head     Of two\n            lines\n"
		  "------- ---------\n one     words of\n         a cell\n\n"
		  " two     b\n-----------------\n\n",
		  "9 cc\nHead|Of two/lines\none|words of/a cell\ntwo|b" },
		{ "headless",
		  "--- ------\na   b c\n    d\n\ne   f\n--- ------\n",
		  "6 ll headless\na|b c/d\ne|f" },
		{ "a single row", "-------\na   b\n--- ---\nc   d\n\n-------\n",
		  "6 ll\na|b\nc|d" },
		{ "not closed", "-------\na   b\n--- ---\nc   d\n\ne   f\n",
		  "" },
		{ "a rule, a heading, a rule", "---\na\n\nb\n---\nc\n---\n",
		  "" },
		{ "nothing below the header",
		  "-------\na   b\n--- ---\n\n-------\n", "" },
	};

	(void)state;
	check_cases(cases, COUNT(cases));
}

static void reads_grids(void **state)
{
	static const struct table_case cases[] = {
		{ "with a header",
		  "+---+-----+\n| a | b   |\n+===+=====+\n| c | - d |\n"
		  "|   |   e |\n|   |     |\n+---+-----+\nafter\n",
		  "7 ll\na|b\nc|- d/  e" },
		{ "headless, aligned",
		  "+:---+:---:+---:+\n| a  | b   | c  |\n+----+-----+----+\n",
		  "3 lcr headless\na|b|c" },
		{ "alignment below the header",
		  "+---+---+\n| a | b |\n+==:+:=:+\n| c | d |\n+---+---+\n",
		  "5 rc\na|b\nc|d" },
		{ "one column", "+---+\n| a |\n+---+\n", "3 l headless\na" },
		{ "set in", "  +--+--+\n  |a | b|\n  +--+--+\n",
		  "3 ll headless\na|b" },
		{ "wide characters", "+----+---+\n| 日 | a |\n+----+---+\n",
		  "3 ll headless\n日|a" },
		{ "bars out of line",
		  "+----+---+\n| 日  | a\\|b |\n+----+---+\n",
		  "3 ll headless\n日|a\\|b" },
		{ "bars in cells",
		  "+-------+---+\n| a | b | c |\n+-------+---+\n",
		  "3 ll headless\na | b|c" },
		{ "the last row is open", "+--+\n|a |\n+--+\n|b |\n\n",
		  "4 l headless\na\nb" },
		{ "something else below", "+--+\n|a |\n+--+\n|b |\nc\n",
		  "3 l headless\na" },
		{ "other columns below", "+--+--+\n|a |b |\n+--+--+\n+-----+\n",
		  "3 ll headless\na|b" },
		{ "boxes", "+---+   +---+\n| a |-->| b |\n+---+   +---+\n",
		  "" },
		{ "a box with a door", "+---+\n| a  \n+---+\n", "" },
		{ "not closed", "+---+\n| a |\n", "" },
		{ "two rules", "+---+\n+---+\n", "" },
		{ "a plus", "+\n", "" },
		{ "a bullet", "+ a\n", "" },
	};

	(void)state;
	check_cases(cases, COUNT(cases));
}

static void reads_captions(void **state)
{
	static const struct table_case cases[] = {
		{ "below", "a   b\n--- ---\nc   d\n\nTable: a *b*\n",
		  "5 ll a *b*\na|b\nc|d" },
		{ "below, short", "a   b\n--- ---\nc   d\n\n\n: e\n  f\n\ng\n",
		  "7 ll e\nf\na|b\nc|d" },
		{ "right below a grid", "+--+\n|a |\n+--+\n: b\n",
		  "4 l headless b\na" },
		{ "above", "Table: e\n\na   b\n--- ---\nc   d\n\n: f\n",
		  "5 ll e\na|b\nc|d" },
		{ "no caption", "a   b\n--- ---\nc   d\n\n:::\n",
		  "3 ll\na|b\nc|d" },
		{ "above text", ": e\n\na   b\n", "" },
		{ "an emoji", ":tada: a\n\na   b\n--- ---\nc   d\n", "" },
	};

	(void)state;
	check_cases(cases, COUNT(cases));
}

static void bounds_captions(void **state)
{
	struct str lines[32], caption;
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(lines); i++)
		lines[i] = BYTES(": a");
	assert_int_equal(pandoc_caption_read(&caption, &arena, lines, 0), 0);
	assert_int_equal(pandoc_caption_read(&caption, &arena, lines, 3), 3);
	assert_int_equal(caption.len, sizeof("a\n: a\n: a") - 1);
	assert_int_equal(pandoc_caption_read(&caption, &arena, lines, 32), 0);
	arena_release(&arena);
}

/* What would make too many columns or cells is text. */
static void bounds_tables(void **state)
{
	struct str *lines = calloc(LINES_MAX, sizeof(*lines));
	struct buf rule = { 0 };
	struct arena arena = { 0 };
	struct pandoc_table table;

	(void)state;
	for (int i = 0; i < 64; i++)
		buf_put_text(&rule, "--- ");
	for (int i = 0; i < LINES_MAX; i++)
		lines[i] = BYTES("x");
	lines[0] = lines[101] = buf_str(&rule);
	lines[102] = BYTES("");
	assert_int_equal(pandoc_table_read(&table, &arena, lines, 103), 102);
	assert_int_equal(table.columns, 64);
	assert_int_equal(table.rows, 100);
	lines[101] = lines[102] = BYTES("x");
	lines[LINES_MAX - 1] = lines[0];
	assert_int_equal(pandoc_table_read(&table, &arena, lines, LINES_MAX),
			 0);
	buf_put_text(&rule, "---");
	lines[0] = lines[101] = buf_str(&rule);
	assert_int_equal(pandoc_table_read(&table, &arena, lines, 102), 0);
	buf_release(&rule);
	arena_release(&arena);
	free(lines);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_simple_tables),
		cmocka_unit_test(reads_multiline_tables),
		cmocka_unit_test(reads_grids),
		cmocka_unit_test(reads_captions),
		cmocka_unit_test(bounds_captions),
		cmocka_unit_test(bounds_tables),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
