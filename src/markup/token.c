/* SPDX-License-Identifier: MIT */
/*
 * Cutting plain text at the markup that libcmark does not know, and finding
 * what belongs together. Each of these is one pass: what opens and is never
 * closed is remembered, not searched for.
 */
#include "markup/token.h"

#include <string.h>

#include "base/glyph.h"
#include "deck/definition.h"
#include "deck/directive.h"
#include "markup/shield.h"
#include "source/footnote.h"

void tokens_begin(struct tokens *tokens)
{
	tokens->count = 0;
	tokens->before = BESIDE_BLANK;
	tokens->brackets = 0;
	tokens->open_markup = TOKEN_NONE;
	for (int i = 0; i < TAG_IDS_MAX; i++)
		tokens->open[i] = TOKEN_NONE;
}

/* ---- what stands beside markup ---- */

static bool is_unicode_blank(unsigned code)
{
	return code == 0xa0 || code == 0x1680 ||
	       (code >= 0x2000 && code <= 0x200a) || code == 0x202f ||
	       code == 0x205f || code == 0x3000;
}

/*
 * Only ASCII has punctuation here: a wide full stop is followed by the next
 * sentence without a blank, and strikes must be able to end there.
 */
static enum beside beside_of(struct str text)
{
	size_t bytes;
	unsigned code = str_decode(text, &bytes);

	if (code <= ' ' || is_unicode_blank(code))
		return BESIDE_BLANK;
	return str_is_word_byte(text.ptr[0]) ? BESIDE_WORD : BESIDE_PUNCTUATION;
}

static enum beside beside_of_last(struct str text)
{
	size_t at = text.len - 1;

	while (at > 0 && ((unsigned char)text.ptr[at] & 0xc0) == 0x80)
		at--;
	return beside_of(str_from(text, at));
}

static enum beside beside_of_token(const struct token *token)
{
	switch (token->kind) {
	case TOKEN_TEXT:
		return beside_of(token->text);
	case TOKEN_SOFT:
	case TOKEN_HARD:
		return BESIDE_BLANK;
	default:
		return BESIDE_PUNCTUATION;
	}
}

static bool is_delimiter(const struct token *token)
{
	return token->kind == TOKEN_TILDES || token->kind == TOKEN_CARET;
}

/* ---- adding ---- */

void tokens_add(struct tokens *tokens, struct token token)
{
	size_t count = tokens->count, size = sizeof(*tokens->list);

	/* Not arena_extend: the room is used again for the next text. */
	if (count == tokens->room) {
		tokens->room = count ? count * 2 : 64;
		tokens->list = arena_grow(tokens->arena, tokens->list,
					  count * size, tokens->room * size);
	}
	if (token.kind != TOKEN_REMARK) {
		enum beside beside = beside_of_token(&token);
		if (count > 0 && is_delimiter(&tokens->list[count - 1]))
			tokens->list[count - 1].beside.after = beside;
		tokens->before = token.kind == TOKEN_TEXT
					 ? beside_of_last(token.text)
					 : beside;
	}
	token.pair = TOKEN_NONE;
	tokens->list[tokens->count++] = token;
}

/* Tie the token that is added next to the one that it closes. */
static void add_closing(struct tokens *tokens, size_t opening,
			struct token token)
{
	size_t at = tokens->count;

	token.closing = true;
	tokens_add(tokens, token);
	tokens->list[at].pair = opening;
	tokens->list[opening].pair = at;
}

/* Until it is closed, what opens is tied to the one that opened before it. */
void tokens_open(struct tokens *tokens, struct token token)
{
	size_t at = tokens->count;

	tokens_add(tokens, token);
	tokens->list[at].pair = tokens->open_markup;
	tokens->open_markup = at;
}

void tokens_close(struct tokens *tokens)
{
	size_t opening = tokens->open_markup;

	tokens->open_markup = tokens->list[opening].pair;
	add_closing(tokens, opening, tokens->list[opening]);
}

/* A piece of the text that is being cut. */
static void add_piece(struct tokens *tokens, struct str text, size_t begin,
		      size_t end, struct place place)
{
	place.at += (int)begin;
	if (end > begin)
		tokens_add(tokens, (struct token){ .kind = TOKEN_TEXT,
						   .text = { text.ptr + begin,
							     end - begin },
						   .place = place });
}

static void add_remark(struct tokens *tokens, enum remark_kind kind,
		       struct str detail, struct place place)
{
	tokens_add(tokens, (struct token){ .kind = TOKEN_REMARK,
					   .text = detail,
					   .place = place,
					   .remark = kind });
}

/* ---- HTML ---- */

static void add_tag(struct tokens *tokens, const struct tag *tag,
		    struct place place)
{
	struct token token = { .kind = TOKEN_TAG, .place = place, .tag = *tag };
	size_t *open = &tokens->open[tag->id];
	size_t at = tokens->count, opening = *open;

	token.closing = tag->closing;
	if (tag->id == 0 || (tag->empty && !tag->closing)) {
		tokens_add(tokens, token);
	} else if (!tag->closing) {
		tokens_add(tokens, token);
		tokens->list[at].pair = opening;
		*open = at;
	} else if (opening != TOKEN_NONE) {
		*open = tokens->list[opening].pair;
		add_closing(tokens, opening, token);
	} else {
		tokens_add(tokens, token);
	}
}

/* "<?php ... ?>" and "<!DOCTYPE html>"; of "<![CDATA[x]]>" x is shown. */
static void add_declaration(struct tokens *tokens, struct str html,
			    struct place place)
{
	static const struct str cdata = STR("<![CDATA["), end = STR("]]>");
	size_t name = 1;

	if (str_starts(html, cdata)) {
		add_piece(tokens, html, cdata.len, html.len - end.len, place);
		return;
	}
	while (name < html.len && !strchr(" \n>", html.ptr[name]))
		name++;
	if (html.ptr[1] == '?')
		add_remark(tokens, REMARK_TAG,
			   (struct str){ html.ptr + 1, name - 1 }, place);
}

void tokens_add_html(struct tokens *tokens, struct str html, struct place place)
{
	struct tag tag;
	struct str inside;
	size_t bytes;
	bool closed;

	if (tag_read(html, &tag) > 0)
		add_tag(tokens, &tag, place);
	else if (comment_take(html, &inside, &bytes, &closed))
		tokens_add(tokens, (struct token){ .kind = TOKEN_COMMENT,
						   .text = inside,
						   .place = place });
	else
		add_declaration(tokens, html, place);
}

/* ---- cutting plain text ---- */

/* A text being cut: what is before `begin` has been added. */
struct cut {
	struct str text;
	struct place place;
	size_t begin, at;
	size_t bracket; /* of the innermost "[", past it; 0: there is none */
};

static struct place place_of(const struct cut *cut, size_t at)
{
	struct place place = cut->place;

	place.at += (int)at;
	return place;
}

/* What was passed so far is plain text; it goes on at `next`. */
static void cut_plain(struct tokens *tokens, struct cut *cut, size_t next)
{
	add_piece(tokens, cut->text, cut->begin, cut->at, cut->place);
	cut->begin = cut->at = next;
}

static bool is_mark(struct str text)
{
	static const struct str mark = STR(SHIELD_MARK);

	return str_starts(text, mark);
}

/* Where the character behind the mark ends; it is added as it is. */
static void cut_mark(struct tokens *tokens, struct cut *cut)
{
	if (!is_mark(str_from(cut->text, cut->at))) {
		cut->at++;
		return;
	}
	cut_plain(tokens, cut, cut->at + sizeof(SHIELD_MARK) - 1);
	if (cut->at < cut->text.len && !is_mark(str_from(cut->text, cut->at)))
		cut->at++;
}

static void cut_delimiter(struct tokens *tokens, struct cut *cut)
{
	struct str rest = str_from(cut->text, cut->at);
	size_t run = str_run(rest);
	bool tilde = rest.ptr[0] == '~';
	size_t at = cut->at;

	if (run > (tilde ? 2 : 1)) {
		cut->at += run;
		return;
	}
	cut_plain(tokens, cut, cut->at + run);
	enum beside before = tokens->before;
	tokens_add(tokens,
		   (struct token){ .kind = tilde ? TOKEN_TILDES : TOKEN_CARET,
				   .text = { rest.ptr, run },
				   .place = place_of(cut, at),
				   .beside = { before, BESIDE_BLANK } });
}

/* The bytes up to the first of "]", "[", a mark and the text's end. */
static size_t inside_bytes(struct str text)
{
	size_t i = 0;

	while (i < text.len && text.ptr[i] != ']' && text.ptr[i] != '[' &&
	       !is_mark(str_from(text, i)))
		i++;
	return i;
}

/* "[^label]", if it is one; else false, with a remark maybe. */
static bool cut_footnote(struct tokens *tokens, struct cut *cut)
{
	struct str rest = str_from(cut->text, cut->at + 2);
	struct str label = { rest.ptr, inside_bytes(rest) };
	struct place place = place_of(cut, cut->at);
	size_t end = label.len;

	if (end == 0 || end == rest.len || rest.ptr[end] != ']' ||
	    end > LABEL_BYTES_MAX || str_find(label, ' '))
		return false;
	if (!footnote_find(tokens->deck, label)) {
		cut_plain(tokens, cut, cut->at);
		add_remark(tokens, REMARK_FOOTNOTE, label, place);
		cut->at += end + 3;
		return true;
	}
	cut_plain(tokens, cut, cut->at + end + 3);
	tokens_add(tokens, (struct token){ .kind = TOKEN_FOOTNOTE,
					   .text = label,
					   .place = place });
	return true;
}

/* "[[target]]" and "[[target|label]]". */
static bool cut_wiki(struct tokens *tokens, struct cut *cut)
{
	struct str rest = str_from(cut->text, cut->at + 2);
	size_t end = inside_bytes(rest);
	struct str target = { rest.ptr, end };
	struct place place = place_of(cut, cut->at);

	if (end + 1 >= rest.len || rest.ptr[end] != ']' ||
	    rest.ptr[end + 1] != ']')
		return false;
	const char *bar = str_find(target, '|');
	struct str label = target;
	if (bar) {
		target.len = (size_t)(bar - target.ptr);
		label = str_from(label, target.len + 1);
	}
	target = str_trim(target);
	label = str_trim(label);
	if (target.len == 0)
		return false;
	cut_plain(tokens, cut, cut->at + end + 4);
	tokens_add(tokens, (struct token){ .kind = TOKEN_WIKI,
					   .text = target,
					   .place = place,
					   .label = label });
	return true;
}

static void cut_open(struct tokens *tokens, struct cut *cut)
{
	char next =
		cut->at + 1 < cut->text.len ? cut->text.ptr[cut->at + 1] : '\0';

	if (next == '^' && cut_footnote(tokens, cut))
		return;
	if (next == '[' && cut_wiki(tokens, cut))
		return;
	tokens->brackets++;
	cut->bracket = ++cut->at;
}

/*
 * "[text][label]" and "[text][]" have become links when there is a target for
 * them. What is left is remarked on, but for such as words[1][2].
 */
static void cut_close(struct tokens *tokens, struct cut *cut)
{
	struct str text = { cut->text.ptr + cut->bracket,
			    cut->at - cut->bracket };
	size_t bracket = cut->bracket, close = cut->at++;
	struct str rest = str_from(cut->text, close + 2);
	bool open = tokens->brackets > 0;

	cut->bracket = 0;
	tokens->brackets -= open;
	if (!open || close + 1 >= cut->text.len ||
	    cut->text.ptr[close + 1] != '[')
		return;
	struct str label = { rest.ptr, inside_bytes(rest) };
	size_t end = label.len;
	if (end == rest.len || rest.ptr[end] != ']' ||
	    (end > 0 && rest.ptr[0] == '^'))
		return;
	if (end == 0 && bracket > 0 && inside_bytes(text) == text.len)
		label = text;
	cut->at = close + end + 3;
	label = str_trim(label);
	if (label.len == 0 || definition_find(tokens->deck, label) >= 0 ||
	    (bracket > 1 && str_is_word_byte(cut->text.ptr[bracket - 2])))
		return;
	size_t next = cut->at;
	cut->at = bracket > cut->begin ? bracket - 1 : close;
	struct place place = place_of(cut, cut->at);
	cut_plain(tokens, cut, cut->at);
	add_remark(tokens, REMARK_LINK, label, place);
	cut->at = next;
}

void tokens_add_text(struct tokens *tokens, struct str text, struct place place)
{
	struct cut cut = { .text = text, .place = place };

	while (cut.at < text.len) {
		switch (text.ptr[cut.at]) {
		case '~':
		case '^':
			cut_delimiter(tokens, &cut);
			break;
		case '[':
			cut_open(tokens, &cut);
			break;
		case ']':
			cut_close(tokens, &cut);
			break;
		default:
			if (text.ptr[cut.at] == SHIELD_MARK[0])
				cut_mark(tokens, &cut);
			else
				cut.at++;
		}
	}
	cut_plain(tokens, &cut, cut.at);
}

/* ---- pairs ---- */

static void pair(struct tokens *tokens, size_t opening, size_t closing,
		 enum token_kind kind)
{
	struct token *from = &tokens->list[opening];
	struct token *to = &tokens->list[closing];

	from->kind = to->kind = kind;
	from->pair = closing;
	to->pair = opening;
	to->closing = true;
}

/* Tags that are still open know only each other: they are not closed. */
static void forget_open_tags(struct tokens *tokens)
{
	for (int i = 0; i < TAG_IDS_MAX; i++) {
		size_t at = tokens->open[i];
		while (at != TOKEN_NONE) {
			struct token *token = &tokens->list[at];
			at = token->pair;
			token->pair = TOKEN_NONE;
		}
	}
}

/*
 * What may be open while scripts are paired. Between a pair there are no
 * blanks; emphasis may begin and end there.
 */
struct open_scripts {
	size_t caret, tilde; /* or TOKEN_NONE */
	bool word;	     /* a letter or a digit has been met since */
};

static bool has_blank(struct str text)
{
	for (size_t i = 0; i < text.len;) {
		size_t bytes;
		unsigned code = str_decode(str_from(text, i), &bytes);
		if (code <= ' ' || is_unicode_blank(code))
			return true;
		i += bytes;
	}
	return false;
}

static bool has_word(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (str_is_word_byte(text.ptr[i]))
			return true;
	}
	return false;
}

/* x^2^ and ^note^, but no ^_^ among words. */
static void take_caret(struct tokens *tokens, struct open_scripts *open,
		       size_t at)
{
	struct token *list = tokens->list;
	bool opens = list[at].beside.after != BESIDE_BLANK;
	bool closes =
		open->caret != TOKEN_NONE && at > open->caret + 1 &&
		(open->word || list[open->caret].beside.before == BESIDE_WORD);

	if (closes)
		pair(tokens, open->caret, at, TOKEN_SUPER);
	open->caret = opens && !closes ? at : TOKEN_NONE;
	open->word = false;
}

/* H~2~O: behind a word, and a word is what is lowered. */
static void take_tilde(struct tokens *tokens, struct open_scripts *open,
		       size_t at)
{
	struct token *token = &tokens->list[at];
	bool opens = token->text.len == 1 &&
		     token->beside.before == BESIDE_WORD &&
		     token->beside.after == BESIDE_WORD;
	bool closes = open->tilde != TOKEN_NONE && at > open->tilde + 1 &&
		      token->text.len == 1;

	if (closes)
		pair(tokens, open->tilde, at, TOKEN_SUB);
	open->tilde = opens && !closes ? at : TOKEN_NONE;
}

static void pair_scripts(struct tokens *tokens)
{
	struct open_scripts open = { TOKEN_NONE, TOKEN_NONE, false };

	for (size_t i = 0; i < tokens->count; i++) {
		struct token *token = &tokens->list[i];
		switch (token->kind) {
		case TOKEN_CARET:
			take_caret(tokens, &open, i);
			break;
		case TOKEN_TILDES:
			take_tilde(tokens, &open, i);
			break;
		case TOKEN_TEXT:
			if (has_blank(token->text))
				open.caret = open.tilde = TOKEN_NONE;
			open.word |= has_word(token->text);
			break;
		case TOKEN_EMPHASIS:
			break;
		default:
			open.caret = open.tilde = TOKEN_NONE;
		}
	}
}

static bool opens_strike(const struct token *token)
{
	return token->beside.after != BESIDE_BLANK &&
	       (token->beside.after == BESIDE_WORD ||
		token->beside.before != BESIDE_WORD);
}

static bool closes_strike(const struct token *token)
{
	return token->beside.before != BESIDE_BLANK &&
	       (token->beside.before == BESIDE_WORD ||
		token->beside.after != BESIDE_WORD);
}

/* What is left of the tildes, with as many of them on both sides. */
static void pair_strikes(struct tokens *tokens)
{
	size_t open[3] = { TOKEN_NONE, TOKEN_NONE, TOKEN_NONE };

	for (size_t i = 0; i < tokens->count; i++) {
		struct token *token = &tokens->list[i];
		if (token->kind != TOKEN_TILDES)
			continue;
		size_t *last = &open[token->text.len];
		size_t opening = *last;
		if (opening != TOKEN_NONE && i > opening + 1 &&
		    closes_strike(token)) {
			*last = tokens->list[opening].pair;
			pair(tokens, opening, i, TOKEN_STRIKE);
		} else if (opens_strike(token)) {
			token->pair = opening;
			*last = i;
		}
	}
}

void tokens_end(struct tokens *tokens)
{
	forget_open_tags(tokens);
	pair_scripts(tokens);
	pair_strikes(tokens);
}
