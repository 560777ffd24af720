/* SPDX-License-Identifier: MIT */
/*
 * What every kind of block looks like, on slides made by hand.
 */
#include "layout/layout.h"

#include <string.h>

#include "support/model.h"
#include "support/unit.h"

#define PROSE "The quick brown fox jumps over the lazy dog again and again."

/* ---- the slides ---- */

static void a_break(struct model *model)
{
	model_text(model, "one\n\nthree\n");
}

static void aligned(struct model *model)
{
	model_text(model, "0123456789");
	model_text(model, "right\nr")->align = ALIGN_RIGHT;
	model_text(model, "centre")->align = ALIGN_CENTRE;
}

static void aligned_in_an_item(struct model *model)
{
	model_text(model, "0123456789");
	model_open(model, BLOCK_LIST);
	model_item(model, NULL, "ab")->first->align = ALIGN_RIGHT;
	model_close(model);
	model_item(model, NULL, "ab")->first->align = ALIGN_CENTRE;
}

static void markers(struct model *model)
{
	model_open(model, BLOCK_LIST);
	model_item(model, "9.", "nine");
	model_close(model);
	model_item(model, "10.", "ten and more");
	model_open(model, BLOCK_LIST)->level = 2;
	model_item(model, "a)", "nested");
	model_close(model);
	model_item(model, NULL, "bullet");
}

static void tasks(struct model *model)
{
	model_open(model, BLOCK_LIST);
	model_item(model, NULL, "open")->item.task = TASK_OPEN;
	model_close(model);
	model_item(model, NULL, "done")->item.task = TASK_DONE;
	model_close(model);
	model_item(model, NULL, "plain");
	model_close(model);
	model_item(model, "3.", "both")->item.task = TASK_DONE;
}

static void items_that_begin_with_lists(struct model *model)
{
	model_open(model, BLOCK_LIST);
	model_item(model, NULL, NULL);
	model_open(model, BLOCK_LIST)->level = 2;
	model_item(model, "1.", "text");
	model_close(model);
	model_item(model, "2.", NULL);
}

static void items_of_other_blocks(struct model *model)
{
	model_open(model, BLOCK_LIST);
	model_item(model, "1.", NULL);
	model_code(model, "code\n");
	model_close(model);
	model_item(model, "2.", NULL);
	model_table(model, "a|b\nc|d\n");
	model_close(model);
	model_item(model, "3.", NULL);
	model_code(model, "");
	model_close(model);
	model_item(model, "4.", NULL);
	model_add(model, BLOCK_RULE);
}

static void an_alert(struct model *model)
{
	model_open(model, BLOCK_QUOTE)->alert = ALERT_WARNING;
	model_text(model, "mind");
	model_open(model, BLOCK_QUOTE);
	model_text(model, "quote");
}

static void a_quote_of_paragraphs(struct model *model)
{
	model_open(model, BLOCK_QUOTE);
	model_text(model, "one");
	model->step = 1;
	model_text(model, "two")->space = 1;
	model_close(model);
	model_text(model, "three")->space = 1;
}

static void alerts(struct model *model)
{
	for (int i = ALERT_NOTE; i <= ALERT_CAUTION; i++) {
		model_open(model, BLOCK_QUOTE)->alert = (enum alert)i;
		model_text(model, "x");
		model_close(model);
	}
}

static void a_later_alert(struct model *model)
{
	model_text(model, "first");
	model->step = 1;
	model_open(model, BLOCK_QUOTE)->alert = ALERT_TIP;
	model_text(model, "x");
	model_close(model);
	model_text(model, "last");
}

static void a_rule(struct model *model)
{
	model_text(model, "text");
	model_add(model, BLOCK_RULE);
	model_open(model, BLOCK_QUOTE);
	model_add(model, BLOCK_RULE);
}

static void numbers(struct model *model)
{
	model_code(model, "nine();\n\nif (x) y();\n")->code.first_number = 9;
}

/* Lines 1 and 3, then 2 only, then all of three lines. */
static void focus(struct model *model)
{
	static const bool lit[3][3] = { { true, false, true },
					{ false, true, true },
					{ true, false, true } };
	struct block *code = model_code(model, "a b\n\nc\n");
	int i = 0;

	code->code.focuses = 3;
	code->code.focus_step = 1;
	for (struct code_line *line = code->code.first; line; line = line->next)
		line->lit = lit[i++];
	model->slide->steps = 3;
}

static void a_plain_table(struct model *model)
{
	model_table(model, "a|bb\nc|d\n")->table.headless = true;
}

static void tables_in_their_room(struct model *model)
{
	model_text(model, "0123456789");
	model_table(model, "a|b\nc|d\n")->align = ALIGN_CENTRE;
	model_table(model, "a|b\nc|d\n")->align = ALIGN_RIGHT;
}

static void a_table_in_a_quote(struct model *model)
{
	model_open(model, BLOCK_QUOTE);
	model_table(model, "a|b\nc\n");
}

static void breaks_in_cells(struct model *model)
{
	struct block *table = model_table(model, "a|b\n");
	struct text *cell = &table->table.header->cells[0];

	model_run(model, cell, INLINE_BREAK, "");
	model_run(model, cell, INLINE_TEXT, "below");
	table->table.headless = true;
}

static void columns(struct model *model)
{
	model_text(model, "above");
	model_open(model, BLOCK_COLUMNS);
	model_open(model, BLOCK_COLUMN);
	model_text(model, "left");
	model_text(model, "more")->space = 1;
	model_close(model);
	model_open(model, BLOCK_COLUMN);
	model_code(model, "right\n");
	model_close(model);
	model_close(model);
	model_text(model, "below");
}

static void centring_columns(struct model *model)
{
	model_open(model, BLOCK_COLUMNS);
	model_open(model, BLOCK_COLUMN);
	model_close(model);
	model_open(model, BLOCK_COLUMN)->weight = 2;
	model_text(model, "middle");
	model_close(model);
	model_open(model, BLOCK_COLUMN);
}

static void later_columns(struct model *model)
{
	model_open(model, BLOCK_COLUMNS);
	model_open(model, BLOCK_COLUMN);
	model_text(model, "a");
	model->step = 2;
	model_text(model, "b");
	model_close(model);
	model->step = 1;
	model_open(model, BLOCK_COLUMN);
	model_text(model, "c");
	model_text(model, "d");
	model_text(model, "e");
}

static void columns_of_blocks(struct model *model)
{
	model_open(model, BLOCK_COLUMNS);
	model_open(model, BLOCK_COLUMN);
	model_open(model, BLOCK_LIST);
	model_item(model, NULL, "item");
	model_open(model, BLOCK_LIST);
	model_item(model, "1.", "two");
	model_close(model);
	model_close(model);
	model_close(model);
	model_close(model);
	model_close(model);
	model_open(model, BLOCK_COLUMN);
	model_open(model, BLOCK_QUOTE);
	model_text(model, "quote");
	model_close(model);
	model_table(model, "a|b\nc|d\n");
	model_text(model, "r")->align = ALIGN_RIGHT;
}

static void columns_in_columns(struct model *model)
{
	model_open(model, BLOCK_QUOTE);
	model_open(model, BLOCK_LIST);
	model_item(model, NULL, NULL);
	model_open(model, BLOCK_COLUMNS);
	model_open(model, BLOCK_COLUMN);
	model_text(model, "a");
	model_close(model);
	model_open(model, BLOCK_COLUMN);
	model_open(model, BLOCK_COLUMNS);
	model_open(model, BLOCK_COLUMN);
	model_text(model, "b\nb");
	model_close(model);
	model_open(model, BLOCK_COLUMN);
	model_text(model, "c");
}

static void wrapping_columns(struct model *model)
{
	model_open(model, BLOCK_COLUMNS);
	model_open(model, BLOCK_COLUMN);
	model_text(model, PROSE)->text.flows = true;
	model_close(model);
	model_open(model, BLOCK_COLUMN);
	model_text(model, "beside");
}

static void prose(struct model *model)
{
	model_text(model, PROSE " " PROSE)->text.flows = true;
}

/* ---- what they look like ---- */

struct layout_case {
	const char *name;
	void (*build)(struct model *model);
	int cols;
	const char *want;
};

static void put(const struct layout_case *at, struct expect *expect,
		void (*write)(struct model *, struct size, struct buf *))
{
	struct buf got = { 0 };
	struct model model;

	model_init(&model);
	at->build(&model);
	write(&model, (struct size){ 0, at->cols }, &got);
	expect_text(expect, at->name, at->want, buf_str(&got));
	buf_release(&got);
	model_release(&model);
}

static void draws(void **state)
{
	static const struct layout_case cases[] = {
		{ "breaks", a_break, 10,
		  "  one\n"
		  "\n"
		  "  three\n" },
		{ "alignment", aligned, 10,
		  "0123456789\n"
		  "     right\n"
		  "         r\n"
		  "  centre\n" },
		{ "alignment in items", aligned_in_an_item, 10,
		  "0123456789\n"
		  "  •     ab\n"
		  "  •   ab\n" },
		{ "markers", markers, 20,
		  "   9. nine\n"
		  "  10. ten and more\n"
		  "       a) nested\n"
		  "        ◦ bullet\n" },
		{ "markers without room", markers, 9,
		  "9. nine\n"
		  "10. ten\n"
		  "and more\n"
		  "a) nested\n"
		  "bullet\n" },
		{ "tasks", tasks, 12,
		  "    ☐ open\n"
		  "    ☑ done\n"
		  "    • plain\n"
		  " 3. ☑ both\n" },
		{ "tasks without room", tasks, 9,
		  "☐ open\n"
		  "☑ done\n"
		  "plain\n"
		  "3. ☑ both\n" },
		{ "items that begin with lists", items_that_begin_with_lists,
		  12,
		  "  •  1. text\n"
		  "     2.\n" },
		{ "items of other blocks", items_of_other_blocks, 10,
		  " 1. code\n"
		  " 2. a │ b\n"
		  "    ──┼──\n"
		  "    c │ d\n"
		  " 3.\n"
		  " 4. ─────\n" },
		{ "an alert", an_alert, 12,
		  " │ Warning\n"
		  " │ mind\n"
		  " │ │ quote\n" },
		{ "a quote of paragraphs", a_quote_of_paragraphs, 5,
		  "== 0.0\n"
		  "│ one\n"
		  "\n"
		  "\n"
		  "\n"
		  "\n"
		  "== 1.0\n"
		  "│ one\n"
		  "│\n"
		  "│ two\n"
		  "\n"
		  "three\n" },
		{ "a later alert", a_later_alert, 5,
		  "== 0.0\n"
		  "first\n"
		  "\n"
		  "\n"
		  "\n"
		  "== 1.0\n"
		  "first\n"
		  "│ Tip\n"
		  "│ x\n"
		  "last\n" },
		{ "rules", a_rule, 6,
		  " text\n"
		  " ────\n"
		  " │ ──\n" },
		{ "numbers", numbers, 15,
		  " 9  nine();\n"
		  "10\n"
		  "11  if (x) y();\n" },
		{ "numbers without room", numbers, 11,
		  "nine();\n"
		  "\n"
		  "if (x) y();\n" },
		{ "a plain table", a_plain_table, 6,
		  "a │ bb\n"
		  "c │ d\n" },
		{ "tables in their room", tables_in_their_room, 11,
		  "0123456789\n"
		  "  a │ b\n"
		  "  ──┼──\n"
		  "  c │ d\n"
		  "     a │ b\n"
		  "     ──┼──\n"
		  "     c │ d\n" },
		{ "a table in a quote", a_table_in_a_quote, 7,
		  "│ a │ b\n"
		  "│ ──┼──\n"
		  "│ c │\n" },
		{ "breaks in cells", breaks_in_cells, 9,
		  "a     │ b\n"
		  "below │\n" },
		{ "columns", columns, 14,
		  "above\n"
		  "left     right\n"
		  "\n"
		  "more\n"
		  "below\n" },
		{ "columns below each other", columns, 9,
		  "above\n"
		  "left\n"
		  "\n"
		  "more\n"
		  "\n"
		  "right\n"
		  "below\n" },
		{ "columns that centre", centring_columns, 20,
		  "       middle\n" },
		{ "columns of steps", later_columns, 6,
		  "== 0.0\n"
		  "a\n"
		  "\n"
		  "\n"
		  "== 1.0\n"
		  "a    c\n"
		  "     d\n"
		  "     e\n"
		  "== 2.0\n"
		  "a    c\n"
		  "b    d\n"
		  "     e\n" },
		{ "columns of blocks", columns_of_blocks, 26,
		  "  • item       │ quote\n"
		  "     1. two    a │ b\n"
		  "               ──┼──\n"
		  "               c │ d\n"
		  "                         r\n" },
		{ "columns in columns", columns_in_columns, 28,
		  "   │   • a         b    c\n"
		  "   │               b\n" },
		{ "columns that wrap", wrapping_columns, 44,
		  "  The quick brown       beside\n"
		  "  fox jumps over the\n"
		  "  lazy dog again and\n"
		  "  again.\n" },
		{ "columns that wrap on few columns", wrapping_columns, 34,

		  "The quick brown   beside\n"
		  "fox jumps over\n"
		  "the lazy dog\n"
		  "again and again.\n" },
		{ "columns that would wrap too much", wrapping_columns, 30,

		  "The quick brown fox jumps over\n"
		  "the lazy dog again and again.\n"
		  "\n"
		  "beside\n" },
		{ "prose", prose, 100,
		  "              The quick brown fox jumps over the lazy dog "
		  "again and again. The quick\n"
		  "              brown fox jumps over the lazy dog again and "
		  "again.\n" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		put(&cases[i], &expect, model_put);
	expect_done(&expect);
}

static void has_roles(void **state)
{
	static const struct layout_case cases[] = {
		{ "markers", markers, 20,
		  "|   9. nine          |...bb.xxxx..........|\n"
		  "|  10. ten and more  |..bbb.xxxxxxxxxxxx..|\n"
		  "|       a) nested    |.......bb.xxxxxx....|\n"
		  "|        ◦ bullet    |........b.xxxxxx....|\n" },
		{ "an alert", an_alert, 12,
		  "| │ Warning  |.7.7777777..|\n"
		  "| │ mind     |.7.xxxx.....|\n"
		  "| │ │ quote  |.7.q.xxxxx..|\n" },
		{ "alerts", alerts, 12,
		  "|│ Note      |4.4444......|\n"
		  "|│ x         |4.x.........|\n"
		  "|│ Tip       |5.555.......|\n"
		  "|│ x         |5.x.........|\n"
		  "|│ Important |6.666666666.|\n"
		  "|│ x         |6.x.........|\n"
		  "|│ Warning   |7.7777777...|\n"
		  "|│ x         |7.x.........|\n"
		  "|│ Caution   |8.8888888...|\n"
		  "|│ x         |8.x.........|\n" },
		{ "rules", a_rule, 6,
		  "| text |.xxxx.|\n"
		  "| ──── |.dddd.|\n"
		  "| │ ── |.q.dd.|\n" },
		{ "numbers", numbers, 17,
		  "|  9  nine();     |ccucccccccccccccc|\n"
		  "| 10              |cuucccccccccccccc|\n"
		  "| 11  if (x) y(); |cuucccccccccccccc|\n" },
		{ "focus", focus, 5,
		  "== 0.0\n"
		  "| a b |ccccc|\n"
		  "|     |CCCCC|\n"
		  "| c   |ccccc|\n"
		  "== 1.0\n"
		  "| a b |CCCCC|\n"
		  "|     |ccccc|\n"
		  "| c   |CCCCC|\n"
		  "== 2.0\n"
		  "| a b |ccccc|\n"
		  "|     |ccccc|\n"
		  "| c   |ccccc|\n" },
		{ "a plain table", a_plain_table, 6,
		  "|a │ bb|x.r.xx|\n"
		  "|c │ d |x.r.x.|\n" },
		{ "columns", columns, 16,
		  "| above          |.xxxxx..........|\n"
		  "| left     right |.xxxx....ccccccc|\n"
		  "|                |................|\n"
		  "| more           |.xxxx...........|\n"
		  "| below          |.xxxxx..........|\n" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		put(&cases[i], &expect, model_put_planes);
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(draws),
		cmocka_unit_test(has_roles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
