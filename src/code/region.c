/* SPDX-License-Identifier: MIT */
/*
 * What is open: comments, strings and code within them. A region that is no
 * code is one piece up to its end, but for its holes, which are regions again.
 */
#include "code/region.h"

#include "code/opening.h"

struct region *region_top(struct lexer *lexer)
{
	return &lexer->regions[lexer->depth - 1];
}

const struct vocabulary *region_words(const struct lexer *lexer)
{
	int i = lexer->depth - 1;

	while (!lexer->regions[i].code)
		i--;
	return lexer->regions[i].code;
}

void region_push(struct lexer *lexer, struct region region, size_t begin)
{
	if (lexer->depth == LEXER_REGIONS_MAX)
		return;
	region.begin = begin;
	lexer->regions[lexer->depth++] = region;
	if (region.code) {
		lexer->operand = false;
		lexer->next = CODE_PLAIN;
	}
}

/* ---- where it ends ---- */

static size_t count_run(const struct lexer *lexer, size_t from, char byte)
{
	size_t count = 0;

	while (lexer_peek(lexer, from + count) == byte &&
	       lexer->at + from + count < lexer->line.len)
		count++;
	return count;
}

/* The bytes of the end of a region, if that stands next; else 0. */
static size_t end_bytes(const struct lexer *lexer, const struct region *region)
{
	size_t bytes = region->close.len;

	if (bytes == 0 || !lexer_sees(lexer, region->close))
		return 0;
	switch (region->rule->kind) {
	case RULE_HASHES:
		return count_run(lexer, bytes, '#') >= region->level
			       ? bytes + region->level
			       : 0;
	case RULE_LEVELS:
		bytes += count_run(lexer, 1, '=');
		return bytes == region->level + 1 &&
				       lexer_peek(lexer, bytes) == ']'
			       ? bytes + 1
			       : 0;
	case RULE_RAW:
		return lexer_peek(lexer, bytes) == '"' ? bytes + 1 : 0;
	case RULE_REGEX:
		return region->level == 0 ? bytes : 0;
	case RULE_HEREDOC:
	case RULE_FENCE:
		return 0; /* whole lines end these */
	default:
		return bytes;
	}
}

static char bracket_of(char close)
{
	static const char pairs[] = ")(]["
				    "}{><";

	for (const char *pair = pairs; *pair; pair += 2) {
		if (*pair == close)
			return pair[1];
	}
	return '\0';
}

/* A key is what has a colon behind it. */
static void tell_key(struct lexer *lexer, size_t begin)
{
	size_t blanks = 0;

	while (str_is_blank_byte(lexer_peek(lexer, blanks)))
		blanks++;
	if (lexer_peek(lexer, blanks) != ':')
		return;
	for (size_t i = begin; i < lexer->at; i++)
		lexer->classes[i] = CODE_NAME;
}

/* The letters behind a pattern: /x/gi. */
static void take_letters(struct lexer *lexer, enum code_class class)
{
	while (str_is_letter_byte(lexer_peek(lexer, 0)))
		lexer_paint(lexer, 1, class);
}

/* The second part of s/a/b/ or s{a}{b} begins here. */
static bool begin_second(struct lexer *lexer, struct region *region)
{
	char open = bracket_of(region->close.ptr[0]);
	size_t blanks = 0;

	if (!(region->rule->flags & RULE_TWICE) || region->second)
		return false;
	region->second = true;
	if (!open)
		return true;
	while (str_is_blank_byte(lexer_peek(lexer, blanks)))
		blanks++;
	if (lexer_peek(lexer, blanks) != open)
		return false;
	lexer->at += blanks;
	lexer_paint(lexer, 1, region->rule->class);
	return true;
}

static void end(struct lexer *lexer, size_t bytes)
{
	struct region *region = region_top(lexer);
	const struct rule *rule = region->rule;
	bool pattern = rule->kind == RULE_REGEX || rule->kind == RULE_PAIR;

	lexer_paint(lexer, bytes, rule->class);
	if (rule->kind == RULE_PAIR && begin_second(lexer, region))
		return;
	lexer->depth--;
	if (rule->flags & RULE_KEY)
		tell_key(lexer, region->begin);
	if (pattern)
		take_letters(lexer, rule->class);
	if (rule->class != CODE_COMMENT)
		lexer->operand = true;
	if (rule->then)
		opening_take(lexer, rule->then);
}

/* ---- what is not code ---- */

/* An end that is none: doubled, or of a bracket within. */
static bool take_inner_end(struct lexer *lexer, struct region *region,
			   size_t bytes)
{
	const struct rule *rule = region->rule;
	struct str rest = str_from(lexer_rest(lexer), bytes);

	if (rule->flags & RULE_DOUBLES && str_starts(rest, region->close)) {
		lexer_paint(lexer, 2 * bytes, rule->class);
		return true;
	}
	if (rule->flags & RULE_NESTS && region->level > 0) {
		region->level--;
		lexer_paint(lexer, bytes, rule->class);
		return true;
	}
	return false;
}

static bool take_hole(struct lexer *lexer, const struct region *region)
{
	const struct rule *hole = region->holes ? region->rule->holes : NULL;

	for (; hole && hole->kind != RULE_NONE; hole++) {
		if (hole->open[0] == lexer_peek(lexer, 0) &&
		    opening_take(lexer, hole))
			return true;
	}
	return false;
}

/* One byte, or as many as open one that must be closed, too. */
static void take_inside(struct lexer *lexer, struct region *region)
{
	const struct rule *rule = region->rule;
	struct str open = str_of(rule->open);
	char byte = lexer_peek(lexer, 0);
	size_t bytes = 1;

	if (rule->kind == RULE_REGEX && (byte == '[' || byte == ']'))
		region->level = byte == '[';
	if (rule->flags & RULE_NESTS && rule->kind == RULE_PAIR) {
		region->level += byte == bracket_of(region->close.ptr[0]);
	} else if (rule->flags & RULE_NESTS && lexer_sees(lexer, open)) {
		region->level++;
		bytes = open.len;
	}
	lexer_paint(lexer, bytes, rule->class);
}

void region_scan(struct lexer *lexer)
{
	struct region *region = region_top(lexer);
	const struct rule *rule = region->rule;

	while (lexer->at < lexer->line.len) {
		size_t bytes = end_bytes(lexer, region);
		if (rule->flags & RULE_ESCAPES &&
		    lexer_peek(lexer, 0) == '\\') {
			lexer_paint(lexer, 2, rule->class);
		} else if (take_hole(lexer, region)) {
			return;
		} else if (bytes == 0) {
			take_inside(lexer, region);
		} else if (!take_inner_end(lexer, region, bytes)) {
			end(lexer, bytes);
			return;
		}
	}
}

/* ---- what is code ---- */

bool region_close(struct lexer *lexer)
{
	struct region *region = region_top(lexer);
	size_t bytes = region->rule ? end_bytes(lexer, region) : 0;

	if (bytes == 0)
		return false;
	if (region->level > 0) {
		region->level--;
		return false;
	}
	end(lexer, bytes);
	return true;
}

/* ---- lines ---- */

static bool is_comment_of_lines(const struct region *region)
{
	return !region->code && region->rule->flags & RULE_LINES &&
	       region->rule->class == CODE_COMMENT;
}

static bool is_comment_or_blank(struct str line)
{
	line = str_trim_left(line);
	return line.len == 0 || line.ptr[0] == '#';
}

static bool ends_with_line(const struct lexer *lexer,
			   const struct region *region)
{
	struct str line = lexer->line;

	if (region->rule->flags & RULE_LINES)
		return false;
	if (region->rule->flags & RULE_COMMENTED && is_comment_or_blank(line))
		return false;
	return !(region->rule->flags & RULE_ESCAPES && line.len > 0 &&
		 line.ptr[line.len - 1] == '\\');
}

void region_end_line(struct lexer *lexer)
{
	int kept = 1;
	bool lost = false;

	for (int i = 1; i < lexer->depth; i++) {
		const struct region *region = &lexer->regions[i];
		lost = lost || ends_with_line(lexer, region);
		if (!lost || is_comment_of_lines(region))
			lexer->regions[kept++] = *region;
	}
	lexer->depth = kept;
	if (lexer->waiting.rule)
		region_push(lexer, lexer->waiting, 0);
	lexer->waiting.rule = NULL;
}

static size_t count_blanks(struct str line)
{
	return line.len - str_trim_left(line).len;
}

static bool is_fence(struct str line, const struct region *region)
{
	line = str_trim(line);
	return str_starts(line, region->close) && str_run(line) == line.len;
}

/* A fence ends its code, whatever is open in it. */
static bool close_fence(struct lexer *lexer)
{
	for (int i = 1; i < lexer->depth; i++) {
		const struct rule *rule = lexer->regions[i].rule;
		if (rule->kind != RULE_FENCE ||
		    !is_fence(lexer->line, &lexer->regions[i]))
			continue;
		lexer_paint(lexer, lexer->line.len, rule->class);
		lexer->depth = i;
		return true;
	}
	return false;
}

void region_begin_line(struct lexer *lexer)
{
	struct region *region = region_top(lexer);
	enum rule_kind kind = region->rule ? region->rule->kind : RULE_NONE;
	struct str line = lexer->line;

	for (int i = 0; i < lexer->depth; i++)
		lexer->regions[i].begin = 0;
	if (close_fence(lexer))
		return;
	if (kind == RULE_HEREDOC && str_eq(str_trim(line), region->close)) {
		lexer_paint(lexer, line.len, region->rule->class);
		lexer->depth--;
	} else if (kind == RULE_INDENT && !str_is_blank(line) &&
		   count_blanks(line) <= region->level) {
		lexer->depth--;
	}
}
