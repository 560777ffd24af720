/* SPDX-License-Identifier: MIT */
/*
 * What highlighters write, read as looks of the text that they were given.
 */
#include "code/ansi.h"

#include "base/buf.h"
#include "support/unit.h"

static void put_colour(struct buf *out, int colour)
{
	if (colour & ANSI_RGB && colour != ANSI_OWN)
		buf_printf(out, "#%06x", (unsigned)(colour & ~ANSI_RGB));
	else if (colour != ANSI_OWN)
		buf_printf(out, "%d", colour);
}

/* "a[b|31]": b is in colour 31; "[b|/4:bui]": on 4, and bold and so on. */
static void put_look(struct buf *out, const struct ansi_look *look)
{
	put_colour(out, look->text);
	if (look->ground != ANSI_OWN)
		buf_put_byte(out, '/');
	put_colour(out, look->ground);
	if (look->attributes)
		buf_put_byte(out, ':');
	if (look->attributes & ANSI_BOLD)
		buf_put_byte(out, 'b');
	if (look->attributes & ANSI_ITALIC)
		buf_put_byte(out, 'i');
	if (look->attributes & ANSI_UNDERLINE)
		buf_put_byte(out, 'u');
}

static void put_ansi(struct buf *out, struct str text, const struct ansi *ansi)
{
	size_t at = 0;

	for (size_t i = 0; i < ansi->count; i++) {
		const struct ansi_run *run = &ansi->runs[i];
		buf_put(out, (struct str){ text.ptr + at, run->begin - at });
		buf_put_byte(out, '[');
		buf_put(out, (struct str){ text.ptr + run->begin,
					   run->end - run->begin });
		buf_put_byte(out, '|');
		put_look(out, &run->look);
		buf_put_byte(out, ']');
		at = run->end;
	}
	buf_put(out, str_from(text, at));
}

static void expect_ansi(struct expect *expect, const char *name,
			const struct str both[2], const char *want)
{
	struct arena arena = { 0 };
	struct buf got = { 0 };
	struct ansi ansi;

	if (ansi_read(&ansi, &arena, both[0], both[1]))
		put_ansi(&got, both[1], &ansi);
	else
		buf_put_text(&got, "refused");
	expect_text(expect, name, want, buf_str(&got));
	buf_release(&got);
	arena_release(&arena);
}

static void reads_looks(void **state)
{
	static const struct {
		const char *output, *want;
	} cases[] = {
		{ "ab", "ab" },
		{ "\33[31ma\33[mb", "[a|1]b" },
		{ "\33[31ma\33[0mb", "[a|1]b" },
		{ "\33[31ma\33[39mb", "[a|1]b" },
		{ "\33[31ma\33[31mb", "[ab|1]" },
		{ "\33[97ma\33[90mb", "[a|15][b|8]" },
		{ "\33[44ma\33[49mb", "[a|/4]b" },
		{ "\33[100ma\33[107mb", "[a|/8][b|/15]" },
		{ "\33[1ma\33[22mb", "[a|:b]b" },
		{ "\33[3ma\33[23mb", "[a|:i]b" },
		{ "\33[4ma\33[24mb", "[a|:u]b" },
		{ "\33[21ma\33[24mb", "[a|:u]b" },
		{ "\33[4:3ma\33[4:0mb", "[a|:u]b" },
		{ "\33[1;3;4;31;42ma\33[22;23mb", "[a|1/2:biu][b|1/2:u]" },
		{ "\33[38;5;208ma\33[48;5;16mb", "[a|208][b|208/16]" },
		{ "\33[38;2;1;2;255ma\33[mb", "[a|#0102ff]b" },
		{ "\33[48;2;0;0;0ma\33[mb", "[a|/#000000]b" },
		{ "\33[38:5:208ma\33[mb", "[a|208]b" },
		{ "\33[38:2::1:2:3ma\33[mb", "[a|#010203]b" },
		{ "\33[38:2:1:2:3ma\33[mb", "[a|#010203]b" },
		{ "\33[38;05;066;03ma\33[39;00mb", "[a|66:i]b" },
		{ "\33[58;5;1;3ma\33[mb", "[a|:i]b" },
		{ "\33[58;2;1;1;1;3ma\33[mb", "[a|:i]b" },
		{ "\33[;31ma\33[31;mb", "[a|1]b" },
		/* What is no colour is none, whatever it was. */
		{ "\33[31;38;5;256ma\33[mb", "ab" },
		{ "\33[38;5ma\33[mb", "ab" },
		{ "\33[38ma\33[38;2;1;2mb", "ab" },
		{ "\33[38;2;1;2;300ma\33[mb", "ab" },
		{ "\33[38;5;99999999999999999999ma\33[mb", "ab" },
		{ "\33[38;7;1ma\33[mb", "[a|:b]b" },
		/* Blinking, reversed, hidden, struck: not here. */
		{ "\33[2;5;7;8;9ma\33[25;27;28;29mb", "ab" },
		{ "\33[10;26;53;73;200ma\33[mb", "ab" },
		/* Beyond as many numbers as are read. */
		{ "\33[0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;"
		  "0;0;0;31;32ma\33[mb",
		  "[a|1]b" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_ansi(&expect, cases[i].output,
			    (struct str[]){ str_of(cases[i].output),
					    STR("ab") },
			    cases[i].want);
	expect_done(&expect);
}

static void passes_over_all_else(void **state)
{
	static const struct {
		const char *output, *want;
	} cases[] = {
		{ "\33[2J\33[1;1H\33[Kab", "ab" },
		{ "\33[?1049ha\33[?25lb", "ab" },
		{ "\33[>4;1m\33[?4m\33[31 mab", "ab" },
		{ "\33]2;title\aab", "ab" },
		{ "\33]2;title\33\\ab", "ab" },
		{ "\33]8;;http://x\33\\a\33]8;;\33\\b", "ab" },
		{ "\33Pq#0;2\33\\a\33_x\33\\\33^y\33\\\33Xz\33\\b", "ab" },
		{ "\33(Ba\33(0b\33c\33=\33>\0337", "ab" },
		{ "a\17b\16", "ab" },
		{ "a\rb\r\n", "ab" },
		{ "\a\b\177ab", "ab" },
		{ "\33[31\33[32mab", "[ab|2]" },
		{ "ab\33[", "ab" },
		{ "ab\33", "ab" },
		{ "ab\33]2;title", "ab" },
		{ "a\33]2;b", "refused" },
		{ "a\33[31\nmb", "refused" },
		{ "a\xc2\x9b"
		  "31mb",
		  "refused" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_ansi(&expect, cases[i].output,
			    (struct str[]){ str_of(cases[i].output),
					    STR("ab") },
			    cases[i].want);
	expect_done(&expect);
}

static void takes_no_other_text(void **state)
{
	static const struct {
		const char *output, *text, *want;
	} cases[] = {
		{ "", "", "" },
		{ "\n\n", "", "" },
		{ "", "\n\n", "\n\n" },
		{ "a", "a\n\n", "a\n\n" },
		{ "a\n\n", "a", "a" },
		{ "\33[31ma\nb", "a\nb\n", "[a\nb|1]\n" },
		{ "\33[31ma", "\n\na\n", "\n\n[a|1]\n" },
		{ "\33[31m\n\na", "\n\na", "[\n\na|1]" },
		{ "\na", "a", "refused" },
		{ "\na", "\n\na", "refused" },
		{ "a\nb", "a\n\nb", "refused" },
		{ "ab", "a", "refused" },
		{ "a", "ab", "refused" },
		{ "", "a", "refused" },
		{ "a ", "a", "refused" },
		{ "a\n ", "a\n", "refused" },
		{ "b", "a", "refused" },
		{ "\33[31ma\33[mb", "b", "refused" },
		{ "1 a", "a", "refused" },
		{ "\33[31m\xe6\x97\xa5", "\xe6\x97\xa5", "[\xe6\x97\xa5|1]" },
		{ "a\tb", "a\tb", "a\tb" },
		{ "a\tb", "a    b", "refused" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_ansi(&expect, cases[i].output,
			    (struct str[]){ str_of(cases[i].output),
					    str_of(cases[i].text) },
			    cases[i].want);
	expect_done(&expect);
}

/* ---- what programs write ---- */

static const struct str code =
	STR("/* one\n   two */\n"
	    "int f(void) { return g(\"%d\\n\", 42); }\n");

/* clang-format off */
static const struct {
	const char *name, *output, *want;
} programs[] = {
	{ "bat",
	  "\33[38;2;117;113;94m/*\33[0m\33[38;2;117;113;94m one\33[0m\n"
	  "\33[38;2;117;113;94m   two \33[0m\33[38;2;117;113;94m*/\33[0m"
	  "\n"
	  "\33[38;2;102;217;239mint\33[0m\33[38;2;248;248;242m \33[0m\33["
	  "38;2;166;226;46mf\33[0m\33[38;2;248;248;242m(\33[0m\33[38;2;"
	  "102;217;239mvoid\33[0m\33[38;2;248;248;242m)\33[0m\33[38;2;"
	  "248;248;242m \33[0m\33[38;2;248;248;242m{\33[0m\33[38;2;248;"
	  "248;242m \33[0m\33[38;2;249;38;114mreturn\33[0m\33[38;2;248;"
	  "248;242m \33[0m\33[38;2;248;248;242mg\33[0m\33[38;2;248;248;"
	  "242m(\33[0m\33[38;2;230;219;116m\"\33[0m\33[38;2;190;132;255m%"
	  "d\33[0m\33[38;2;190;132;255m\\n\33[0m\33[38;2;230;219;116m"
	  "\"\33[0m\33[38;2;248;248;242m,\33[0m\33[38;2;248;248;242m \33["
	  "0m\33[38;2;190;132;255m42\33[0m\33[38;2;248;248;242m)\33[0m"
	  "\33[38;2;248;248;242m;\33[0m\33[38;2;248;248;242m \33[0m\33["
	  "38;2;248;248;242m}\33[0m\n",
	  "[/* one|#75715e]\n[   two */|#75715e]\n[int|#66d9ef][ |#f8f8"
	  "f2][f|#a6e22e][(|#f8f8f2][void|#66d9ef][) { |#f8f8f2][return"
	  "|#f92672][ g(|#f8f8f2][\"|#e6db74][%d\\n|#be84ff][\"|#e6db74"
	  "][, |#f8f8f2][42|#be84ff][); }|#f8f8f2]\n" },
	{ "bat, a theme of 16",
	  "\33[32m/*\33[0m\33[32m one\33[0m\n"
	  "\33[32m   two \33[0m\33[32m*/\33[0m\n"
	  "\33[35mint\33[0m \33[34mf\33[0m(\33[35mvoid\33[0m) { \33[35mre"
	  "turn\33[0m g(\33[32m\"\33[0m\33[33m%d\33[0m\33[36m\\n\33[0m"
	  "\33[32m\"\33[0m, \33[33m42\33[0m); }\n",
	  "[/* one|2]\n[   two */|2]\n[int|5] [f|4]([void|5]) { [return"
	  "|5] g([\"|2][%d|3][\\n|6][\"|2], [42|3]); }\n" },
	{ "pygmentize, 256",
	  "\33[38;5;66;03m/* one\33[39;00m\n"
	  "\33[38;5;66;03m   two */\33[39;00m\n"
	  "\33[38;5;125mint\33[39m\33[38;5;250m \33[39m\33[38;5;21mf\33["
	  "39m(\33[38;5;125mvoid\33[39m)\33[38;5;250m \33[39m{\33[38;5;"
	  "250m \33[39m\33[38;5;28;01mreturn\33[39;00m\33[38;5;250m \33["
	  "39mg(\33[38;5;124m\"\33[39m\33[38;5;124m%d\33[39m\33[38;5;130;"
	  "01m\\n\33[39;00m\33[38;5;124m\"\33[39m,\33[38;5;250m \33[39m"
	  "\33[38;5;241m42\33[39m);\33[38;5;250m \33[39m}\n",
	  "[/* one|66:i]\n[   two */|66:i]\n[int|125][ |250][f|21]([voi"
	  "d|125])[ |250]{[ |250][return|28:b][ |250]g([\"%d|124][\\n|1"
	  "30:b][\"|124],[ |250][42|241]);[ |250]}\n" },
	{ "pygmentize, 16",
	  "\33[37m/* one\33[39;49;00m\n"
	  "\33[37m   two */\33[39;49;00m\33[37m\33[39;49;00m\n"
	  "\33[36mint\33[39;49;00m\33[37m \33[39;49;00m\33[32mf\33[39;49;"
	  "00m(\33[36mvoid\33[39;49;00m)\33[37m \33[39;49;00m{\33[37m "
	  "\33[39;49;00m\33[34mreturn\33[39;49;00m\33[37m \33[39;49;00mg("
	  "\33[33m\"\33[39;49;00m\33[33m%d\33[39;49;00m\33[33m\\n\33[39;"
	  "49;00m\33[33m\"\33[39;49;00m,\33[37m \33[39;49;00m\33[34m"
	  "42\33[39;49;00m);\33[37m \33[39;49;00m}\33[37m\33[39;49;00m\n",
	  "[/* one|7]\n[   two */|7]\n[int|6][ |7][f|2]([void|6])[ |7]{"
	  "[ |7][return|4][ |7]g([\"%d\\n\"|3],[ |7][42|4]);[ |7]}\n" },
	{ "highlight, 256",
	  "\33[38;5;0m\33[m\33[3;38;5;244m/* one\33[m\n"
	  "\33[3;38;5;244m   two */\33[m\33[38;5;0m\33[m\n"
	  "\33[38;5;0m\33[m\33[38;5;25mint\33[m \33[38;5;0m\33[m\33[38;5;"
	  "18mf\33[m\33[38;5;0m\33[m\33[38;5;0m(\33[m\33[38;5;0m\33[m\33["
	  "38;5;25mvoid\33[m\33[38;5;0m\33[m\33[38;5;0m) {\33[m \33[38;5;"
	  "0m\33[m\33[1;38;5;0mreturn\33[m \33[38;5;0m\33[m\33[38;5;18mg"
	  "\33[m\33[38;5;0m\33[m\33[38;5;0m(\33[m\33[38;5;0m\33[m\33[38;"
	  "5;1m\"%d\33[m\33[38;5;13m\\n\33[m\33[38;5;1m\"\33[m\33[38;5;0m"
	  "\33[m\33[38;5;0m,\33[m \33[38;5;0m\33[m\33[38;5;136m42\33[m"
	  "\33[38;5;0m\33[m\33[38;5;0m); }\33[m\33[38;5;0m\33[m\n",
	  "[/* one|244:i]\n[   two */|244:i]\n[int|25] [f|18][(|0][void"
	  "|25][) {|0] [return|0:b] [g|18][(|0][\"%d|1][\\n|13][\"|1][,"
	  "|0] [42|136][); }|0]\n" },
	{ "source-highlight, 256",
	  "\33[00;38;05;255m/* one\33[m\n"
	  "\33[00;38;05;255m   two */\33[m\n"
	  "\33[00;38;05;255mint\33[m \33[00;38;05;255mf\33[m\33[00;38;05;"
	  "255m(\33[m\33[00;38;05;255mvoid\33[m\33[00;38;05;255m)\33[m "
	  "\33[00;38;05;196m{\33[m \33[00;38;05;75mreturn\33[m \33[00;38;"
	  "05;255mg\33[m\33[00;38;05;255m(\33[m\33[00;38;05;196m\"%d\33[m"
	  "\33[00;38;05;255m\\n\33[m\33[00;38;05;196m\"\33[m\33[00;38;05;"
	  "255m,\33[m \33[00;38;05;171m42\33[m\33[00;38;05;255m);\33[m "
	  "\33[00;38;05;196m}\33[m\n",
	  "[/* one|255]\n[   two */|255]\n[int|255] [f(void)|255] [{|19"
	  "6] [return|75] [g(|255][\"%d|196][\\n|255][\"|196][,|255] [4"
	  "2|171][);|255] [}|196]\n" },
};
/* clang-format on */

static void reads_what_programs_write(void **state)
{
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(programs); i++)
		expect_ansi(&expect, programs[i].name,
			    (struct str[]){ str_of(programs[i].output), code },
			    programs[i].want);
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_looks),
		cmocka_unit_test(passes_over_all_else),
		cmocka_unit_test(takes_no_other_text),
		cmocka_unit_test(reads_what_programs_write),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
