/* SPDX-License-Identifier: MIT */
/*
 * Taking the markup of looks off a line. Code spans are left alone.
 */
#include "slide/span.h"

#include <string.h>

#include "base/buf.h"

#define CODE_RUN_MAX	   32	/* longer runs of backticks open no code */
#define BRACKETS_BYTES_MAX 1024 /* of the text in brackets with a class */
#define CLASS_BYTES_MAX	   128	/* of what is looked at from one place */
#define IMAGE_BYTES_MAX	   1024 /* likewise */

/* A line on its way from `in` to `out`, which has room for all of it. */
struct spanner {
	struct str in;
	size_t at;
	char *out;
	size_t len;
};

static struct spanner spanner_of(struct arena *arena, struct str line)
{
	return (struct spanner){ .in = line,
				 .out = arena_alloc(arena, line.len) };
}

static void copy(struct spanner *spanner, size_t bytes)
{
	memcpy(spanner->out + spanner->len, spanner->in.ptr + spanner->at,
	       bytes);
	spanner->len += bytes;
	spanner->at += bytes;
}

/* The bytes of a code span or an escape at the front of the text, or 0. */
static size_t verbatim_bytes(struct str text)
{
	if (text.ptr[0] == '\\' && text.len > 1)
		return 2;
	if (text.ptr[0] != '`')
		return 0;
	size_t run = str_run(text);
	if (run > CODE_RUN_MAX)
		return run;
	for (size_t i = run; i < text.len;) {
		size_t closing =
			text.ptr[i] == '`' ? str_run(str_from(text, i)) : 0;
		if (closing == run)
			return i + run;
		i += closing ? closing : 1;
	}
	return run;
}

/* ".a.b[" is a class with its bracket; 0 when there is none. */
static size_t class_bytes(struct str text)
{
	size_t i = 1;

	if (text.ptr[0] != '.' || text.len < 3)
		return 0;
	if (text.len > CLASS_BYTES_MAX)
		text.len = CLASS_BYTES_MAX;
	if (!str_is_word_byte(text.ptr[1]))
		return 0;
	while (i < text.len &&
	       (str_is_word_byte(text.ptr[i]) || strchr("._-", text.ptr[i])))
		i++;
	return i < text.len && text.ptr[i] == '[' ? i + 1 : 0;
}

static void open_bracket(struct span_state *state, bool class)
{
	if (state->depth < SPAN_DEPTH_MAX)
		state->classes[state->depth] = class;
	state->depth++;
}

/* True when the bracket that closes belongs to a class. */
static bool close_bracket(struct span_state *state)
{
	if (state->depth == 0)
		return false;
	state->depth--;
	return state->depth < SPAN_DEPTH_MAX && state->classes[state->depth];
}

/* The bracket of a class goes. In ".x[*]" stands a star, no mark of a list. */
static void drop_class(struct spanner *spanner, size_t bytes)
{
	spanner->at += bytes;
	struct str rest = str_from(spanner->in, spanner->at);
	if (rest.len > 1 && strchr("*+-#>", rest.ptr[0]) && rest.ptr[1] == ']')
		spanner->out[spanner->len++] = '\\';
}

struct str span_drop_classes(struct span_state *state, struct arena *arena,
			     struct str line)
{
	struct spanner spanner = spanner_of(arena, line);

	while (spanner.at < line.len) {
		struct str rest = str_from(line, spanner.at);
		bool word = spanner.at > 0 &&
			    str_is_word_byte(line.ptr[spanner.at - 1]);
		size_t class = word ? 0 : class_bytes(rest);
		size_t verbatim = verbatim_bytes(rest);
		if (verbatim > 0) {
			copy(&spanner, verbatim);
		} else if (class > 0) {
			open_bracket(state, true);
			drop_class(&spanner, class);
		} else if (rest.ptr[0] == ']' && close_bracket(state)) {
			spanner.at++;
		} else {
			if (rest.ptr[0] == '[')
				open_bracket(state, false);
			copy(&spanner, 1);
		}
	}
	return (struct str){ spanner.out, spanner.len };
}

/* ".x", "#y", "key=value", "-" or "=html" at the begin. */
static bool is_attribute(struct str text)
{
	size_t i = 0;

	if (strchr(".#=", text.ptr[0]))
		return text.len > 1;
	if (text.ptr[0] == '-')
		return text.len == 1;
	while (i < text.len &&
	       (str_is_word_byte(text.ptr[i]) || strchr("-_", text.ptr[i])))
		i++;
	return i > 0 && i + 1 < text.len && text.ptr[i] == '=' &&
	       text.ptr[i + 1] != ' ';
}

/* "{.x #y key=value}" is attributes, "{x}" is text. */
static size_t attribute_bytes(struct str text)
{
	if (text.len > CLASS_BYTES_MAX)
		text.len = CLASS_BYTES_MAX;
	const char *end = str_find(text, '}');
	if (text.ptr[0] != '{' || !end)
		return 0;
	struct str inside = { text.ptr + 1, (size_t)(end - text.ptr) - 1 };
	inside = str_trim(inside);
	if (inside.len == 0 || str_find(inside, '{'))
		return 0;
	return is_attribute(inside) ? (size_t)(end - text.ptr) + 1 : 0;
}

static bool may_have_attributes(struct str line, size_t at)
{
	bool heading = line.ptr[0] == '#';

	return at > 0 && (strchr("])`", line.ptr[at - 1]) ||
			  (heading && line.ptr[at - 1] == ' '));
}

/* "[text]{.class}": the brackets go with what stands behind them. */
static void drop_brackets(struct spanner *spanner)
{
	size_t at = spanner->len - 1, depth = 0;
	size_t last = at > BRACKETS_BYTES_MAX ? at - BRACKETS_BYTES_MAX : 0;

	while (at-- > last) {
		if (spanner->out[at] == ']')
			depth++;
		if (spanner->out[at] != '[' || depth-- > 0)
			continue;
		memmove(spanner->out + at, spanner->out + at + 1,
			spanner->len - at - 2);
		spanner->len -= 2;
		return;
	}
}

struct str span_drop_attributes(struct arena *arena, struct str line)
{
	struct spanner spanner = spanner_of(arena, line);

	while (spanner.at < line.len) {
		struct str rest = str_from(line, spanner.at);
		size_t verbatim = verbatim_bytes(rest);
		size_t attributes = may_have_attributes(line, spanner.at)
					    ? attribute_bytes(rest)
					    : 0;
		if (attributes > 0 && line.ptr[spanner.at - 1] == ']')
			drop_brackets(&spanner);
		if (attributes > 0)
			spanner.at += attributes;
		else
			copy(&spanner, verbatim > 0 ? verbatim : 1);
	}
	return (struct str){ spanner.out, spanner.len };
}

/* ---- sizes of images ---- */

/* An image with what stands behind it: "![alt](target){behind}". */
struct sized {
	struct str alt, target, behind;
	size_t bytes;
};

/* The byte of the bracket that closes the one at `at`; 0: there is none. */
static size_t closing_at(struct str text, size_t at, const char *brackets)
{
	int depth = 0;

	for (size_t i = at; i < text.len; i++) {
		if (text.ptr[i] == '\\')
			i++;
		else if (text.ptr[i] == brackets[0])
			depth++;
		else if (text.ptr[i] == brackets[1] && --depth == 0)
			return i;
	}
	return 0;
}

static bool take_image(struct str text, struct sized *image)
{
	static const struct str open = STR("![");

	if (!str_starts(text, open))
		return false;
	if (text.len > IMAGE_BYTES_MAX)
		text.len = IMAGE_BYTES_MAX;
	size_t alt = str_find(text, ')') ? closing_at(text, 1, "[]") : 0;
	if (alt == 0 || alt + 1 >= text.len || text.ptr[alt + 1] != '(')
		return false;
	size_t end = closing_at(text, alt + 1, "()");
	if (end == 0)
		return false;
	size_t behind = end + 1 < text.len
				? attribute_bytes(str_from(text, end + 1))
				: 0;
	*image = (struct sized){
		.alt = { text.ptr + 2, alt - 2 },
		.target = { text.ptr + alt + 2, end - alt - 2 },
		.behind = { text.ptr + end + 1, behind },
		.bytes = end + 1 + behind,
	};
	return true;
}

/* "width=50%" as "w:50% ", or nothing. */
static void put_attribute(struct buf *words, struct str attribute)
{
	static const struct str width = STR("width="), height = STR("height=");
	bool wide = str_starts(attribute, width);

	if (!wide && !str_starts(attribute, height))
		return;
	struct str value = str_from(attribute, wide ? width.len : height.len);
	buf_put_text(words, wide ? "w:" : "h:");
	for (size_t i = 0; i < value.len; i++) {
		if (!strchr("\"'", value.ptr[i]))
			buf_put_byte(words, value.ptr[i]);
	}
	buf_put_byte(words, ' ');
}

static void put_attributes(struct buf *words, struct str attributes)
{
	if (attributes.len == 0)
		return;
	attributes = str_from(attributes, 1);
	attributes.len--;
	while ((attributes = str_trim_left(attributes)).len > 0) {
		const char *blank = str_find(attributes, ' ');
		struct str one = attributes;
		if (blank)
			one.len = (size_t)(blank - one.ptr);
		attributes = str_from(attributes, one.len);
		put_attribute(words, one);
	}
}

/* A number, maybe a percentage. */
static struct str take_length(struct str *text)
{
	size_t bytes = str_digits(*text);

	if (bytes > 0 && bytes < text->len && text->ptr[bytes] == '%')
		bytes++;
	struct str length = { text->ptr, bytes };
	*text = str_from(*text, bytes);
	return length;
}

/* "a.png =300x200" as "w:300 h:200 ", off the target; or nothing. */
static void take_size(struct buf *words, struct str *target)
{
	static const struct str nothing = STR("");
	size_t blank = target->len;

	while (blank > 0 && target->ptr[blank - 1] != ' ')
		blank--;
	struct str size = str_from(*target, blank);
	if (blank == 0 || size.len < 3 || size.ptr[0] != '=')
		return;
	size = str_from(size, 1);
	struct str width = take_length(&size);
	if (size.len == 0 || size.ptr[0] != 'x')
		return;
	size = str_from(size, 1);
	struct str height = take_length(&size);
	if (!str_eq(size, nothing))
		return;
	target->len = blank - 1;
	if (width.len > 0)
		buf_printf(words, "w:%.*s ", (int)width.len, width.ptr);
	if (height.len > 0)
		buf_printf(words, "h:%.*s ", (int)height.len, height.ptr);
}

/* The image with its size, if it has one, in front of its text. */
static void put_image(struct buf *out, struct sized *image, struct str text)
{
	struct buf words = { 0 };

	take_size(&words, &image->target);
	put_attributes(&words, image->behind);
	if (words.len > 0) {
		buf_put_text(out, "![");
		buf_put(out, buf_str(&words));
		buf_put(out, image->alt);
		buf_put_text(out, "](");
		buf_put(out, image->target);
		buf_put_byte(out, ')');
	} else {
		buf_put(out, (struct str){ text.ptr, image->bytes });
	}
	buf_release(&words);
}

struct str span_move_sizes(struct arena *arena, struct str line)
{
	struct buf out = { 0 };
	struct str rest = line;

	while (rest.len > 0) {
		struct sized image;
		size_t bytes = verbatim_bytes(rest);
		if (bytes == 0 && take_image(rest, &image)) {
			put_image(&out, &image, rest);
			bytes = image.bytes;
		} else {
			bytes = bytes > 0 ? bytes : 1;
			buf_put(&out, (struct str){ rest.ptr, bytes });
		}
		rest = str_from(rest, bytes);
	}
	struct str moved = buf_str(&out);
	if (!str_eq(moved, line))
		line = arena_str(arena, moved);
	buf_release(&out);
	return line;
}
