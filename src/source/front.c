/* SPDX-License-Identifier: MIT */
/*
 * Whether there is front matter, and what can be asked about it. A deck may
 * well begin with a rule and a slide: no slide's text is ever taken for keys
 * as long as there is doubt.
 */
#include "source/front.h"

#include "source/yaml.h"
#include "source/yaml_text.h"

/* Front matter is closed within this many bytes, or it is none. */
#define FRONT_BYTES_MAX ((size_t)1024 * 1024)

/* What the lines between the fences look like. */
struct survey {
	int keys, misfits;
	int indent; /* of the first key */
	bool lower; /* it begins with a small letter; prose rarely does */
	bool list;  /* items may follow */
	bool blank; /* the line above is blank */
	bool other; /* a line without a key, before all keys */
};

static void survey_key(struct survey *survey, const struct yaml_line *line,
		       struct str key, struct str value)
{
	if (survey->keys++ == 0) {
		survey->indent = line->indent;
		survey->lower =
			key.len > 0 && key.ptr[0] >= 'a' && key.ptr[0] <= 'z';
	}
	survey->list = value.len == 0 || value.ptr[0] == '#';
}

/* False for a line that front matter would not have. */
static bool survey_line(struct survey *survey, const struct yaml_line *line)
{
	struct str key, value, body = line->body;

	if (body.len == 0 || body.ptr[0] == '#') {
		survey->other |= body.len > 0;
		return true;
	}
	bool inside = survey->keys > 0 && line->indent > survey->indent;
	if (inside ||
	    (survey->keys > 0 && (body.ptr[0] == ']' || body.ptr[0] == '}')))
		return true;
	if (yaml_take_key(body, false, &key, &value)) {
		survey_key(survey, line, key, value);
		return survey->indent < 4;
	}
	if (survey->keys > 0 && yaml_is_item(body) && survey->list)
		return true;
	survey->misfits++;
	return survey->keys > 0 && survey->lower && !survey->blank;
}

/* Comments alone could as well be headings. */
static bool survey_agrees(const struct survey *survey)
{
	if (survey->keys == 0)
		return !survey->other;
	return survey->misfits <= survey->keys;
}

static bool is_fence(struct str line)
{
	line = str_trim_right(line);
	return line.len >= 3 && line.ptr[0] == '-' && str_run(line) == line.len;
}

static bool is_end(struct str line)
{
	static const struct str dots = STR("...");

	return is_fence(line) || str_eq(str_trim_right(line), dots);
}

/* Find the fences; *inside is what stands between them. */
static bool find_fences(struct front *front, struct str source,
			struct str *inside)
{
	static const struct str mark = STR("\xef\xbb\xbf");
	struct survey survey = { 0 };
	struct str rest = source;

	if (str_starts(rest, mark))
		rest = str_from(rest, mark.len);
	if (rest.len > FRONT_BYTES_MAX)
		rest.len = FRONT_BYTES_MAX;
	struct str all = rest;
	if (rest.len == 0 || !is_fence(str_take_line(&rest)))
		return false;
	*inside = rest;
	for (front->lines = 2; rest.len > 0; front->lines++) {
		size_t before = rest.len;
		struct yaml_line line = yaml_take_line(&rest, 0);
		if (is_end(line.text)) {
			inside->len -= before;
			front->bytes = (size_t)(all.ptr - source.ptr) +
				       all.len - rest.len;
			return survey_agrees(&survey);
		}
		if (!survey_line(&survey, &line))
			return false;
		survey.blank = line.body.len == 0;
	}
	return false;
}

bool front_read(struct front *front, struct arena *arena, struct str source,
		int line, struct remarks *remarks)
{
	struct str inside;

	*front = (struct front){ 0 };
	if (!find_fences(front, source, &inside)) {
		*front = (struct front){ 0 };
		return false;
	}
	yaml_read(front, arena, inside, line + 1, remarks);
	return true;
}

void front_read_bare(struct front *front, struct arena *arena,
		     struct str source, int line, struct remarks *remarks)
{
	struct str rest = source;

	*front = (struct front){ .bytes = source.len };
	for (; rest.len > 0; front->lines++)
		str_take_line(&rest);
	yaml_read(front, arena, source, line, remarks);
}

const struct front_entry *front_find(const struct front *front, const char *key)
{
	struct str wanted = str_of(key);

	for (int i = 0; i < front->count; i++) {
		if (str_eq(front->entries[i].key, wanted))
			return &front->entries[i];
	}
	return NULL;
}

bool front_bool(struct str value, bool *answer)
{
	static const struct {
		struct str word;
		bool means;
	} words[] = {
		{ STR("true"), true }, { STR("yes"), true },
		{ STR("on"), true },   { STR("false"), false },
		{ STR("no"), false },  { STR("off"), false },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (str_eq_nocase(value, words[i].word)) {
			*answer = words[i].means;
			return true;
		}
	}
	return false;
}

bool front_int(struct str value, int low, int high, int *answer)
{
	bool negative = value.len > 0 && value.ptr[0] == '-';
	struct str digits = str_from(value, negative ? 1 : 0);
	long long number = 0;

	for (size_t i = 0; i < digits.len; i++) {
		char digit = digits.ptr[i];
		if (digit < '0' || digit > '9' || i > 9)
			return false;
		number = number * 10 + digit - '0';
	}
	number = negative ? -number : number;
	if (digits.len == 0 || number < low || number > high)
		return false;
	*answer = (int)number;
	return true;
}
