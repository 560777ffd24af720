/* SPDX-License-Identifier: MIT */
/*
 * Remarks are kept in the order in which they were made.
 */
#include "deck/remark.h"

#include "deck/clean.h"

static const struct {
	const char *name, *text;
} kinds[REMARK_COUNT] = {
#define X(symbol, name, text) [REMARK_##symbol] = { name, text },
	REMARKS(X)
#undef X
};

void remark_add(struct remarks *remarks, struct arena *arena,
		struct remark remark)
{
	struct remark *added = arena_new(arena, struct remark);

	*added = remark;
	added->detail = arena_str(arena, clean_text(arena, remark.detail));
	added->next = NULL;
	if (remarks->last)
		remarks->last->next = added;
	else
		remarks->first = added;
	remarks->last = added;
}

bool remark_eq(const struct remark *a, const struct remark *b)
{
	return a->kind == b->kind && a->line == b->line && a->col == b->col &&
	       str_eq(a->detail, b->detail);
}

const char *remark_name(enum remark_kind kind)
{
	return kinds[kind].name;
}

enum remark_kind remark_find(struct str name)
{
	int kind = 0;

	while (kind < REMARK_COUNT && !str_eq(str_of(kinds[kind].name), name))
		kind++;
	return (enum remark_kind)kind;
}

/* The text up to a byte of it; the rest is left without that byte. */
static struct str take_until(struct str *rest, char byte)
{
	const char *at = str_find(*rest, byte);
	struct str taken = *rest;

	if (at)
		taken.len = (size_t)(at - rest->ptr);
	*rest = str_from(*rest, taken.len + 1);
	return taken;
}

void remark_put(const struct remark *remark, struct buf *out)
{
	struct str text = str_of(kinds[remark->kind].text);
	struct str detail = remark->detail;
	bool has_place = str_find(text, '{') != NULL;

	buf_put(out, take_until(&text, '{'));
	struct str without = take_until(&text, '}');
	if (has_place)
		buf_put(out, detail.len > 0 ? detail : without);
	else if (detail.len > 0)
		buf_printf(out, " '%.*s'", (int)detail.len, detail.ptr);
	buf_put(out, text);
}
