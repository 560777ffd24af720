/* SPDX-License-Identifier: MIT */
/*
 * Tags of HTML: the list of those that are known, and how one is written.
 */
#include "markup/tag.h"

#include <string.h>

#include "deck/deck.h"

static const struct {
	const char *name;
	enum tag_kind kind;
	unsigned emphasis;
	bool empty;
} tags[] = {
	{ "", TAG_UNKNOWN, 0, false },
	{ "br", TAG_BREAK, 0, true },
	{ "hr", TAG_BLOCK, 0, true },

	{ "b", TAG_LOOK, EMPHASIS_STRONG, false },
	{ "strong", TAG_LOOK, EMPHASIS_STRONG, false },
	{ "i", TAG_LOOK, EMPHASIS_ITALIC, false },
	{ "em", TAG_LOOK, EMPHASIS_ITALIC, false },
	{ "cite", TAG_LOOK, EMPHASIS_ITALIC, false },
	{ "dfn", TAG_LOOK, EMPHASIS_ITALIC, false },
	{ "var", TAG_LOOK, EMPHASIS_ITALIC, false },
	{ "u", TAG_LOOK, EMPHASIS_UNDERLINE, false },
	{ "ins", TAG_LOOK, EMPHASIS_UNDERLINE, false },
	{ "s", TAG_LOOK, EMPHASIS_STRIKE, false },
	{ "strike", TAG_LOOK, EMPHASIS_STRIKE, false },
	{ "del", TAG_LOOK, EMPHASIS_STRIKE, false },
	{ "mark", TAG_LOOK, EMPHASIS_HIGHLIGHT, false },
	{ "span", TAG_LOOK, 0, false },
	{ "code", TAG_CODE, 0, false },
	{ "kbd", TAG_CODE, 0, false },
	{ "samp", TAG_CODE, 0, false },
	{ "tt", TAG_CODE, 0, false },
	{ "sup", TAG_SUPER, 0, false },
	{ "sub", TAG_SUB, 0, false },
	{ "a", TAG_LINK, 0, false },
	{ "img", TAG_IMAGE, 0, true },

	{ "h1", TAG_BLOCK, EMPHASIS_STRONG, false },
	{ "h2", TAG_BLOCK, EMPHASIS_STRONG, false },
	{ "h3", TAG_BLOCK, EMPHASIS_STRONG, false },
	{ "h4", TAG_BLOCK, EMPHASIS_STRONG, false },
	{ "h5", TAG_BLOCK, EMPHASIS_STRONG, false },
	{ "h6", TAG_BLOCK, EMPHASIS_STRONG, false },
	{ "summary", TAG_BLOCK, 0, false },
	{ "p", TAG_BLOCK, 0, false },
	{ "div", TAG_BLOCK, 0, false },
	{ "section", TAG_BLOCK, 0, false },
	{ "article", TAG_BLOCK, 0, false },
	{ "aside", TAG_BLOCK, 0, false },
	{ "header", TAG_BLOCK, 0, false },
	{ "footer", TAG_BLOCK, 0, false },
	{ "main", TAG_BLOCK, 0, false },
	{ "nav", TAG_BLOCK, 0, false },
	{ "address", TAG_BLOCK, 0, false },
	{ "center", TAG_BLOCK, 0, false },
	{ "blockquote", TAG_BLOCK, 0, false },
	{ "pre", TAG_BLOCK, 0, false },
	{ "figure", TAG_BLOCK, 0, false },
	{ "figcaption", TAG_CAPTION, 0, false },
	{ "details", TAG_BLOCK, 0, false },
	{ "dialog", TAG_BLOCK, 0, false },
	{ "form", TAG_BLOCK, 0, false },
	{ "fieldset", TAG_BLOCK, 0, false },
	{ "legend", TAG_BLOCK, 0, false },
	{ "hgroup", TAG_BLOCK, 0, false },
	{ "ul", TAG_BLOCK, 0, false },
	{ "ol", TAG_BLOCK, 0, false },
	{ "menu", TAG_BLOCK, 0, false },
	{ "li", TAG_ITEM, 0, false },
	{ "dl", TAG_BLOCK, 0, false },
	{ "dt", TAG_BLOCK, EMPHASIS_STRONG, false },
	{ "dd", TAG_BLOCK, 0, false },
	{ "table", TAG_BLOCK, 0, false },
	{ "caption", TAG_BLOCK, 0, false },
	{ "thead", TAG_BLOCK, 0, false },
	{ "tbody", TAG_BLOCK, 0, false },
	{ "tfoot", TAG_BLOCK, 0, false },
	{ "tr", TAG_BLOCK, 0, false },
	{ "td", TAG_CELL, 0, false },
	{ "th", TAG_CELL, EMPHASIS_STRONG, false },
	{ "body", TAG_BLOCK, 0, false },
	{ "html", TAG_BLOCK, 0, false },

	{ "script", TAG_HIDDEN, 0, false },
	{ "style", TAG_HIDDEN, 0, false },
	{ "head", TAG_HIDDEN, 0, false },
	{ "title", TAG_HIDDEN, 0, false },
	{ "svg", TAG_HIDDEN, 0, false },
	{ "template", TAG_HIDDEN, 0, false },

	{ "abbr", TAG_NOTHING, 0, false },
	{ "acronym", TAG_NOTHING, 0, false },
	{ "area", TAG_NOTHING, 0, true },
	{ "audio", TAG_NOTHING, 0, false },
	{ "base", TAG_NOTHING, 0, true },
	{ "bdi", TAG_NOTHING, 0, false },
	{ "bdo", TAG_NOTHING, 0, false },
	{ "big", TAG_NOTHING, 0, false },
	{ "button", TAG_NOTHING, 0, false },
	{ "canvas", TAG_NOTHING, 0, false },
	{ "col", TAG_NOTHING, 0, true },
	{ "colgroup", TAG_NOTHING, 0, false },
	{ "data", TAG_NOTHING, 0, false },
	{ "datalist", TAG_NOTHING, 0, false },
	{ "embed", TAG_NOTHING, 0, true },
	{ "font", TAG_NOTHING, 0, false },
	{ "iframe", TAG_NOTHING, 0, false },
	{ "input", TAG_NOTHING, 0, true },
	{ "label", TAG_NOTHING, 0, false },
	{ "link", TAG_NOTHING, 0, true },
	{ "map", TAG_NOTHING, 0, false },
	{ "marquee", TAG_NOTHING, 0, false },
	{ "meta", TAG_NOTHING, 0, true },
	{ "meter", TAG_NOTHING, 0, false },
	{ "nobr", TAG_NOTHING, 0, false },
	{ "noscript", TAG_NOTHING, 0, false },
	{ "object", TAG_NOTHING, 0, false },
	{ "optgroup", TAG_NOTHING, 0, false },
	{ "option", TAG_NOTHING, 0, false },
	{ "output", TAG_NOTHING, 0, false },
	{ "param", TAG_NOTHING, 0, true },
	{ "picture", TAG_NOTHING, 0, false },
	{ "progress", TAG_NOTHING, 0, false },
	{ "q", TAG_NOTHING, 0, false },
	{ "rp", TAG_NOTHING, 0, false },
	{ "rt", TAG_NOTHING, 0, false },
	{ "ruby", TAG_NOTHING, 0, false },
	{ "select", TAG_NOTHING, 0, false },
	{ "slot", TAG_NOTHING, 0, false },
	{ "small", TAG_NOTHING, 0, false },
	{ "source", TAG_NOTHING, 0, true },
	{ "textarea", TAG_NOTHING, 0, false },
	{ "time", TAG_NOTHING, 0, false },
	{ "track", TAG_NOTHING, 0, true },
	{ "video", TAG_NOTHING, 0, false },
	{ "wbr", TAG_NOTHING, 0, true },
};
enum { COUNT = sizeof(tags) / sizeof(tags[0]) };
_Static_assert(COUNT <= TAG_IDS_MAX, "TAG_IDS_MAX is too small");

static int find_tag(struct str name)
{
	for (int i = 1; i < COUNT; i++) {
		if (str_eq_nocase(name, str_of(tags[i].name)))
			return i;
	}
	return 0;
}

/* ---- how a tag is written ---- */

static bool is_alnum(char byte)
{
	return str_is_letter_byte(byte) || str_is_digit_byte(byte);
}

static bool is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static size_t skip_space(struct str text, size_t at)
{
	while (at < text.len && is_space(text.ptr[at]))
		at++;
	return at;
}

/*
 * The value behind "=": to the closing quote, or a word. Its end, or 0 when
 * there is no such value.
 */
static size_t value_end(struct str text, size_t at, struct str *value)
{
	char quote = at < text.len ? text.ptr[at] : '\0';
	size_t end = at;

	if (quote == '"' || quote == '\'') {
		const char *close = str_find(str_from(text, at + 1), quote);
		if (!close)
			return 0;
		end = (size_t)(close - text.ptr);
		*value = (struct str){ text.ptr + at + 1, end - at - 1 };
		return end + 1;
	}
	while (end < text.len && !is_space(text.ptr[end]) &&
	       !strchr("\"'=<>`", text.ptr[end]))
		end++;
	*value = (struct str){ text.ptr + at, end - at };
	return end > at ? end : 0;
}

/*
 * One attribute, from its name on, which Vue may have begun with "@". Its
 * end, or 0 when there is none.
 */
static size_t attribute_end(struct str text, size_t at, struct str *name,
			    struct str *value)
{
	size_t end = at;

	if (at == text.len ||
	    !(str_is_letter_byte(text.ptr[at]) || strchr("_:@", text.ptr[at])))
		return 0;
	do
		end++;
	while (end < text.len &&
	       (is_alnum(text.ptr[end]) || strchr("_:.-", text.ptr[end])));
	*name = (struct str){ text.ptr + at, end - at };
	*value = (struct str){ NULL, 0 };
	size_t equals = skip_space(text, end);
	if (equals == text.len || text.ptr[equals] != '=')
		return end;
	return value_end(text, skip_space(text, equals + 1), value);
}

/* Attributes with a blank before each. Where they end; 0: they are odd. */
static size_t attributes_end(struct str text, size_t at)
{
	struct str name, value;

	for (;;) {
		size_t next = skip_space(text, at);
		if (next == text.len)
			return 0;
		if (next == at || text.ptr[next] == '>' ||
		    text.ptr[next] == '/')
			return next;
		at = attribute_end(text, next, &name, &value);
		if (at == 0)
			return 0;
	}
}

size_t tag_read(struct str text, struct tag *tag)
{
	bool closing = text.len > 1 && text.ptr[1] == '/';
	size_t begin = closing ? 2 : 1, end = begin;

	if (text.len <= begin || text.ptr[0] != '<' ||
	    !str_is_letter_byte(text.ptr[begin]))
		return 0;
	while (end < text.len &&
	       (is_alnum(text.ptr[end]) || text.ptr[end] == '-'))
		end++;
	size_t close =
		closing ? skip_space(text, end) : attributes_end(text, end);
	bool slash = !closing && close > 0 && text.ptr[close] == '/';
	size_t last = close + slash;
	if (close == 0 || last >= text.len || text.ptr[last] != '>')
		return 0;
	struct str name = { text.ptr + begin, end - begin };
	int id = find_tag(name);
	*tag = (struct tag){ .kind = tags[id].kind,
			     .emphasis = tags[id].emphasis,
			     .id = id,
			     .closing = closing,
			     .empty = tags[id].empty || slash,
			     .name = name,
			     .attributes = { text.ptr + end, close - end } };
	return last + 1;
}

/* ---- what stands in it ---- */

/* Entities that are needed to write a value at all, and its line ends. */
static struct str decoded(struct arena *arena, struct str value)
{
	static const struct {
		struct str written;
		char shown;
	} entities[] = {
		{ STR("&amp;"), '&' },	{ STR("&quot;"), '"' },
		{ STR("&#39;"), '\'' }, { STR("&apos;"), '\'' },
		{ STR("&lt;"), '<' },	{ STR("&gt;"), '>' },
		{ STR("\r\n"), ' ' },	{ STR("\n"), ' ' },
	};
	enum { ENTITIES = sizeof(entities) / sizeof(entities[0]) };
	struct buf out = { 0 };

	if (!str_find(value, '&') && !str_find(value, '\n'))
		return value;
	while (value.len > 0) {
		int i = 0;
		while (i < ENTITIES && !str_starts(value, entities[i].written))
			i++;
		buf_put_byte(&out,
			     i < ENTITIES ? entities[i].shown : value.ptr[0]);
		value = str_from(value,
				 i < ENTITIES ? entities[i].written.len : 1);
	}
	struct str copy = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return copy;
}

bool tag_attribute(const struct tag *tag, const char *name, struct arena *arena,
		   struct str *value)
{
	struct str text = tag->attributes, key;
	size_t at = skip_space(text, 0);

	while (at < text.len &&
	       (at = attribute_end(text, at, &key, value)) > 0) {
		if (str_eq_nocase(key, str_of(name))) {
			*value = decoded(arena, *value);
			return true;
		}
		at = skip_space(text, at);
	}
	return false;
}

bool tag_take_style(struct str *style, struct str *key, struct str *value)
{
	while (style->len > 0) {
		const char *end = str_find(*style, ';');
		struct str part = *style;
		if (end)
			part.len = (size_t)(end - part.ptr);
		*style = str_from(*style, part.len + 1);
		const char *colon = str_find(part, ':');
		if (!colon)
			continue;
		*key = (struct str){ part.ptr, (size_t)(colon - part.ptr) };
		*value = str_trim(str_from(part, key->len + 1));
		*key = str_trim(*key);
		return true;
	}
	return false;
}
