/* SPDX-License-Identifier: MIT */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"

/*
 * Append a text as a JSON string, its quotes included. Any bytes will do: what
 * is not UTF-8 becomes U+FFFD.
 */
void json_put_string(struct buf *out, struct str text);

/* What is known of a value. */
enum json_kind {
	JSON_TRUTH,  /* true or false */
	JSON_NUMBER, /* a whole one, written without a point or an exponent */
	JSON_TEXT,
	JSON_OTHER, /* null, other numbers, arrays, objects */
};

struct json_member {
	struct str name;
	enum json_kind kind;
	bool truth;	  /* of JSON_TRUTH */
	long long number; /* of JSON_NUMBER */
	struct str text;  /* of JSON_TEXT: UTF-8 without NULs */
};

struct json_object {
	const struct json_member *members;
	size_t count;
};

/*
 * Read a text that is one JSON object; it lives in the arena. False, with the
 * reason in *error, for anything else, and for what readers of JSON disagree
 * about: a name that comes twice, bytes that are not UTF-8, a NUL, numbers
 * beyond 64 bits.
 */
bool json_read(struct json_object *object, struct str text, struct arena *arena,
	       struct error *error);

/* The member of that name, or NULL. */
const struct json_member *json_find(const struct json_object *object,
				    const char *name);

#endif
