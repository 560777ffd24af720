/* SPDX-License-Identifier: MIT */
/*
 * Rules, kind by kind. Each function has seen that `open` stands next, and
 * says whether the rest of the rule holds, too.
 */
#include "code/opening.h"

#include "code/region.h"

#define RAW_BYTES_MAX  16  /* of the word around a raw string: C++ says so */
#define HASHES_MAX     255 /* around one: Rust says so */
#define CHAR_BYTES_MAX 14  /* of an escaped character, as '\u{10ffff}' */

static const struct language *inner_of(const struct lexer *lexer,
				       const struct rule *rule)
{
	return rule->inner ? rule->inner : region_words(lexer)->language;
}

/* Open a region of the rule, its first bytes painted. */
static void open_region(struct lexer *lexer, struct region region, size_t bytes)
{
	size_t begin = lexer->at;

	region.holes = !(region.rule->flags & RULE_MARKED) || lexer->marked;
	lexer->marked = false;
	lexer_paint(lexer, bytes, region.rule->class);
	region_push(lexer, region, begin);
}

static struct region region_of(const struct rule *rule)
{
	return (struct region){
		.rule = rule, .close = str_of(rule->close ? rule->close : "")
	};
}

static size_t open_bytes(const struct rule *rule)
{
	return str_of(rule->open).len;
}

static bool take_span(struct lexer *lexer, const struct rule *rule)
{
	open_region(lexer, region_of(rule), open_bytes(rule));
	return true;
}

/* The bytes of a word; `more` is what else it may be made of. */
static size_t word_bytes(const struct lexer *lexer, size_t from,
			 const char *more)
{
	const struct vocabulary *words = region_words(lexer);
	struct str rest = str_from(lexer_rest(lexer), from);
	size_t bytes = 0;

	while (bytes < rest.len &&
	       (words->word_bytes[(unsigned char)rest.ptr[bytes]] ||
		str_is_byte_of(rest.ptr[bytes], more)))
		bytes++;
	return bytes;
}

static size_t narrow_bytes(const struct lexer *lexer, size_t from)
{
	size_t bytes = 0;

	while (str_is_word_byte(lexer_peek(lexer, from + bytes)) ||
	       lexer_peek(lexer, from + bytes) == '_')
		bytes++;
	return bytes;
}

static bool take_plain_token(struct lexer *lexer, const struct rule *rule)
{
	size_t open = open_bytes(rule);
	size_t bytes = rule->flags & RULE_NARROW
			       ? narrow_bytes(lexer, open)
			       : word_bytes(lexer, open,
					    rule->close ? rule->close : "");

	if (rule->flags & RULE_ALONE ||
	    (!(rule->flags & RULE_DIGITS) &&
	     str_is_digit_byte(lexer_peek(lexer, open))))
		bytes = 0;
	if (bytes == 0 && !(rule->flags & (RULE_BARE | RULE_ALONE)))
		return false;
	lexer_paint(lexer, open + bytes, rule->class);
	lexer->operand = true;
	return true;
}

static bool take_escape(struct lexer *lexer, const struct rule *rule)
{
	lexer_paint(lexer, open_bytes(rule) + 1, rule->class);
	lexer->operand = true;
	return true;
}

static void open_code(struct lexer *lexer, const struct rule *rule,
		      const struct language *language, struct str close)
{
	struct region region = region_of(rule);

	region.code = vocabulary_of(lexer->arena, &lexer->made, language);
	region.close = close;
	open_region(lexer, region, open_bytes(rule));
}

static bool take_code(struct lexer *lexer, const struct rule *rule)
{
	open_code(lexer, rule, inner_of(lexer, rule), region_of(rule).close);
	return true;
}

static bool take_tag(struct lexer *lexer, const struct rule *rule)
{
	size_t open = open_bytes(rule);
	bool named = str_is_letter_byte(rule->open[open - 1]);

	if (!named && !str_is_letter_byte(lexer_peek(lexer, open)))
		return false;
	open_code(lexer, rule, rule->inner, region_of(rule).close);
	lexer->at -= named ? open - 1 : 0;
	while (str_is_word_byte(lexer_peek(lexer, 0)) ||
	       str_is_byte_of(lexer_peek(lexer, 0), "-:._"))
		lexer_paint(lexer, 1, CODE_KEYWORD);
	return true;
}

static bool take_fence(struct lexer *lexer, const struct rule *rule)
{
	static const struct language text = { .names = "",
					      .flags = LANGUAGE_PROSE };
	struct str line = lexer_rest(lexer);
	struct region region = region_of(rule);
	struct str name = str_trim(str_from(line, str_run(line)));
	size_t bytes = 0;

	while (bytes < name.len && !str_is_byte_of(name.ptr[bytes], " \t,{"))
		bytes++;
	name.len = bytes;
	const struct language *language = language_find(name);
	region.close = (struct str){ line.ptr, str_run(line) };
	region.code = vocabulary_of(lexer->arena, &lexer->made,
				    language ? language : &text);
	open_region(lexer, region, line.len);
	return true;
}

static bool take_hashes(struct lexer *lexer, const struct rule *rule)
{
	struct region region = region_of(rule);
	size_t bytes = open_bytes(rule);

	region.level = rule->open[bytes - 1] == '#';
	while (region.level < HASHES_MAX && lexer_peek(lexer, bytes) == '#') {
		bytes++;
		region.level++;
	}
	if (!str_starts(str_from(lexer_rest(lexer), bytes), region.close))
		return false;
	open_region(lexer, region, bytes + region.close.len);
	return true;
}

static bool take_levels(struct lexer *lexer, const struct rule *rule)
{
	struct region region = region_of(rule);
	size_t bytes = open_bytes(rule);

	while (lexer_peek(lexer, bytes) == '=') {
		bytes++;
		region.level++;
	}
	if (lexer_peek(lexer, bytes) != '[')
		return false;
	open_region(lexer, region, bytes + 1);
	return true;
}

/* The end is a bracket and the word, which stands in front of the text. */
static bool take_raw(struct lexer *lexer, const struct rule *rule)
{
	struct region region = region_of(rule);
	size_t open = open_bytes(rule), bytes = 0;

	while (bytes < RAW_BYTES_MAX &&
	       !str_is_byte_of(lexer_peek(lexer, open + bytes), "()\\ \"") &&
	       lexer_peek(lexer, open + bytes) != '\0')
		bytes++;
	if (lexer_peek(lexer, open + bytes) != '(')
		return false;
	char *close = arena_array(lexer->arena, char, bytes + 1);
	close[0] = ')';
	for (size_t i = 0; i < bytes; i++)
		close[i + 1] = lexer_peek(lexer, open + i);
	region.close = (struct str){ close, bytes + 1 };
	open_region(lexer, region, open + bytes + 1);
	return true;
}

static bool take_heredoc(struct lexer *lexer, const struct rule *rule)
{
	struct region region = region_of(rule);
	size_t open = open_bytes(rule), begin, bytes;

	if (str_is_byte_of(lexer_peek(lexer, open), "-~"))
		open++;
	while (rule->flags & RULE_BARE && lexer_peek(lexer, open) == ' ')
		open++;
	char quote = lexer_peek(lexer, open);
	bool quoted = str_is_byte_of(quote, "'\"\\");
	begin = open + quoted;
	bytes = word_bytes(lexer, begin, "");
	if (bytes == 0 || str_is_digit_byte(lexer_peek(lexer, begin)))
		return false;
	region.close =
		(struct str){ lexer->line.ptr + lexer->at + begin, bytes };
	region.holes = quote != '\'' && quote != '\\';
	lexer->waiting = region;
	bool closed = quoted && quote != '\\';
	lexer_paint(lexer, begin + bytes + closed, rule->class);
	lexer->operand = true;
	return true;
}

/* The same mark, or the bracket that closes one, borrowed. */
static struct str closing_of(const char *mark)
{
	static const char *const pairs[] = { "()", "[]", "{}", "<>" };

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		if (pairs[i][0] == *mark)
			return (struct str){ pairs[i] + 1, 1 };
	}
	return (struct str){ mark, 1 };
}

static bool take_pair(struct lexer *lexer, const struct rule *rule)
{
	struct region region = region_of(rule);
	size_t bytes = open_bytes(rule);

	while (lexer_peek(lexer, bytes) == ' ')
		bytes++;
	char mark = lexer_peek(lexer, bytes);
	bool apart = bytes > open_bytes(rule);
	if (!str_is_mark_byte(mark) || str_is_byte_of(mark, "=,;)]}>.:?&") ||
	    (apart && mark != '{' && mark != '(') ||
	    (mark == '-' && lexer_peek(lexer, bytes + 1) == '>'))
		return false;
	region.close = closing_of(lexer->line.ptr + lexer->at + bytes);
	open_region(lexer, region, bytes + 1);
	return true;
}

/* The bytes of the character that a byte begins. */
static size_t utf8_bytes(char byte)
{
	unsigned char lead = (unsigned char)byte;

	return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

static bool take_char(struct lexer *lexer, const struct rule *rule)
{
	size_t open = open_bytes(rule);
	size_t bytes = open + utf8_bytes(lexer_peek(lexer, open));

	if (lexer_peek(lexer, open) == '\\') {
		bytes = open + 2;
		while (bytes < open + CHAR_BYTES_MAX &&
		       lexer_peek(lexer, bytes) != '\'')
			bytes++;
	}
	if (lexer_peek(lexer, bytes) != '\'')
		return false;
	lexer_paint(lexer, bytes + 1, rule->class);
	lexer->operand = true;
	return true;
}

static bool take_regex(struct lexer *lexer, const struct rule *rule)
{
	if (lexer->operand || str_is_byte_of(lexer_peek(lexer, 1), "/*= "))
		return false;
	return take_span(lexer, rule);
}

/* YAML's "|" and ">": nothing but signs and a comment may follow. */
static bool take_indent(struct lexer *lexer, const struct rule *rule)
{
	struct region region = region_of(rule);
	struct str rest = str_from(lexer_rest(lexer), 1);
	size_t signs = 0;

	while (signs < rest.len &&
	       str_is_byte_of(rest.ptr[signs], "+-123456789"))
		signs++;
	rest = str_trim_left(str_from(rest, signs));
	if (rest.len > 0 && rest.ptr[0] != '#')
		return false;
	region.level = lexer->line.len - str_trim_left(lexer->line).len;
	if (lexer->key < lexer->line.len)
		region.level = lexer->key;
	lexer->waiting = region;
	lexer_paint(lexer, 1 + signs, rule->class);
	return true;
}

/* ---- all of them ---- */

static bool may_begin(const struct lexer *lexer, const struct rule *rule)
{
	unsigned flags = rule->flags;
	char last = lexer->at > 0 ? lexer->line.ptr[lexer->at - 1] : ' ';
	size_t open = open_bytes(rule);

	if ((flags & RULE_AT_START && !lexer->first) ||
	    (flags & RULE_AT_EDGE && lexer->at > 0) ||
	    (flags & RULE_NO_OPERAND && lexer->operand))
		return false;
	if (flags & RULE_APART && !str_is_byte_of(last, " \t;|&(`") &&
	    !(flags & RULE_LISTED && str_is_byte_of(last, "[{,")))
		return false;
	return !(flags & RULE_WORD) || (!str_is_byte_of(last, ".>{$@%&") &&
					word_bytes(lexer, open, "") == 0);
}

bool opening_take(struct lexer *lexer, const struct rule *rule)
{
	static bool (*const takes[])(struct lexer *, const struct rule *) = {
		[RULE_LINE] = take_span,	 [RULE_SPAN] = take_span,
		[RULE_TOKEN] = take_plain_token, [RULE_ESCAPE] = take_escape,
		[RULE_CODE] = take_code,	 [RULE_TAG] = take_tag,
		[RULE_FENCE] = take_fence,	 [RULE_HASHES] = take_hashes,
		[RULE_LEVELS] = take_levels,	 [RULE_RAW] = take_raw,
		[RULE_HEREDOC] = take_heredoc,	 [RULE_PAIR] = take_pair,
		[RULE_CHAR] = take_char,	 [RULE_REGEX] = take_regex,
		[RULE_INDENT] = take_indent,
	};

	return lexer_sees(lexer, str_of(rule->open)) &&
	       may_begin(lexer, rule) && takes[rule->kind](lexer, rule);
}
