/* SPDX-License-Identifier: MIT */
/*
 * How wide a slide is before it is laid out.
 */
#include "layout/measure.h"

#include "support/model.h"
#include "support/unit.h"

#define TEN		 "1234567890"
#define WORD		 "123456789 "
#define HUNDRED_IN_WORDS WORD WORD WORD WORD WORD WORD WORD WORD WORD WORD
#define HUNDRED		 TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN

static void a_text(struct model *model)
{
	model_text(model, TEN);
}

static void two_rows(struct model *model)
{
	model_text(model, "123\n12345");
}

static void a_long_line(struct model *model)
{
	model_text(model, HUNDRED);
}

static void prose(struct model *model)
{
	model_text(model, TEN " " HUNDRED_IN_WORDS)->text.flows = true;
}

static void prose_with_a_long_word(struct model *model)
{
	model_text(model, TEN " " HUNDRED " " TEN)->text.flows = true;
}

/* Eighty digits in two runs. */
static void prose_with_a_long_word_in_parts(struct model *model)
{
	struct block *block = model_text(model, HUNDRED_IN_WORDS TEN TEN TEN);
	struct inline_run *run = arena_new(&model->arena, struct inline_run);

	*run = (struct inline_run){ .kind = INLINE_TEXT,
				    .text = str_of(TEN TEN TEN TEN TEN " a"),
				    .link = -1 };
	block->text.first->next = run;
	block->text.flows = true;
}

static void prose_with_a_long_word_before_a_break(struct model *model)
{
	model_text(model, HUNDRED "\n" TEN)->text.flows = true;
}

static void prose_in_a_quote(struct model *model)
{
	model_open(model, BLOCK_QUOTE);
	prose(model);
}

static void code(struct model *model)
{
	model_code(model, TEN "\n1\n");
}

static void numbered_code(struct model *model)
{
	model_code(model, TEN "\n1\n")->code.first_number = 9;
}

static void titled_code(struct model *model)
{
	model_code(model, "1\n")->code.title = str_of(TEN);
}

static void a_table(struct model *model)
{
	model_table(model, "1234|12\n1|1\n");
}

static void a_marker(struct model *model)
{
	model_open(model, BLOCK_LIST);
	model_item(model, "1000.", TEN);
}

static void an_empty_item(struct model *model)
{
	model_open(model, BLOCK_LIST);
	model_item(model, "1000.", NULL);
}

static void an_alert(struct model *model)
{
	model_open(model, BLOCK_QUOTE)->alert = ALERT_IMPORTANT;
	model_text(model, "a");
}

static void columns(struct model *model)
{
	model_open(model, BLOCK_COLUMNS);
	model_open(model, BLOCK_COLUMN);
	model_text(model, TEN);
	model_close(model);
	model_open(model, BLOCK_COLUMN)->weight = 2;
	model_code(model, TEN TEN TEN "\n");
}

static void a_rule(struct model *model)
{
	model_add(model, BLOCK_RULE);
}

static void measures(void **state)
{
	static const struct {
		const char *name;
		void (*build)(struct model *model);
		int all, rigid;
	} cases[] = {
		{ "a text", a_text, 10, 0 },
		{ "the wider one of two rows", two_rows, 5, 0 },
		{ "a line", a_long_line, 100, 0 },
		{ "prose", prose, PROSE_COLS, 0 },
		{ "prose with a long word", prose_with_a_long_word, 100, 0 },
		{ "prose with a long word in parts",
		  prose_with_a_long_word_in_parts, 80, 0 },
		{ "prose with a long word before a break",
		  prose_with_a_long_word_before_a_break, 100, 0 },
		{ "prose in a quote", prose_in_a_quote, PROSE_COLS + 2, 0 },
		{ "code", code, 10, 10 },
		{ "numbered code", numbered_code, 14, 14 },
		{ "titled code", titled_code, 10, 1 },
		{ "a table", a_table, 9, 9 },
		{ "a marker", a_marker, 17, 0 },
		{ "an empty item", an_empty_item, 7, 0 },
		{ "the name of an alert", an_alert, 11, 0 },
		{ "columns", columns, 49, 49 },
		{ "a rule", a_rule, 1, 0 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct model model;
		model_init(&model);
		cases[i].build(&model);
		struct slide_cols cols =
			measure_slide(&model.arena, NULL, model.slide);
		expect_int(&expect, cases[i].name, cases[i].all, cols.all);
		expect_int(&expect, cases[i].name, cases[i].rigid, cols.rigid);
		model_release(&model);
	}
	expect_done(&expect);
}

static void counts_the_digits(void **state)
{
	static const struct {
		int first, lines, want;
	} cases[] = {
		{ 0, 5, 0 },  { 1, 1, 3 },  { 1, 9, 3 },
		{ 1, 10, 4 }, { 99, 1, 4 }, { 2147483647, 2, 12 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct code_line lines[10] = { 0 };
		struct block block = { .kind = BLOCK_CODE };
		for (int n = 1; n < cases[i].lines; n++)
			lines[n - 1].next = &lines[n];
		block.code.first = lines;
		block.code.first_number = cases[i].first;
		assert_int_equal(code_gutter(&block), cases[i].want);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(measures),
		cmocka_unit_test(counts_the_digits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
