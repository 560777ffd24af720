/* SPDX-License-Identifier: MIT */
/*
 * The paragraphs that libcmark gets, and their labels.
 */
#include "markup/draft.h"

#include <stdlib.h>
#include <string.h>

#include "deck/clean.h"
#include "deck/definition.h"
#include "markup/shield.h"

#define REFERENCE "deckle:"

void draft_release(struct draft *draft)
{
	buf_release(&draft->buf);
	buf_release(&draft->labels);
}

static void begin_text(struct draft *draft, size_t owner)
{
	draft->texts = arena_extend(draft->arena, draft->texts, draft->count,
				    sizeof(*draft->texts));
	buf_put_text(&draft->buf, DRAFT_GUARD);
	draft->texts[draft->count++] =
		(struct draft_text){ .owner = owner, .begin = draft->buf.len };
}

static void end_text(struct draft *draft)
{
	buf_put_text(&draft->buf, "\n\n");
}

/* ---- labels ---- */

/* The label that ends at `end`, or nothing. */
static struct str label_before(struct str text, size_t end)
{
	size_t begin = end;

	while (begin > 0 && text.ptr[begin - 1] != '[' &&
	       text.ptr[begin - 1] != ']' && text.ptr[begin - 1] != '\\' &&
	       end - begin < LABEL_BYTES_MAX)
		begin--;
	if (begin == 0 || text.ptr[begin - 1] != '[')
		return (struct str){ NULL, 0 };
	return (struct str){ text.ptr + begin, end - begin };
}

/* As definitions compare them, a line end is a blank. */
static int find_definition(struct draft *draft, struct str label)
{
	if (!str_find(label, '\n'))
		return definition_find(draft->deck, label);

	char *bytes = arena_array(draft->arena, char, label.len);
	for (size_t i = 0; i < label.len; i++)
		bytes[i] = label.ptr[i] == '\n' ? ' ' : label.ptr[i];
	return definition_find(draft->deck, (struct str){ bytes, label.len });
}

/* A label that is defined somewhere gets its line. */
static void note_label(struct draft *draft, struct str label)
{
	int found = label.len > 0 ? find_definition(draft, label) : -1;

	if (found >= 0)
		buf_printf(&draft->labels, "[%.*s]: <" REFERENCE "%d>\n\n",
			   (int)label.len, label.ptr, found);
}

void draft_finish(struct draft *draft)
{
	buf_put(&draft->buf, buf_str(&draft->labels));
}

int draft_definition(const struct draft *draft, struct str target)
{
	static const struct str reference = STR(REFERENCE);

	if (!str_starts(target, reference))
		return -1;
	size_t index = strtoul(target.ptr + reference.len, NULL, 10);
	return index < draft->deck->definition_count ? (int)index : -1;
}

/* ---- mdp ---- */

#define CODE_RUN_MAX 32 /* longer runs of backticks never open code */

static bool is_word_at(struct str text, size_t at)
{
	return at < text.len && str_is_word_byte(text.ptr[at]);
}

/*
 * Backticks: a code span goes in as it stands, up to its closing run. `missing`
 * remembers the run lengths that have no closing run ahead, so that a line of
 * backticks is not searched again for each of them.
 */
static size_t put_backticks(struct buf *out, struct str text, size_t at,
			    bool missing[CODE_RUN_MAX + 1])
{
	size_t run = str_run(str_from(text, at));
	size_t i = at + run;

	while (run <= CODE_RUN_MAX && !missing[run] && i < text.len) {
		const char *tick = str_find(str_from(text, i), '`');
		if (!tick)
			break;
		i = (size_t)(tick - text.ptr);
		size_t closing = str_run(str_from(text, i));
		i += closing;
		if (closing == run) {
			buf_put(out, (struct str){ text.ptr + at, i - at });
			return i;
		}
	}
	if (run <= CODE_RUN_MAX)
		missing[run] = true;
	/* mdp: two backticks where code may begin cancel each other. */
	bool cancel = run == 2 && (at == 0 || text.ptr[at - 1] == ' ');
	if (!cancel) {
		for (size_t n = 0; n < run; n++)
			buf_put_text(out, "\\`");
	}
	return at + run;
}

static size_t put_backslash(struct buf *out, struct str text, size_t at)
{
	bool last = at + 1 == text.len;

	if (last || text.ptr[at + 1] == '\\') {
		buf_put_text(out, "\\\\");
		return at + (last ? 1 : 2);
	}
	if (str_is_mark_byte(text.ptr[at + 1]))
		buf_put_byte(out, '\\');
	buf_put_byte(out, text.ptr[at + 1]);
	return at + 2;
}

/*
 * mdp begins emphasis at the line's begin, behind a blank or behind another
 * marker; that much punctuation may stand before it as well. Behind anything
 * else, as in 2*3, a/__b__ or a C comment, stars and underscores are text.
 */
static bool may_emphasise(struct str text, size_t at, size_t run)
{
	static const char before[] = " ([{<\"'*_~|";

	return at == 0 || !is_word_at(text, at + run) ||
	       strchr(before, text.ptr[at - 1]);
}

static size_t put_emphasis(struct buf *out, struct str text, size_t at)
{
	size_t run = str_run(str_from(text, at));
	bool literal = !may_emphasise(text, at, run);

	for (size_t i = at; i < at + run; i++) {
		if (literal)
			buf_put_byte(out, '\\');
		buf_put_byte(out, text.ptr[i]);
	}
	return at + run;
}

void draft_add_mdp(struct draft *draft, struct str text, size_t owner)
{
	bool missing[CODE_RUN_MAX + 1] = { false };
	struct buf *out = &draft->buf;
	size_t i = 0;
	int brackets = 0;

	begin_text(draft, owner);
	while (i < text.len) {
		char byte = text.ptr[i];
		if (byte == '`') {
			i = put_backticks(out, text, i, missing);
		} else if (byte == '\\') {
			i = put_backslash(out, text, i);
		} else if (byte == '*' || byte == '_') {
			i = put_emphasis(out, text, i);
		} else {
			if (byte == ']' && draft->deck->definition_count)
				note_label(draft, label_before(text, i));
			if (byte == '[' && ++brackets > BRACKETS_MAX)
				buf_put_byte(out, '\\');
			buf_put_byte(out, byte);
			i++;
		}
	}
	end_text(draft);
}

/* ---- CommonMark ---- */

static void add_line(struct draft *draft, struct draft_line line)
{
	draft->lines = arena_extend(draft->arena, draft->lines,
				    draft->line_count, sizeof(line));
	draft->lines[draft->line_count++] = line;
}

/*
 * The lines joined with line feeds, without the blanks in front of them, which
 * libcmark drops from paragraphs.
 */
static struct str join_lines(struct draft *draft, struct str text,
			     struct buf *joined)
{
	for (int index = 0; text.len > 0; index++) {
		struct str line = str_trim_left(str_take_line(&text));
		struct str shown = clean_text(draft->arena, line);
		if (line.len == 0)
			continue;
		if (joined->len > 0)
			buf_put_byte(joined, '\n');
		buf_put(joined, shown);
		add_line(draft,
			 (struct draft_line){
				 .ptr = shown.ptr == line.ptr ? line.ptr : NULL,
				 .index = index,
				 .first = joined->len == shown.len });
	}
	return buf_str(joined);
}

/*
 * The labels of a text that is in the draft, but for those of footnotes. Marks
 * are never part of one.
 */
static void note_labels(struct draft *draft, size_t begin)
{
	struct str text = str_from(buf_str(&draft->buf), begin);
	const char *close =
		draft->deck->definition_count ? str_find(text, ']') : NULL;

	while (close) {
		size_t at = (size_t)(close - text.ptr);
		struct str label = label_before(text, at);
		if (label.len > 0 && label.ptr[0] != '^')
			note_label(draft, label);
		close = str_find(str_from(text, at + 1), ']');
	}
}

void draft_add(struct draft *draft, struct str text, size_t owner)
{
	struct buf joined = { 0 };
	size_t lines = draft->line_count;

	begin_text(draft, owner);
	shield_put(&draft->buf, join_lines(draft, text, &joined));
	if (draft->line_count == lines)
		add_line(draft, (struct draft_line){ .first = true });
	note_labels(draft, draft->texts[draft->count - 1].begin);
	end_text(draft);
	add_line(draft, (struct draft_line){ NULL, 0, false });
	buf_release(&joined);
}
