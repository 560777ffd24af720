/* SPDX-License-Identifier: MIT */
/*
 * How large images are meant to be.
 */
#include "markup/length.h"

#include <stdio.h>

#include "support/unit.h"

static void put_length(struct buf *out, struct length length)
{
	static const char *const units[] = { "", "%", "px", "c" };

	if (length.unit != LENGTH_NONE)
		buf_printf(out, "%d%s", length.amount, units[length.unit]);
}

static void reads_lengths(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "50%", "50%" },     { " 50% ", "50%" },
		{ "33.9%", "33%" },   { "300", "300px" },
		{ "300px", "300px" }, { "300PX", "300px" },
		{ "2em", "32px" },    { "2.5cm", "94px" },
		{ "2.55cm", "96px" }, { "1in", "96px" },
		{ "30pt", "39px" },   { "10vw", "10%" },
		{ "auto", "" },	      { "", "" },
		{ "0", "" },	      { "-3", "" },
		{ "3 px", "" },	      { "px", "" },
		{ ".5", "" },	      { "99999999999999999999%", "10000%" },
		{ "5furlongs", "" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf out = { 0 };
		put_length(&out, length_read(str_of(cases[i].text)));
		expect_text(&expect, cases[i].text, cases[i].want,
			    buf_str(&out));
		buf_release(&out);
	}
	expect_done(&expect);
}

/* "WIDTHxHEIGHT", without what is not said. */
static void put_sizes(struct buf *out, const struct link *link)
{
	put_length(out, link->width);
	buf_put_byte(out, 'x');
	put_length(out, link->height);
}

static void reads_alternative_texts(void **state)
{
	static const struct {
		const char *alt, *want;
	} cases[] = {
		{ "a cat", "x" },
		{ "image:width:50%", "50%x" },
		{ "image:w:10%,image:height:20%, a cat", "10%x20%" },
		{ "w:300px h:2in", "300pxx192px" },
		{ "width:auto height:90%", "x90%" },
		{ "a cat w:20%", "20%x" },
		{ "a cat|40x20", "40cx20c" },
		{ "a cat|40", "40cx" },
		{ "a cat|300", "300pxx" },
		{ "a cat|300x20", "300pxx20px" },
		{ "a cat|99x300", "99cx300c" },
		{ "a cat|40 mice", "x" },
		{ ":scale 50%", "50%x" },
		{ ":scale x", "x" },
		{ ":scaled 50%", "x" },
		{ "a|cat", "x" },
		{ "bg left:40%", "x bg" },
		{ "bigger", "x" },
		{ "show:30%", "x" },
		{ "", "x" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct link link = { 0 };
		struct buf out = { 0 };
		length_read_alt(&link, str_of(cases[i].alt));
		put_sizes(&out, &link);
		buf_put_text(&out, link.background ? " bg" : "");
		expect_text(&expect, cases[i].alt, cases[i].want,
			    buf_str(&out));
		buf_release(&out);
	}
	expect_done(&expect);
}

static void reads_rows(void **state)
{
	static const struct {
		const char *alt, *want;
	} cases[] = {
		{ "7", "x7c" }, { "12 cats", "" }, { "", "" },
		{ "a 7", "" },	{ "7x7", "" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct link link = { 0 };
		struct buf out = { 0 };
		if (length_read_rows(&link, str_of(cases[i].alt)))
			buf_put_byte(&out, 'x');
		put_length(&out, link.height);
		expect_text(&expect, cases[i].alt, cases[i].want,
			    buf_str(&out));
		buf_release(&out);
	}
	expect_done(&expect);
}

static void reads_classes(void **state)
{
	static const struct {
		const char *classes, *want;
	} cases[] = {
		{ "w-40", "160pxx" },
		{ "rounded  h-20 w-1/2", "50%x80px" },
		{ "w-full h-full", "100%x100%" },
		{ "w-[300px] h-[50%]", "300pxx50%" },
		{ "w-2.5", "10pxx" },
		{ "w-1/0 h-", "x" },
		{ "w-auto", "x" },
		{ "w-[] h-[", "x" },
		{ "max-w-40 w", "x" },
		{ "", "x" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct link link = { 0 };
		struct buf out = { 0 };
		length_read_classes(&link, str_of(cases[i].classes));
		put_sizes(&out, &link);
		expect_text(&expect, cases[i].classes, cases[i].want,
			    buf_str(&out));
		buf_release(&out);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_lengths),
		cmocka_unit_test(reads_alternative_texts),
		cmocka_unit_test(reads_rows),
		cmocka_unit_test(reads_classes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
