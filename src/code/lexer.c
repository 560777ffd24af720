/* SPDX-License-Identifier: MIT */
/*
 * Code, token by token: what its rules know, numbers, words, and marks. The
 * look ahead never goes further than to the next token, but for the key of a
 * line, which is looked for once.
 */
#include "code/lexer.h"

#include <string.h>

#include "code/opening.h"
#include "code/region.h"

#define PREFIX_BYTES_MAX 3 /* of a string: nothing longer is known */

void lexer_init(struct lexer *lexer, struct arena *arena,
		const struct language *language)
{
	*lexer = (struct lexer){ .arena = arena, .depth = 1 };
	lexer->regions[0].code = vocabulary_of(arena, &lexer->made, language);
}

struct str lexer_rest(const struct lexer *lexer)
{
	return (struct str){ lexer->line.ptr + lexer->at,
			     lexer->line.len - lexer->at };
}

char lexer_peek(const struct lexer *lexer, size_t bytes)
{
	size_t at = lexer->at + bytes;

	return at < lexer->line.len ? lexer->line.ptr[at] : '\0';
}

bool lexer_sees(const struct lexer *lexer, struct str text)
{
	return str_starts(lexer_rest(lexer), text);
}

void lexer_paint(struct lexer *lexer, size_t bytes, enum code_class class)
{
	size_t left = lexer->line.len - lexer->at;

	bytes = bytes < left ? bytes : left;
	memset(lexer->classes + lexer->at, (int)class, bytes);
	lexer->at += bytes;
}

/* ---- numbers ---- */

static char before(const struct lexer *lexer)
{
	return lexer->at > 0 ? lexer->line.ptr[lexer->at - 1] : '\0';
}

static bool is_number_byte(const struct lexer *lexer, size_t at, unsigned flags)
{
	char byte = lexer_peek(lexer, at);
	char last = at > 0 ? lexer_peek(lexer, at - 1) : '\0';
	char next = lexer_peek(lexer, at + 1);

	if (byte == '.')
		return last != '.' && (str_is_digit_byte(next) ||
				       !(next == '.' || next == '_' ||
					 str_is_letter_byte(next)));
	if (byte == '+' || byte == '-')
		return str_is_byte_of(last, "eEpP") &&
		       str_is_digit_byte(next) &&
		       !(lexer_peek(lexer, 1) == 'x' && last != 'p');
	if (byte == '\'')
		return flags & LANGUAGE_APOSTROPHES && str_hex_digit(next) >= 0;
	return str_is_digit_byte(byte) || str_is_letter_byte(byte) ||
	       byte == '_';
}

static bool take_number(struct lexer *lexer, const struct language *language)
{
	char byte = lexer_peek(lexer, 0);
	bool point = byte == '.' && str_is_digit_byte(lexer_peek(lexer, 1)) &&
		     !lexer->operand && before(lexer) != '.';
	size_t bytes = 1;

	if (language->flags & LANGUAGE_PROSE ||
	    !(point || str_is_digit_byte(byte)))
		return false;
	while (is_number_byte(lexer, bytes, language->flags))
		bytes++;
	if (language->flags & LANGUAGE_UNITS && lexer_peek(lexer, bytes) == '%')
		bytes++;
	lexer_paint(lexer, bytes, CODE_VALUE);
	lexer->operand = true;
	return true;
}

/* ---- words ---- */

static bool takes_prefix(const struct lexer *lexer,
			 const struct language *language, struct str word)
{
	char quote = lexer_peek(lexer, word.len);

	if (!language->prefixes || word.len > PREFIX_BYTES_MAX ||
	    (quote != '"' && quote != '\''))
		return false;
	for (size_t i = 0; i < word.len; i++) {
		if (!str_is_byte_of(word.ptr[i], language->prefixes))
			return false;
	}
	return true;
}

static void take_prefix(struct lexer *lexer, const struct language *language,
			struct str word)
{
	for (size_t i = 0; i < word.len; i++)
		lexer->marked = lexer->marked ||
				(language->marks &&
				 str_is_byte_of(word.ptr[i], language->marks));
	lexer_paint(lexer, word.len, CODE_STRING);
}

/* f(x), and f!(x) or f![x] in Rust. */
static bool is_called(const struct lexer *lexer, size_t bytes)
{
	char next = lexer_peek(lexer, bytes);

	return next == '(' ||
	       (next == '!' &&
		str_is_byte_of(lexer_peek(lexer, bytes + 1), "([{"));
}

static bool is_capital(char byte)
{
	return byte >= 'A' && byte <= 'Z';
}

/* What a colon follows, but not two. */
static bool is_key(const struct lexer *lexer, const struct language *language,
		   size_t bytes)
{
	return language->flags & LANGUAGE_KEYS &&
	       lexer_peek(lexer, bytes) == ':' &&
	       lexer_peek(lexer, bytes + 1) != ':';
}

/* x = 1, but not x == 1. */
static bool is_set(const struct lexer *lexer, const struct language *language,
		   size_t bytes)
{
	if (!(language->flags & LANGUAGE_SETS))
		return false;
	while (str_is_blank_byte(lexer_peek(lexer, bytes)))
		bytes++;
	return lexer_peek(lexer, bytes) == '=' &&
	       lexer_peek(lexer, bytes + 1) != '=';
}

/* What a word that nothing is known of looks like. */
static enum code_class guess(const struct lexer *lexer,
			     const struct language *language, struct str word)
{
	if ((language->flags & LANGUAGE_CALLS && is_called(lexer, word.len)) ||
	    is_key(lexer, language, word.len) ||
	    is_set(lexer, language, word.len))
		return CODE_NAME;
	if (language->flags & LANGUAGE_CAPITALS && is_capital(word.ptr[0]))
		return CODE_TYPE;
	return language->word;
}

/* x.class is no keyword; 1..end is one. */
static bool is_member(const struct lexer *lexer)
{
	size_t at = lexer->at;

	return at > 0 && lexer->line.ptr[at - 1] == '.' &&
	       !(at > 1 && lexer->line.ptr[at - 2] == '.');
}

static enum code_class class_of_word(struct lexer *lexer,
				     const struct vocabulary *vocabulary,
				     struct str word)
{
	const struct word *known =
		is_member(lexer) ? NULL : vocabulary_find(vocabulary, word);
	enum code_class next = lexer->next;

	if (known && known->class == CODE_KEYWORD) {
		if (known->next != CODE_PLAIN)
			lexer->next = known->next;
		return CODE_KEYWORD;
	}
	lexer->next = CODE_PLAIN;
	if (next != CODE_PLAIN)
		return next;
	if (known && !is_key(lexer, vocabulary->language, word.len))
		return known->class;
	return guess(lexer, vocabulary->language, word);
}

/* Whether what stands in front, blanks left out, is one of these, or nothing.
 */
static bool is_behind(const struct lexer *lexer, const char *marks)
{
	struct str front = { lexer->line.ptr, lexer->at };

	front = str_trim_right(front);
	return front.len == 0 ||
	       str_is_byte_of(front.ptr[front.len - 1], marks);
}

/* Whether the next bytes are all that a list or a key has as its value. */
static bool is_alone(const struct lexer *lexer, size_t bytes)
{
	struct str back = str_from(lexer_rest(lexer), bytes);

	back = str_trim_left(back);
	return is_behind(lexer, ":-[,{") &&
	       (back.len == 0 || str_is_byte_of(back.ptr[0], ",]}#"));
}

/* The word that stands next, or nothing. */
static struct str next_word(const struct lexer *lexer,
			    const struct vocabulary *vocabulary)
{
	struct str word = { lexer->line.ptr + lexer->at, 0 };
	size_t left = lexer->line.len - lexer->at;

	while (word.len < left &&
	       vocabulary->word_bytes[(unsigned char)word.ptr[word.len]])
		word.len++;
	return word;
}

static bool take_word(struct lexer *lexer)
{
	const struct vocabulary *vocabulary = region_top(lexer)->code;
	const struct language *language = vocabulary->language;
	struct str word = next_word(lexer, vocabulary);

	if (word.len == 0)
		return false;
	if (takes_prefix(lexer, language, word)) {
		take_prefix(lexer, language, word);
		return true;
	}
	enum code_class class = class_of_word(lexer, vocabulary, word);
	lexer->operand = class != CODE_KEYWORD && class != CODE_NAME;
	lexer_paint(lexer, word.len, class);
	return true;
}

/* Plain text, with a word or a number in it only where that is all of it. */
static void take_scalar(struct lexer *lexer)
{
	size_t bytes = 1;

	if (str_is_byte_of(lexer_peek(lexer, 0), "[]{},:?-")) {
		lexer->at++;
		return;
	}
	while (lexer->at + bytes < lexer->line.len &&
	       !str_is_byte_of(lexer_peek(lexer, bytes), " \t,[]{}:"))
		bytes++;
	if (lexer_peek(lexer, bytes) == ':' &&
	    str_is_blank_byte(lexer_peek(lexer, bytes + 1)) &&
	    is_behind(lexer, "{,"))
		lexer_paint(lexer, bytes, CODE_NAME);
	else if (!is_alone(lexer, bytes) ||
		 (!take_number(lexer, region_top(lexer)->code->language) &&
		  !take_word(lexer)))
		lexer->at += bytes;
}

/* ---- keys at the begin of lines ---- */

static bool ends_key(const struct lexer *lexer, const struct language *language,
		     size_t at)
{
	struct str line = lexer->line;

	if (!str_is_byte_of(line.ptr[at], language->keys))
		return false;
	return !(language->flags & LANGUAGE_BLANK_KEYS) || at + 1 == line.len ||
	       str_is_blank_byte(line.ptr[at + 1]);
}

/* A line that begins with a keyword has no key. */
static bool may_be_key(struct lexer *lexer)
{
	const struct vocabulary *vocabulary = region_top(lexer)->code;
	struct str word;

	if (!lexer->first || !vocabulary->language->keys)
		return false;
	word = next_word(lexer, vocabulary);
	const struct word *known = vocabulary_find(vocabulary, word);
	return word.len > 0 && !(known && known->class == CODE_KEYWORD);
}

static bool take_key(struct lexer *lexer, const struct language *language)
{
	if (!may_be_key(lexer))
		return false;
	if (lexer->key_end > lexer->line.len) {
		lexer->key_end = lexer->at;
		while (lexer->key_end < lexer->line.len &&
		       !ends_key(lexer, language, lexer->key_end))
			lexer->key_end++;
	}
	if (lexer->key_end == lexer->line.len)
		return false;
	lexer->key = lexer->at;
	struct str key = { lexer->line.ptr + lexer->at,
			   lexer->key_end - lexer->at };
	lexer_paint(lexer, str_trim_right(key).len, CODE_NAME);
	lexer->at = lexer->key_end + 1;
	return true;
}

/* ---- all of it ---- */

static bool take_rule(struct lexer *lexer)
{
	char byte = lexer_peek(lexer, 0);
	const struct rule *rule =
		vocabulary_rule(region_top(lexer)->code, byte);

	for (; rule->kind != RULE_NONE; rule++) {
		if (rule->open[0] == byte && opening_take(lexer, rule))
			return true;
	}
	return false;
}

/* A mark that no rule knows; brackets of the region's kind are counted. */
static void take_mark(struct lexer *lexer)
{
	struct region *region = region_top(lexer);
	char byte = lexer_peek(lexer, 0);
	char close = region->close.len == 1 ? region->close.ptr[0] : '\0';

	region->level += (close == '}' && byte == '{') ||
			 (close == ')' && byte == '(') ||
			 (close == ']' && byte == '[');
	lexer->operand = str_is_byte_of(byte, ")]}");
	if (!str_is_byte_of(byte, "*&"))
		lexer->next = CODE_PLAIN;
	lexer->at++;
}

/* A dash before a blank begins an item, whose key may follow. */
static bool take_item_mark(struct lexer *lexer, const struct language *language)
{
	if (!(language->flags & LANGUAGE_BLANK_KEYS) || !lexer->first ||
	    lexer_peek(lexer, 0) != '-' ||
	    !str_is_blank_byte(lexer_peek(lexer, 1)))
		return false;
	lexer->at += 2;
	return true;
}

static void take_token(struct lexer *lexer)
{
	const struct language *language = region_top(lexer)->code->language;

	if (str_is_blank_byte(lexer_peek(lexer, 0))) {
		lexer->at += !take_rule(lexer);
		return;
	}
	if (take_item_mark(lexer, language))
		return;
	if (!region_close(lexer) && !take_rule(lexer) &&
	    !take_key(lexer, language)) {
		if (language->flags & LANGUAGE_BLANK_KEYS)
			take_scalar(lexer);
		else if (!take_number(lexer, language) && !take_word(lexer))
			take_mark(lexer);
	}
	lexer->first = false;
}

/* Text that is no code may stand in front of all: what begins with a tag. */
static void begin_outside(struct lexer *lexer)
{
	static const struct rule outer = { .kind = RULE_CODE,
					   .close = "<?",
					   .class = CODE_META,
					   .flags = RULE_LINES };
	const struct language *language = lexer->regions[0].code->language;

	if (lexer->line.len < 2 || lexer->line.ptr[0] != '<' ||
	    lexer->line.ptr[1] == '?')
		return;
	region_push(lexer,
		    (struct region){ .rule = &outer,
				     .code = vocabulary_of(lexer->arena,
							   &lexer->made,
							   language->outer),
				     .close = str_of(outer.close) },
		    0);
}

void lexer_line(struct lexer *lexer, struct str line, unsigned char *classes)
{
	bool begins = !lexer->line.ptr;

	lexer->line = line;
	lexer->classes = classes;
	lexer->at = 0;
	lexer->first = true;
	lexer->marked = false;
	lexer->key = line.len;
	lexer->key_end = line.len + 1;
	if (line.len > 0)
		memset(classes, CODE_PLAIN, line.len);
	if (begins && lexer->regions[0].code->language->flags & LANGUAGE_OUTER)
		begin_outside(lexer);
	region_begin_line(lexer);
	while (lexer->at < line.len) {
		if (region_top(lexer)->code)
			take_token(lexer);
		else
			region_scan(lexer);
	}
	region_end_line(lexer);
}
