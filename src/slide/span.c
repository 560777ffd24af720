/* SPDX-License-Identifier: MIT */
/*
 * Taking the markup of looks off a line. Code spans are left alone.
 */
#include "slide/span.h"

#include <string.h>

#define CODE_RUN_MAX	   32	/* longer runs of backticks open no code */
#define BRACKETS_BYTES_MAX 1024 /* of the text in brackets with a class */
#define CLASS_BYTES_MAX	   128	/* of what is looked at from one place */

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

/* Where the text of the image begins that ends at the end; 0: it is none. */
static size_t find_image(const struct spanner *spanner)
{
	size_t at = spanner->len;
	int depth = 0;

	while (at > 1 &&
	       !(spanner->out[at - 1] == '(' && spanner->out[at - 2] == ']'))
		at--;
	for (at = at > 1 ? at - 1 : 0; at > 1; at--) {
		depth += (spanner->out[at - 1] == ']') -
			 (spanner->out[at - 1] == '[');
		if (depth == 0)
			return spanner->out[at - 2] == '!' ? at : 0;
	}
	return 0;
}

/* "width=50%" as "w:50% "; 0 bytes for anything else. */
static size_t size_word(struct str attribute, char *word)
{
	static const struct str width = STR("width="), height = STR("height=");
	bool wide = str_starts(attribute, width);

	if (!wide && !str_starts(attribute, height))
		return 0;
	struct str value = str_from(attribute, wide ? width.len : height.len);
	size_t len = 0;
	word[len++] = wide ? 'w' : 'h';
	word[len++] = ':';
	for (size_t i = 0; i < value.len; i++) {
		if (!strchr("\"'", value.ptr[i]))
			word[len++] = value.ptr[i];
	}
	word[len++] = ' ';
	return len;
}

/*
 * "![a cat](cat.png){width=50%}": how large an image is goes to the begin of
 * its text, in fewer bytes than the attributes have.
 */
static void keep_size(struct spanner *spanner, struct str attributes)
{
	size_t image = find_image(spanner), len = 0;
	char words[CLASS_BYTES_MAX];

	if (image == 0)
		return;
	attributes = str_from(attributes, 1);
	attributes.len--;
	while ((attributes = str_trim_left(attributes)).len > 0) {
		const char *blank = str_find(attributes, ' ');
		struct str one = attributes;
		if (blank)
			one.len = (size_t)(blank - one.ptr);
		attributes = str_from(attributes, one.len);
		len += size_word(one, words + len);
	}
	memmove(spanner->out + image + len, spanner->out + image,
		spanner->len - image);
	memcpy(spanner->out + image, words, len);
	spanner->len += len;
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
		if (attributes > 0 && line.ptr[spanner.at - 1] == ')')
			keep_size(&spanner,
				  (struct str){ rest.ptr, attributes });
		if (attributes > 0)
			spanner.at += attributes;
		else
			copy(&spanner, verbatim > 0 ? verbatim : 1);
	}
	return (struct str){ spanner.out, spanner.len };
}
