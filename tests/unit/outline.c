/* SPDX-License-Identifier: MIT */
/*
 * Where libcmark finds blocks. What they are is its own business; what matters
 * here is where they stand, since the texts are taken from the lines.
 */
#include "slide/outline.h"

#include <string.h>

#include "base/buf.h"
#include "support/unit.h"

static void put(const struct outline *outline, struct buf *out)
{
	static const char names[] = {
		[OUTLINE_ROOT] = 'R',	 [OUTLINE_PARAGRAPH] = 'P',
		[OUTLINE_HEADING] = 'H', [OUTLINE_CODE] = 'C',
		[OUTLINE_HTML] = 'X',	 [OUTLINE_RULE] = '-',
		[OUTLINE_LIST] = 'L',	 [OUTLINE_ITEM] = 'I',
		[OUTLINE_QUOTE] = 'Q',
	};

	buf_printf(out, "%c%d.%d", names[outline->kind], outline->line,
		   outline->col);
	if (outline->kind == OUTLINE_PARAGRAPH)
		buf_printf(out, "-%d", outline->end_line);
	if (outline->start >= 0)
		buf_printf(out, "#%d", outline->start);
	if (!outline->first)
		return;
	buf_put_byte(out, '(');
	for (const struct outline *child = outline->first; child;
	     child = child->next) {
		if (child != outline->first)
			buf_put_byte(out, ' ');
		put(child, out);
	}
	buf_put_byte(out, ')');
}

static void tells_where_blocks_stand(void **state)
{
	static const struct {
		const char *source, *want;
	} cases[] = {
		{ "a\nb\n\nc\n", "P1.1-2 P4.1-4" },
		{ "# a\n\nb\n---\n", "H1.1 H3.1" },
		{ "- a\n  b\n\n  c\n- d\n",
		  "L1.1(I1.1(P1.3-2 P4.3-4) I5.1(P5.3-5))" },
		{ "3. a\n4. b\n", "L1.1#3(I1.1(P1.4-1) I2.1(P2.4-2))" },
		{ "> a\nb\n> > c\n", "Q1.1(P1.3-2 Q3.3(P3.5-3))" },
		{ "[r]: x\n[s]: y\na\nb\n", "P1.1-4" },
		{ "<!-- a -->\n- <!-- b -->\n", "X1.1 L2.1(I2.1(X2.3))" },
		{ "```c\na\n```\n\n    b\n***\n", "C1.1 C5.5 -6.1" },
		{ "", "" },
	};
	struct expect expect = { 0 };
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct outline *root =
			outline_read(&arena, str_of(cases[i].source));
		struct buf got = { 0 };
		for (struct outline *child = root->first; child;
		     child = child->next) {
			if (child != root->first)
				buf_put_byte(&got, ' ');
			put(child, &got);
		}
		expect_text(&expect, cases[i].source, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	arena_release(&arena);
	expect_done(&expect);
}

/* Brackets are hidden from libcmark, and come back. */
static void keeps_brackets(void **state)
{
	static const char *const sources[] = { "    a[i] = b[[j]];\n",
					       "```x[1]\n[a]: b\n```\n",
					       "<div [x]>\n[a]\n</div>\n" };
	struct expect expect = { 0 };
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(sources); i++) {
		struct outline *leaf =
			outline_read(&arena, str_of(sources[i]))->first;
		struct buf got = { 0 };
		buf_put(&got, leaf->info);
		buf_put(&got, leaf->literal);
		buf_put_byte(&got, 0);
		expect_true(&expect, sources[i], got.len > 0);
		expect_true(&expect, sources[i], strchr(got.ptr, '[') != NULL);
		expect_true(&expect, sources[i],
			    memchr(got.ptr, 1, got.len) == NULL);
		buf_release(&got);
	}
	arena_release(&arena);
	expect_done(&expect);
}

/* What libcmark makes of entities is clean, too. */
static void cleans_info(void **state)
{
	static const struct str source = STR("```a&#27;b\n```\n");
	struct arena arena = { 0 };
	struct str info = outline_read(&arena, source)->first->info;

	(void)state;
	assert_true(str_eq(info, str_of("a\xe2\x90\x9b"
					"b")));
	arena_release(&arena);
}

static int depth_of(const struct outline *outline)
{
	int deepest = 0;

	for (const struct outline *child = outline->first; child;
	     child = child->next) {
		int depth = depth_of(child);
		if (depth > deepest)
			deepest = depth;
	}
	return deepest + 1;
}

/* However deep the source nests, what it holds is there. */
static void bounds_depth(void **state)
{
	static const char *const pieces[] = { "> ", "- ", "> - ", "1) > " };
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(pieces); i++) {
		struct buf source = { 0 };
		for (int n = 0; n < 10000; n++)
			buf_put_text(&source, pieces[i]);
		buf_put_text(&source, "text\n");
		struct outline *root = outline_read(&arena, buf_str(&source));
		assert_int_equal(root->end_line, 1);
		assert_in_range(depth_of(root), OUTLINE_DEPTH_MAX - 1,
				OUTLINE_DEPTH_MAX + 2);
		const struct outline *leaf = root;
		while (leaf->last)
			leaf = leaf->last;
		assert_int_equal(leaf->kind, OUTLINE_PARAGRAPH);
		buf_release(&source);
	}
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_where_blocks_stand),
		cmocka_unit_test(keeps_brackets),
		cmocka_unit_test(cleans_info),
		cmocka_unit_test(bounds_depth),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
