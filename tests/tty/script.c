/* SPDX-License-Identifier: MIT */
/*
 * Reads a script: lines from the file, tokens from a line. Strings are decoded
 * in place in a copy of the line, which works because no escape is shorter
 * than the bytes it stands for.
 */
#include "script.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct lexer {
	struct script *script; /* for here-documents */
	struct line *line;
	char *at; /* what is left of the line, in script->decode */
	char *end;
	struct text *error;
};

static bool read_all(FILE *file, struct text *text)
{
	char chunk[4096];
	size_t len;

	while ((len = fread(chunk, 1, sizeof(chunk), file)) > 0)
		text_put(text, (struct str){ chunk, len });
	return !ferror(file);
}

bool script_open(struct script *script, const char *path, struct text *error)
{
	FILE *file;
	bool ok;

	*script = (struct script){ .path = path };
	file = fopen(path, "r");
	ok = file && read_all(file, &script->source);
	if (!ok)
		text_printf(error, "%s: %s", path, strerror(errno));
	if (file)
		fclose(file);
	script->left = text_str(&script->source);
	return ok;
}

void script_close(struct script *script)
{
	text_release(&script->source);
	text_release(&script->decode);
}

static bool next_raw(struct script *script, struct str *raw)
{
	struct str *left = &script->left;
	const char *end;

	if (left->len == 0)
		return false;
	end = memchr(left->ptr, '\n', left->len);
	raw->ptr = left->ptr;
	raw->len = end ? (size_t)(end - left->ptr) : left->len;

	left->ptr += raw->len + (end ? 1 : 0);
	left->len -= raw->len + (end ? 1 : 0);
	script->number++;
	return true;
}

static bool is_space(char byte)
{
	return byte == ' ' || byte == '\t';
}

static void cut_word(struct line *line)
{
	struct str text = line->text;
	size_t len = 0;

	if (text.ptr[0] == '!')
		len = 1;
	else
		while (len < text.len && !is_space(text.ptr[len]))
			len++;
	line->word = (struct str){ text.ptr, len };
	line->rest = str_trim((struct str){ text.ptr + len, text.len - len });
}

bool script_next(struct script *script, struct line *line)
{
	struct str raw;

	while (next_raw(script, &raw)) {
		struct str text = str_trim(raw);

		if (text.len == 0 || text.ptr[0] == '#')
			continue;
		line->number = script->number;
		line->text = text;
		line->source = text;
		line->count = 0;
		cut_word(line);
		return true;
	}
	return false;
}

static int hex_digit(char byte)
{
	const char *digits = "0123456789abcdefABCDEF";
	const char *found = byte ? strchr(digits, byte) : NULL;

	if (!found)
		return -1;
	return (int)(found - digits) - (found - digits > 15 ? 6 : 0);
}

/* Hexadecimal digits from lexer->at, at most `most`; how many there were. */
static int lex_hex(struct lexer *lexer, int most, uint32_t *value)
{
	int count = 0;

	*value = 0;
	while (count < most && lexer->at < lexer->end) {
		int digit = hex_digit(*lexer->at);

		if (digit < 0)
			break;
		*value = *value * 16 + (uint32_t)digit;
		lexer->at++;
		count++;
	}
	return count;
}

/* What follows "\u": one code point in braces. */
static char *lex_rune(struct lexer *lexer, char *out)
{
	struct text rune = { 0 };
	uint32_t value;

	if (lexer->at == lexer->end || *lexer->at++ != '{')
		return NULL;
	if (lex_hex(lexer, 6, &value) == 0)
		return NULL;
	if (lexer->at == lexer->end || *lexer->at++ != '}')
		return NULL;
	text_put_rune(&rune, value);
	memcpy(out, rune.ptr, rune.len);
	out += rune.len;
	text_release(&rune);
	return out;
}

/* What follows a backslash; where the output now ends, or NULL. */
static char *lex_escape(struct lexer *lexer, char *out)
{
	static const char names[] = "entr\\\"";
	static const char bytes[] = "\033\n\t\r\\\"";
	char name = lexer->at < lexer->end ? *lexer->at++ : '\0';
	const char *found = name ? strchr(names, name) : NULL;
	uint32_t value;

	if (name == 'u')
		return lex_rune(lexer, out);
	if (name == 'x') {
		if (lex_hex(lexer, 2, &value) != 2)
			return NULL;
		*out++ = (char)value;
		return out;
	}
	if (!found)
		return NULL;
	*out++ = bytes[found - names];
	return out;
}

static bool lex_string(struct lexer *lexer, struct token *token)
{
	char *start = lexer->at++;
	char *out = start;

	while (lexer->at < lexer->end && *lexer->at != '"') {
		if (*lexer->at != '\\') {
			*out++ = *lexer->at++;
			continue;
		}
		lexer->at++;
		out = lex_escape(lexer, out);
		if (!out) {
			text_puts(lexer->error, "a string has a bad escape");
			return false;
		}
	}
	if (lexer->at == lexer->end) {
		text_puts(lexer->error, "a string has no closing quote");
		return false;
	}
	lexer->at++;
	token->kind = TOKEN_STRING;
	token->text = (struct str){ start, (size_t)(out - start) };
	return true;
}

/* A key or a set: all up to the closing character. */
static bool lex_enclosed(struct lexer *lexer, struct token *token, char close)
{
	char *start = lexer->at + 1;
	char *end = memchr(start, close, (size_t)(lexer->end - start));

	if (!end) {
		text_printf(lexer->error, "'%c' is missing", close);
		return false;
	}
	lexer->at = end + 1;
	token->text = (struct str){ start, (size_t)(end - start) };
	return true;
}

static void lex_word(struct lexer *lexer, struct token *token)
{
	char *start = lexer->at;

	while (lexer->at < lexer->end && !is_space(*lexer->at))
		lexer->at++;
	token->kind = TOKEN_WORD;
	token->text = (struct str){ start, (size_t)(lexer->at - start) };
}

/* The lines of the script up to the one that is the word after "<<". */
static bool lex_document(struct lexer *lexer, struct token *token)
{
	struct script *script = lexer->script;
	const char *start = script->left.ptr;
	struct str raw = { start, 0 };

	lex_word(lexer, token);
	token->text.ptr += 2;
	token->text.len -= 2;
	while (next_raw(script, &raw)) {
		if (!str_eq(str_trim(raw), token->text))
			continue;
		token->kind = TOKEN_STRING;
		token->text.ptr = start;
		token->text.len = (size_t)(raw.ptr - start);
		lexer->line->source.len =
			(size_t)(raw.ptr + raw.len - lexer->line->source.ptr);
		return true;
	}
	text_printf(lexer->error, "the here-document has no %.*s",
		    STR_ARG(token->text));
	return false;
}

static bool lex_one(struct lexer *lexer, struct token *token)
{
	char first = lexer->at[0];
	char second = lexer->at + 1 < lexer->end ? lexer->at[1] : ' ';

	if (first == '"')
		return lex_string(lexer, token);
	if (first == '{') {
		token->kind = TOKEN_SET;
		return lex_enclosed(lexer, token, '}');
	}
	if (first == '<' && second == '<')
		return lex_document(lexer, token);
	if (first == '<' && !is_space(second)) {
		token->kind = TOKEN_KEY;
		return lex_enclosed(lexer, token, '>');
	}
	lex_word(lexer, token);
	return true;
}

/* What may stand right after a token: nothing, or how often it repeats. */
static bool lex_repeat(struct lexer *lexer, struct token *token)
{
	struct token suffix;

	token->repeat = 1;
	if (lexer->at == lexer->end || is_space(*lexer->at))
		return true;
	lex_word(lexer, &suffix);
	suffix.text.len--;
	if (*suffix.text.ptr++ == '*' &&
	    str_number(suffix.text, &token->repeat) && token->repeat > 0)
		return true;
	text_puts(lexer->error, "a token is followed by neither blank nor *N");
	return false;
}

bool script_lex(struct script *script, struct line *line, struct text *error)
{
	struct lexer lexer = { .script = script, .line = line, .error = error };

	text_clear(&script->decode);
	text_put(&script->decode, line->rest);
	lexer.at = script->decode.ptr;
	lexer.end = lexer.at + script->decode.len;
	while (lexer.at < lexer.end) {
		struct token *token = &line->tokens[line->count];

		if (is_space(*lexer.at)) {
			lexer.at++;
			continue;
		}
		if (line->count == LINE_TOKENS) {
			text_puts(error, "the line is too long");
			return false;
		}
		if (!lex_one(&lexer, token) || !lex_repeat(&lexer, token))
			return false;
		line->count++;
	}
	return true;
}
