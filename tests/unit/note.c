/* SPDX-License-Identifier: MIT */
/*
 * Speaker notes.
 */
#include "deck/note.h"

#include "support/unit.h"

static void put_notes(const struct note *note, struct buf *out)
{
	for (; note; note = note->next)
		buf_printf(out, "<%d %.*s>", note->line, (int)note->text.len,
			   note->text.ptr);
}

static void adds_notes(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "a", "<1 a>" },
		{ "a\r\nb \n\n", "<1 a\nb>" },
		{ "|\n a\n  b", "<1 a\n b>" },
		{ "|a\nb", "<1 |a\nb>" },
		{ "a\x07\tb", "<1 a␇    b>" },
		{ "", "" },
		{ " \n", "" },
		{ "|", "" },
	};
	struct expect expect = { 0 };
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct notes notes = { NULL, NULL };
		struct buf got = { 0 };
		note_add(&notes, &arena, str_of(cases[i].text), 1);
		put_notes(notes.first, &got);
		expect_text(&expect, cases[i].text, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	arena_release(&arena);
	expect_done(&expect);
}

static void merges_notes(void **state)
{
	static const struct {
		const char *mine, *theirs, *want;
	} cases[] = {
		{ "", "", "" },
		{ "13", "", "<1 m><3 m>" },
		{ "", "24", "<2 t><4 t>" },
		{ "13", "24", "<1 m><2 t><3 m><4 t>" },
		{ "24", "13", "<1 t><2 m><3 t><4 m>" },
		{ "2", "2", "<2 m><2 t>" },
	};
	struct expect expect = { 0 };
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct notes mine = { NULL, NULL }, theirs = { NULL, NULL };
		struct slide slide = { .steps = 1 };
		struct buf got = { 0 };
		for (const char *line = cases[i].mine; *line; line++)
			note_add(&mine, &arena, BYTES("m"), *line - '0');
		for (const char *line = cases[i].theirs; *line; line++)
			note_add(&theirs, &arena, BYTES("t"), *line - '0');
		slide.notes = mine.first;
		notes_merge(&slide, &theirs);
		put_notes(slide.notes, &got);
		expect_text(&expect, cases[i].want, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	arena_release(&arena);
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(adds_notes),
		cmocka_unit_test(merges_notes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
