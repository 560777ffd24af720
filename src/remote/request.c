/* SPDX-License-Identifier: MIT */
/*
 * Requests as lines of JSON. What a command needs beyond its word is read and
 * written by the functions of its kind.
 */
#include "remote/request.h"

#include <limits.h>

#include "base/json.h"

/* clang-format off */
static const struct {
	const char *word, *argument, *help;
} rows[] = {
#define X(symbol, word, argument, help) { word, argument, help },
	REQUESTS(X)
#undef X
};
/* clang-format on */

const char *request_word(enum request_kind kind)
{
	return rows[kind].word;
}

const char *request_argument(enum request_kind kind)
{
	return rows[kind].argument;
}

const char *request_help(enum request_kind kind)
{
	return rows[kind].help;
}

enum request_kind request_find(struct str word)
{
	int kind = 0;

	while (kind < REQUEST_COUNT && !str_eq(str_of(rows[kind].word), word))
		kind++;
	return (enum request_kind)kind;
}

/* The member that has the number of such a request, or NULL. */
static const char *number_name(enum request_kind kind)
{
	static const char *const names[REQUEST_COUNT] = {
		[REQUEST_GOTO] = "slide",
		[REQUEST_STEP] = "step",
		[REQUEST_LINE] = "line",
	};

	return names[kind];
}

bool request_has_number(enum request_kind kind)
{
	return number_name(kind) != NULL;
}

/* ---- reading ---- */

static bool read_kind(struct request *request, const struct json_object *object,
		      struct error *error)
{
	const struct json_member *member = json_find(object, "command");

	if (!member)
		return error_set(error, "\"command\" is missing");
	if (member->kind != JSON_TEXT)
		return error_set(error, "\"command\": not a string");
	request->kind = request_find(member->text);
	if (request->kind < REQUEST_COUNT)
		return true;
	return error_set(error, "\"%.*s\": unknown command",
			 member->text.len < 64 ? (int)member->text.len : 64,
			 member->text.ptr);
}

static bool read_number(struct request *request,
			const struct json_object *object, struct error *error)
{
	const char *name = number_name(request->kind);

	if (!name)
		return true;
	const struct json_member *member = json_find(object, name);
	if (!member)
		return error_set(error, "\"%s\" is missing", name);
	if (member->kind != JSON_NUMBER || member->number < 1)
		return error_set(error, "\"%s\": not a whole number from 1",
				 name);
	/* Larger than any deck: it is as good as any other such number. */
	request->number =
		member->number < INT_MAX ? (int)member->number : INT_MAX;
	return true;
}

static bool read_blank(struct request *request,
		       const struct json_object *object, struct error *error)
{
	const struct json_member *member = json_find(object, "on");

	if (request->kind != REQUEST_BLANK || !member)
		return true;
	if (member->kind != JSON_TRUTH)
		return error_set(error, "\"on\": neither true nor false");
	request->blank = member->truth ? BLANK_ON : BLANK_OFF;
	return true;
}

static bool read_file(struct request *request, const struct json_object *object,
		      struct error *error)
{
	static const struct str root = STR("/");
	const struct json_member *member = json_find(object, "file");

	if (request->kind != REQUEST_LINE || !member)
		return true;
	if (member->kind != JSON_TEXT || !str_starts(member->text, root))
		return error_set(error, "\"file\": not an absolute path");
	request->file = member->text;
	return true;
}

bool request_read(struct request *request, struct str line, struct arena *arena,
		  struct error *error)
{
	struct json_object object;

	*request = (struct request){ 0 };
	return json_read(&object, line, arena, error) &&
	       read_kind(request, &object, error) &&
	       read_number(request, &object, error) &&
	       read_blank(request, &object, error) &&
	       read_file(request, &object, error);
}

/* ---- writing ---- */

void request_put(const struct request *request, struct buf *out)
{
	buf_printf(out, "{\"command\":\"%s\"", request_word(request->kind));
	if (request_has_number(request->kind))
		buf_printf(out, ",\"%s\":%d", number_name(request->kind),
			   request->number);
	if (request->kind == REQUEST_BLANK && request->blank != BLANK_TOGGLE)
		buf_printf(out, ",\"on\":%s",
			   request->blank == BLANK_ON ? "true" : "false");
	if (request->kind == REQUEST_LINE && request->file.len > 0) {
		buf_put_text(out, ",\"file\":");
		json_put_string(out, request->file);
	}
	buf_put_text(out, "}\n");
}
