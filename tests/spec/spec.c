/* SPDX-License-Identifier: MIT */
/*
 * Run the examples of a specification, whose file is named after its dialect:
 * every slide of an example's deck is dumped and compared. A deck of several
 * slides is dumped with a title line for each.
 *
 *     spec FILE          all examples; those that fail are shown
 *     spec FILE LINE     print what the example at that line gives
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "deck/dump.h"
#include "slide/read.h"
#include "support/example.h"
#include "support/expect.h"

static void put_header(const struct deck *deck, struct buf *out)
{
	const struct remark *remark;

	if (deck->title.len > 0)
		buf_printf(out, "title %.*s\n", (int)deck->title.len,
			   deck->title.ptr);
	if (deck->author.len > 0)
		buf_printf(out, "author %.*s\n", (int)deck->author.len,
			   deck->author.ptr);
	if (deck->date.len > 0)
		buf_printf(out, "date %.*s\n", (int)deck->date.len,
			   deck->date.ptr);
	if (deck->settings.width > 0)
		buf_printf(out, "width %d\n", deck->settings.width);
	for (remark = deck->remarks.first; remark; remark = remark->next)
		dump_remark(remark, out);
}

static void put_deck(const struct example *example, enum dialect dialect,
		     struct buf *out)
{
	struct arena arena = { 0 };
	struct buf source = { 0 };
	struct deck_options options = { .dialect = dialect };
	struct deck deck;

	example_put_source(example, &source);
	read_deck(&deck, &source, &options);
	put_header(&deck, out);
	for (int i = 1; i <= deck.slide_count; i++) {
		struct slide *slide = read_slide(&deck, i, &arena);
		slide_check(slide);
		if (deck.slide_count > 1)
			buf_printf(out, "== slide %d\n", i);
		dump_slide(slide, out);
		arena_reset(&arena);
	}
	arena_release(&arena);
	deck_release(&deck);
}

static bool run(const char *path, enum dialect dialect,
		const struct example *example)
{
	struct buf got = { 0 }, said = { 0 };

	put_deck(example, dialect, &got);
	bool ok = str_eq(example->want, buf_str(&got));
	if (!ok) {
		text_difference(example->want, buf_str(&got), &said);
		printf("%s:%d: %.*s\n%.*sgives\n%.*s%.*s\n\n", path,
		       example->line, (int)example->section.len,
		       example->section.ptr, (int)example->source.len,
		       example->source.ptr, (int)got.len, got.ptr,
		       (int)said.len, said.ptr);
	}
	buf_release(&got);
	buf_release(&said);
	return ok;
}

static void show(const struct example *example, enum dialect dialect)
{
	struct buf got = { 0 };

	put_deck(example, dialect, &got);
	fwrite(got.ptr, 1, got.len, stdout);
	buf_release(&got);
}

/* "spec/patat.md" is about patat; a name that is no dialect about all. */
static enum dialect dialect_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	struct str name = str_of(slash ? slash + 1 : path);
	const char *dot = str_find(name, '.');
	enum dialect dialect;

	if (dot)
		name.len = (size_t)(dot - name.ptr);
	return dialect_find(name, &dialect) ? dialect : DIALECT_AUTO;
}

static int run_all(const char *path, struct str rest, int only)
{
	struct example example = { 0 };
	enum dialect dialect = dialect_of(path);
	int line = 0, count = 0, failed = 0;

	while (example_next(&rest, &line, &example)) {
		if (only && example.line != only)
			continue;
		count++;
		if (only)
			show(&example, dialect);
		else
			failed += !run(path, dialect, &example);
	}
	if (!only)
		printf("%d examples, %d failed\n", count, failed);
	return count == 0 || failed > 0;
}

int main(int argc, char **argv)
{
	struct buf text = { 0 };
	struct error error;
	int status = 2;

	if (argc < 2) {
		fputs("usage: spec FILE [LINE]\n", stderr);
		return status;
	}
	if (file_read(argv[1], &text, &error))
		status = run_all(argv[1], buf_str(&text),
				 argc > 2 ? atoi(argv[2]) : 0);
	else
		fprintf(stderr, "%s\n", error.text);
	buf_release(&text);
	return status;
}
