/* SPDX-License-Identifier: MIT */
/*
 * Text is collected until it looks different; then it becomes a run.
 */
#include "markup/run.h"

#include "deck/clean.h"

void run_release(struct run_writer *writer)
{
	buf_release(&writer->pending);
}

void run_begin(struct run_writer *writer, struct text *into)
{
	into->first = NULL;
	writer->tail = &into->first;
	writer->last = NULL;
	writer->look = (struct look){ .link = -1 };
	buf_clear(&writer->pending);
}

static void add(struct run_writer *writer, struct inline_run run)
{
	struct inline_run *added = arena_new(writer->arena, struct inline_run);

	*added = run;
	writer->alone = !writer->last || writer->last->link != run.link;
	writer->last = added;
	*writer->tail = added;
	writer->tail = &added->next;
}

void run_flush(struct run_writer *writer)
{
	struct str text = buf_str(&writer->pending);

	if (text.len == 0)
		return;
	struct str shown = clean_text(writer->arena, text);
	if (shown.ptr == text.ptr)
		shown = arena_str(writer->arena, text);
	add(writer, (struct inline_run){ .kind = writer->look.kind,
					 .emphasis = writer->look.emphasis,
					 .link = writer->look.link,
					 .tint = writer->look.tint,
					 .text = shown });
	buf_clear(&writer->pending);
}

static bool same_look(const struct look *a, const struct look *b)
{
	return a->kind == b->kind && a->emphasis == b->emphasis &&
	       a->link == b->link && a->tint.text == b->tint.text &&
	       a->tint.ground == b->tint.ground;
}

void run_put(struct run_writer *writer, const struct look *look,
	     struct str text)
{
	if (!same_look(look, &writer->look))
		run_flush(writer);
	writer->look = *look;
	buf_put(&writer->pending, text);
}

void run_put_blanks(struct run_writer *writer, int columns)
{
	run_flush(writer);
	writer->look = (struct look){ .link = -1 };
	buf_repeat(&writer->pending, ' ', (size_t)columns);
}

void run_trim(struct run_writer *writer)
{
	if (writer->look.kind == INLINE_TEXT)
		writer->pending.len =
			str_trim_right(buf_str(&writer->pending)).len;
}

void run_break(struct run_writer *writer)
{
	run_flush(writer);
	add(writer, (struct inline_run){ .kind = INLINE_BREAK, .link = -1 });
}

int run_link(struct run_writer *writer, struct link link)
{
	struct slide *slide = writer->slide;

	run_flush(writer);
	slide->links = arena_extend(writer->arena, slide->links,
				    (size_t)slide->link_count, sizeof(link));
	link.number = -1;
	slide->links[slide->link_count] = link;
	return slide->link_count++;
}

struct str run_label(const struct run_writer *writer, int link)
{
	const struct inline_run *last = writer->last;

	if (!last || !writer->alone || last->link != link ||
	    last->kind != INLINE_TEXT)
		return (struct str){ NULL, 0 };
	return last->text;
}

bool run_label_is_target(struct str label, struct str target)
{
	static const struct str mail = STR("mailto:");

	if (str_starts(target, mail) && !str_starts(label, mail))
		target = str_from(target, mail.len);
	return label.len > 0 && str_eq(label, target);
}

void run_number(struct run_writer *writer, unsigned emphasis, int link)
{
	run_flush(writer);
	writer->slide->links[link].number = writer->numbers++;
	add(writer, (struct inline_run){ .kind = INLINE_NUMBER,
					 .emphasis = emphasis,
					 .link = link });
}
