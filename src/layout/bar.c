/* SPDX-License-Identifier: MIT */
/*
 * Templates: what stands in front of a name waits until it is known that the
 * name says something.
 */
#include "layout/bar.h"

struct filler {
	const struct bar_facts *facts;
	struct buf out;
	struct str between; /* since the last name */
	bool begun;	    /* a name has said something, or there was none */
	bool said;	    /* the last name has, or there was none */
};

static void put_number(struct buf *out, int number)
{
	if (number > 0)
		buf_printf(out, "%d", number);
}

static void put_page(struct buf *out, const struct bar_facts *facts)
{
	if (facts->pages > 1)
		buf_printf(out, "%d/%d", facts->page, facts->pages);
}

/* False when there is no such name. */
static bool put_fact(struct buf *out, const struct bar_facts *facts,
		     struct str name)
{
	static const struct str names[] = {
		STR("title"), STR("author"), STR("date"),
		STR("slide"), STR("slides"), STR("page"),
	};
	const struct str texts[] = { facts->title, facts->author, facts->date };
	const int numbers[] = { facts->slide, facts->slides };
	int i = 0, count = sizeof(names) / sizeof(names[0]);

	while (i < count && !str_eq(names[i], name))
		i++;
	if (i < 3)
		buf_put(out, texts[i]);
	else if (i < 5)
		put_number(out, numbers[i - 3]);
	else if (i < count)
		put_page(out, facts);
	return i < count;
}

/* The name in braces that the text begins with; empty if there is none. */
static struct str name_at(struct str text)
{
	const char *end = str_find(text, '}');
	struct str name = { NULL, 0 };

	if (text.ptr[0] == '{' && end)
		name = (struct str){ text.ptr + 1,
				     (size_t)(end - text.ptr) - 1 };
	return name;
}

/* A name, and what is in front of it. */
static bool fill(struct filler *filler, struct str name)
{
	struct buf fact = { 0 };
	bool known = put_fact(&fact, filler->facts, name);
	bool says = fact.len > 0;

	if (known) {
		if (filler->begun && says)
			buf_put(&filler->out, filler->between);
		buf_put(&filler->out, buf_str(&fact));
		filler->begun = says || filler->out.len > 0;
		filler->said = says;
	}
	buf_release(&fact);
	return known;
}

struct str bar_text(struct arena *arena, struct str template,
		    const struct bar_facts *facts)
{
	struct filler filler = { .facts = facts,
				 .between = { template.ptr, 0 },
				 .begun = true,
				 .said = true };
	struct str rest = template;

	while (rest.len > 0) {
		struct str name = name_at(rest);
		if (name.len > 0 && fill(&filler, name)) {
			rest = str_from(rest, name.len + 2);
			filler.between = (struct str){ rest.ptr, 0 };
			continue;
		}
		filler.between.len++;
		rest = str_from(rest, 1);
	}
	if (filler.said)
		buf_put(&filler.out, filler.between);
	struct str text = arena_str(arena, buf_str(&filler.out));
	buf_release(&filler.out);
	return text;
}
