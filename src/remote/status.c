/* SPDX-License-Identifier: MIT */
/*
 * The status as members of a JSON object. One table says what they are called,
 * in which order they are written, and where they are kept.
 */
#include "remote/status.h"

#include <limits.h>
#include <stddef.h>

#include "base/json.h"

enum kind {
	TEXT,	 /* struct str */
	NUMBER,	 /* int */
	SECONDS, /* long long */
	TRUTH,	 /* bool */
};

/* clang-format off */
#define MEMBER(member, kind) \
	{ #member, kind, offsetof(struct talk_status, member) }
/* clang-format on */

static const struct member {
	const char *name;
	enum kind kind;
	size_t offset;
} members[] = {
	MEMBER(deck, TEXT),    MEMBER(slide, NUMBER), MEMBER(slides, NUMBER),
	MEMBER(step, NUMBER),  MEMBER(steps, NUMBER), MEMBER(page, NUMBER),
	MEMBER(pages, NUMBER), MEMBER(file, TEXT),    MEMBER(line, NUMBER),
	MEMBER(title, TEXT),   MEMBER(heading, TEXT), MEMBER(elapsed, SECONDS),
	MEMBER(notes, TEXT),   MEMBER(blank, TRUTH),  MEMBER(over, TRUTH),
};
enum { MEMBERS = sizeof(members) / sizeof(members[0]) };

static void put_value(enum kind kind, const void *value, struct buf *out)
{
	switch (kind) {
	case TEXT:
		json_put_string(out, *(const struct str *)value);
		break;
	case NUMBER:
		buf_printf(out, "%d", *(const int *)value);
		break;
	case SECONDS:
		buf_printf(out, "%lld", *(const long long *)value);
		break;
	case TRUTH:
		buf_put_text(out, *(const bool *)value ? "true" : "false");
		break;
	}
}

void status_put(const struct talk_status *status, struct buf *out)
{
	for (int i = 0; i < MEMBERS; i++) {
		buf_printf(out, "%s\"%s\":", i ? "," : "", members[i].name);
		put_value(members[i].kind,
			  (const char *)status + members[i].offset, out);
	}
}

/* ---- reading ---- */

/* A number that cannot be is one that is not known. */
static int number_of(const struct json_member *member)
{
	bool fits = member->number > 0 && member->number <= INT_MAX;

	return fits ? (int)member->number : 0;
}

static void read_value(enum kind kind, const struct json_member *member,
		       void *value)
{
	if (kind == TEXT && member->kind == JSON_TEXT)
		*(struct str *)value = member->text;
	if (kind == NUMBER && member->kind == JSON_NUMBER)
		*(int *)value = number_of(member);
	if (kind == SECONDS && member->kind == JSON_NUMBER)
		*(long long *)value = member->number > 0 ? member->number : 0;
	if (kind == TRUTH && member->kind == JSON_TRUTH)
		*(bool *)value = member->truth;
}

static bool refuses(const struct json_object *object)
{
	const struct json_member *ok = json_find(object, "ok");

	return ok && !(ok->kind == JSON_TRUTH && ok->truth);
}

bool status_read(struct talk_status *status, struct str line,
		 struct arena *arena)
{
	struct json_object object;
	struct error ignored;

	*status = (struct talk_status){ 0 };
	if (!json_read(&object, line, arena, &ignored) || refuses(&object))
		return false;
	for (int i = 0; i < MEMBERS; i++) {
		const struct json_member *member =
			json_find(&object, members[i].name);
		if (member)
			read_value(members[i].kind, member,
				   (char *)status + members[i].offset);
	}
	return status->slide > 0 || status->over;
}
