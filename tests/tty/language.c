/* SPDX-License-Identifier: MIT */
/*
 * Finds the form of a line. Knows the kinds of argument, but no command.
 */
#include "language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pty.h"

static bool parse_int(const struct token *token, struct value *value)
{
	return token->kind == TOKEN_WORD && str_number(token->text, &value->a);
}

/* Two numbers and what stands between them. */
static bool parse_pair(const struct token *token, char between,
		       struct value *value)
{
	struct str first = token->text;
	struct str second = token->text;
	const char *found = memchr(first.ptr, between, first.len);

	if (token->kind != TOKEN_WORD || !found)
		return false;
	first.len = (size_t)(found - first.ptr);
	second.ptr = found + 1;
	second.len -= first.len + 1;
	return str_number(first, &value->a) && str_number(second, &value->b);
}

static bool parse_pos(const struct token *token, struct value *value)
{
	return parse_pair(token, ',', value) && value->a >= 0 && value->b >= 0;
}

/* Terminals beyond 1000 rows or columns would only cost memory. */
static bool parse_size(const struct token *token, struct value *value)
{
	return parse_pair(token, 'x', value) && value->a >= 1 &&
	       value->a <= 1000 && value->b >= 1 && value->b <= 1000;
}

static bool parse_mode(const struct token *token, struct value *value)
{
	char digits[5] = "";
	char *end;

	if (token->kind != TOKEN_WORD || token->text.len >= sizeof(digits))
		return false;
	memcpy(digits, token->text.ptr, token->text.len);
	value->a = (int)strtol(digits, &end, 8);
	return *end == '\0';
}

static bool parse_word(const struct token *token, struct value *value)
{
	(void)value;
	return token->kind == TOKEN_WORD;
}

static bool parse_path(const struct token *token, struct value *value)
{
	(void)value;
	return token->kind == TOKEN_WORD || token->kind == TOKEN_STRING;
}

static bool parse_string(const struct token *token, struct value *value)
{
	(void)value;
	return token->kind == TOKEN_STRING;
}

static bool parse_key(const struct token *token, struct value *value)
{
	value->is_key = token->kind == TOKEN_KEY;
	return token->kind == TOKEN_KEY || token->kind == TOKEN_STRING;
}

static bool parse_attrs(const struct token *token, struct value *value)
{
	return token->kind == TOKEN_SET &&
	       attrs_parse(token->text, &value->attrs);
}

static bool parse_signal(const struct token *token, struct value *value)
{
	value->a = signal_find(token->text);
	return token->kind == TOKEN_WORD && value->a != 0;
}

static bool parse_colour(const struct token *token, struct value *value)
{
	const char *hex = "0123456789abcdef";

	if (token->kind != TOKEN_WORD)
		return false;
	if (str_is(token->text, "default"))
		return true;
	if (token->text.ptr[0] != '#')
		return parse_int(token, value) && value->a >= 0 &&
		       value->a < 256;
	for (size_t i = 1; i < token->text.len; i++)
		if (!memchr(hex, token->text.ptr[i], 16))
			return false;
	return token->text.len == 7;
}

static const struct {
	const char *name;
	bool (*parse)(const struct token *token, struct value *value);
} kinds[] = {
	{ "<int>", parse_int },	      /* -1 */
	{ "<pos>", parse_pos },	      /* 9,2: row and column */
	{ "<size>", parse_size },     /* 24x80: rows and columns */
	{ "<mode>", parse_mode },     /* 644: octal */
	{ "<word>", parse_word },     /* NAME */
	{ "<path>", parse_path },     /* deck.md, or a string */
	{ "<string>", parse_string }, /* "text", or a here-document */
	{ "<key>", parse_key },	      /* <Space>, or a string */
	{ "<attrs>", parse_attrs },   /* {bold underline} */
	{ "<signal>", parse_signal }, /* TERM */
	{ "<colour>", parse_colour }, /* default, 208 or #rrggbb */
};

enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

static struct str cut_word(struct str *pattern)
{
	struct str word = *pattern;
	const char *blank = memchr(word.ptr, ' ', word.len);

	if (blank)
		word.len = (size_t)(blank - word.ptr);
	pattern->ptr += word.len;
	pattern->len -= word.len;
	*pattern = str_trim(*pattern);
	return word;
}

/* Put a token into the arguments if it is of the kind that `name` says. */
static bool take_value(struct str name, const struct token *token,
		       struct args *args)
{
	struct value *value = &args->values[args->count];

	*value = (struct value){ .text = token->text, .repeat = token->repeat };
	for (size_t i = 0; i < KINDS; i++) {
		if (!str_is(name, kinds[i].name))
			continue;
		args->count++;
		return kinds[i].parse(token, value);
	}
	return false;
}

static bool match_token(struct str word, const struct token *token,
			struct args *args)
{
	if (word.ptr[0] == '<' && word.len > 1)
		return take_value(word, token, args);
	return token->kind == TOKEN_WORD && str_eq(word, token->text);
}

/* The first word, and the blanks after it, are off the pattern already. */
static bool match_rest(struct str pattern, const struct line *line,
		       struct args *args)
{
	int at = 0;

	args->count = 0;
	while (pattern.len > 0) {
		struct str word = cut_word(&pattern);
		bool repeats = word.len > 3 &&
			       !memcmp(word.ptr + word.len - 3, "...", 3);

		if (repeats)
			word.len -= 3;
		do {
			if (at == line->count ||
			    !match_token(word, &line->tokens[at++], args))
				return false;
		} while (repeats && at < line->count);
	}
	return at == line->count;
}

/* A form whose last argument is the rest of the line as it is. */
static bool match_raw(struct str pattern, const struct line *line,
		      struct args *args)
{
	struct str rest = line->rest;

	args->count = 0;
	while (!str_is(pattern, "<rest>")) {
		struct token token = { .kind = TOKEN_WORD, .repeat = 1 };

		token.text = cut_word(&rest);
		if (token.text.len == 0 ||
		    !match_token(cut_word(&pattern), &token, args))
			return false;
	}
	args->values[args->count++] = (struct value){ .text = rest };
	return rest.len > 0;
}

static bool has_word(const struct form *form, struct str word)
{
	struct str pattern = str_of(form->pattern);

	return str_eq(cut_word(&pattern), word);
}

/* The first form that begins with the word; the others follow it. */
static const struct form *find_word(struct str word)
{
	static const struct form *const tables[] = {
		command_forms, shell_forms,  screen_forms,
		program_forms, errand_forms,
	};

	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
		const struct form *form = tables[i];

		for (; form->pattern; form++)
			if (has_word(form, word))
				return form;
	}
	return NULL;
}

static bool takes_raw(const struct form *form)
{
	return str_contains(str_of(form->pattern), str_of("<rest>"));
}

static bool match_form(const struct form *form, const struct line *line,
		       struct args *args)
{
	struct str pattern = str_of(form->pattern);

	cut_word(&pattern);
	return takes_raw(form) ? match_raw(pattern, line, args)
			       : match_rest(pattern, line, args);
}

const struct form *language_match(struct script *script, struct line *line,
				  struct args *args, struct text *error)
{
	const struct form *form = find_word(line->word);

	if (!form || !takes_raw(form))
		if (!script_lex(script, line, error))
			return NULL;
	if (!form) {
		text_puts(error, "there is no such command");
		return NULL;
	}
	text_puts(error, "bad syntax; the form is: ");
	for (; form->pattern && has_word(form, line->word); form++) {
		if (match_form(form, line, args)) {
			text_clear(error);
			return form;
		}
		text_printf(error, "%s  ", form->pattern);
	}
	return NULL;
}
