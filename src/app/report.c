/* SPDX-License-Identifier: MIT */
/*
 * Warnings in order. Their texts are made when they are added: a remark lives
 * no longer than its slide.
 */
#include "app/report.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "deck/clean.h"

static void add_warning(struct report *report, struct warning warning)
{
	report->warnings = arena_extend(&report->arena, report->warnings,
					report->count, sizeof(warning));
	warning.order = report->count;
	report->warnings[report->count++] = warning;
}

void report_add(struct report *report, const struct deck *deck,
		const struct remarks *remarks, const bool ignored[REMARK_COUNT],
		struct size size)
{
	struct buf text = { 0 };

	for (const struct remark *remark = remarks->first; remark;
	     remark = remark->next) {
		if (ignored[remark->kind])
			continue;
		struct origin origin = deck_origin(deck, remark->line);
		buf_clear(&text);
		remark_put(remark, &text);
		add_warning(report,
			    (struct warning){
				    .path = origin.path,
				    .line = origin.line,
				    .col = remark->col,
				    .kind = remark->kind,
				    .size = size,
				    .text = arena_str(&report->arena,
						      buf_str(&text)) });
	}
	buf_release(&text);
}

/* No path comes before all others. */
static int compare_paths(const char *a, const char *b)
{
	if (!a || !b)
		return (a != NULL) - (b != NULL);
	return strcmp(a, b);
}

static int compare_text(struct str a, struct str b)
{
	size_t len = a.len < b.len ? a.len : b.len;
	int order = len > 0 ? memcmp(a.ptr, b.ptr, len) : 0;

	return order ? order : (a.len > b.len) - (a.len < b.len);
}

/* The place, then the kind: what is equal here may say the same. */
static int compare_places(const struct warning *a, const struct warning *b)
{
	int order = compare_paths(a->path, b->path);

	if (order != 0)
		return order;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	if (a->col != b->col)
		return a->col < b->col ? -1 : 1;
	return strcmp(remark_name(a->kind), remark_name(b->kind));
}

static int compare_by_text(const void *a, const void *b)
{
	const struct warning *left = a, *right = b;
	int order = compare_places(left, right);

	if (order == 0)
		order = compare_text(left->text, right->text);
	if (order == 0)
		order = (left->order > right->order) -
			(left->order < right->order);
	return order;
}

static int compare_by_order(const void *a, const void *b)
{
	const struct warning *left = a, *right = b;
	int order = compare_places(left, right);

	if (order == 0)
		order = (left->order > right->order) -
			(left->order < right->order);
	return order;
}

/* Keep the first of neighbours that say the same of the same place. */
static void drop_doubles(struct report *report)
{
	struct warning *warnings = report->warnings;
	size_t kept = 0;

	for (size_t i = 0; i < report->count; i++) {
		const struct warning *last = &warnings[kept - (kept > 0)];
		if (kept > 0 && compare_places(last, &warnings[i]) == 0 &&
		    str_eq(last->text, warnings[i].text))
			continue;
		warnings[kept++] = warnings[i];
	}
	report->count = kept;
}

void report_sort(struct report *report)
{
	if (report->count == 0)
		return;
	qsort(report->warnings, report->count, sizeof(struct warning),
	      compare_by_text);
	drop_doubles(report);
	qsort(report->warnings, report->count, sizeof(struct warning),
	      compare_by_order);
}

/* A path from within a deck must not say anything to the terminal. */
static void put_clean(struct buf *out, const char *path)
{
	struct arena arena = { 0 };

	buf_put(out, clean_text(&arena, str_of(path)));
	arena_release(&arena);
}

void report_put_text(const struct report *report, const char *path,
		     struct buf *out)
{
	for (size_t i = 0; i < report->count; i++) {
		const struct warning *warning = &report->warnings[i];
		if (warning->path)
			put_clean(out, warning->path);
		else
			buf_put_text(out, path);
		buf_printf(out, ":%d:%d: warning: ", warning->line,
			   warning->col);
		buf_put(out, warning->text);
		buf_printf(out, " [%s]\n", remark_name(warning->kind));
	}
}

void report_put_json(const struct report *report, const char *path, bool *begun,
		     struct buf *out)
{
	for (size_t i = 0; i < report->count; i++) {
		const struct warning *warning = &report->warnings[i];
		buf_printf(out, "%s\n  {\"file\": ", *begun ? "," : "");
		*begun = true;
		json_put_string(out,
				str_of(warning->path ? warning->path : path));
		buf_printf(out, ", \"line\": %d, \"column\": %d, ",
			   warning->line, warning->col);
		buf_printf(out, "\"name\": \"%s\", \"text\": ",
			   remark_name(warning->kind));
		json_put_string(out, warning->text);
		if (warning->size.rows > 0)
			buf_printf(out, ", \"size\": \"%dx%d\"",
				   warning->size.cols, warning->size.rows);
		buf_put_byte(out, '}');
	}
}

void report_release(struct report *report)
{
	arena_release(&report->arena);
	*report = (struct report){ 0 };
}
