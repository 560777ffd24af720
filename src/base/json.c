/* SPDX-License-Identifier: MIT */
/*
 * JSON: strings are written here, objects are read by a library and copied
 * into an arena. Characters beyond ASCII stand for themselves.
 */
#include "base/json.h"

#include <jansson.h>

#include "base/die.h"
#include "base/glyph.h"

static void put_code(struct buf *out, unsigned code)
{
	char bytes[4];

	if (code == '"' || code == '\\')
		buf_printf(out, "\\%c", (int)code);
	else if (code < 0x20 || code == 0x7f)
		buf_printf(out, "\\u%04x", code);
	else
		buf_put(out, (struct str){ bytes, str_encode(bytes, code) });
}

/* How many bytes at the front stand for themselves, as most of them do. */
static size_t plain_bytes(struct str text)
{
	size_t i = 0;

	while (i < text.len && text.ptr[i] >= 0x20 && text.ptr[i] < 0x7f &&
	       text.ptr[i] != '"' && text.ptr[i] != '\\')
		i++;
	return i;
}

void json_put_string(struct buf *out, struct str text)
{
	buf_put_byte(out, '"');
	while (text.len > 0) {
		size_t bytes = plain_bytes(text);
		if (bytes > 0)
			buf_put(out, (struct str){ text.ptr, bytes });
		else
			put_code(out, str_decode(text, &bytes));
		text = str_from(text, bytes);
	}
	buf_put_byte(out, '"');
}

/* ---- reading ---- */

static struct str copy_of(const json_t *text, struct arena *arena)
{
	return arena_str(arena, (struct str){ json_string_value(text),
					      json_string_length(text) });
}

static struct json_member member_of(const char *name, const json_t *value,
				    struct arena *arena)
{
	struct json_member member = { .name = arena_str(arena, str_of(name)),
				      .kind = JSON_OTHER };

	if (json_is_boolean(value)) {
		member.kind = JSON_TRUTH;
		member.truth = json_is_true(value);
	} else if (json_is_integer(value)) {
		member.kind = JSON_NUMBER;
		member.number = json_integer_value(value);
	} else if (json_is_string(value)) {
		member.kind = JSON_TEXT;
		member.text = copy_of(value, arena);
	}
	return member;
}

static void copy_members(struct json_object *object, json_t *root,
			 struct arena *arena)
{
	struct json_member *members =
		arena_array(arena, struct json_member, json_object_size(root));
	const char *name;
	json_t *value;

	*object = (struct json_object){ .members = members };
	json_object_foreach(root, name, value) members[object->count++] =
		member_of(name, value, arena);
}

bool json_read(struct json_object *object, struct str text, struct arena *arena,
	       struct error *error)
{
	json_error_t reason;
	json_t *root = json_loadb(text.len > 0 ? text.ptr : "", text.len,
				  JSON_REJECT_DUPLICATES, &reason);

	if (!root && json_error_code(&reason) == json_error_out_of_memory)
		die("out of memory");
	if (!root)
		return error_set(error, "not JSON: %s", reason.text);
	bool ok = json_is_object(root);
	if (ok)
		copy_members(object, root, arena);
	else
		error_set(error, "not a JSON object");
	json_decref(root);
	return ok;
}

const struct json_member *json_find(const struct json_object *object,
				    const char *name)
{
	for (size_t i = 0; i < object->count; i++) {
		if (str_eq(object->members[i].name, str_of(name)))
			return &object->members[i];
	}
	return NULL;
}
