/* SPDX-License-Identifier: MIT */
/*
 * Taking blocks of HTML apart. What the tags mean is the business of inline
 * markup; here it only matters what can be seen.
 */
#include "slide/html.h"

#include <string.h>

#include "deck/directive.h"

static struct str tag_name(struct str text)
{
	struct str name = str_from(text, 1);

	if (name.len > 0 && name.ptr[0] == '/')
		name = str_from(name, 1);
	size_t len = 0;
	while (len < name.len && str_is_word_byte(name.ptr[len]))
		len++;
	name.len = len;
	return name;
}

static bool is_tag(struct str text, const char *name)
{
	return text.len > 1 && text.ptr[0] == '<' &&
	       str_eq_nocase(tag_name(text), str_of(name));
}

static void skip(struct html *html, size_t bytes)
{
	for (size_t i = 0; i < bytes && i < html->rest.len; i++)
		html->line += html->rest.ptr[i] == '\n';
	html->rest = str_from(html->rest, bytes);
}

/* How many bytes a script or style sheet takes at the front, or 0. */
static size_t unseen_bytes(struct str text)
{
	static const char *const names[] = { "script", "style" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (!is_tag(text, names[i]))
			continue;
		for (size_t at = 1; at + 1 < text.len; at++) {
			struct str rest = str_from(text, at);
			if (rest.ptr[0] != '<' || rest.ptr[1] != '/' ||
			    !is_tag(rest, names[i]))
				continue;
			const char *end = str_find(rest, '>');
			return end ? (size_t)(end - text.ptr) + 1 : text.len;
		}
		return text.len;
	}
	return 0;
}

/* Up to a blank line, a comment, a script or the end. */
static size_t text_bytes(struct str text)
{
	static const struct str comment = STR("<!--");
	bool blank = false;

	for (size_t i = 0; i < text.len; i++) {
		struct str rest = str_from(text, i);
		if (i > 0 && text.ptr[i] == '<' &&
		    (str_starts(rest, comment) || unseen_bytes(rest) > 0))
			return i;
		if (text.ptr[i] == '\n' && blank)
			return i;
		if (text.ptr[i] == '\n')
			blank = true;
		else if (text.ptr[i] != ' ')
			blank = false;
	}
	return text.len;
}

/* Whether anything but tags is there; *breaks counts the <br> among them. */
static bool is_seen(struct str text, int *breaks)
{
	bool open = false; /* a tag that nobody closes */

	*breaks = 0;
	for (size_t i = 0; i < text.len; i++) {
		struct str rest = str_from(text, i);
		const char *end = text.ptr[i] == '<' && !open
					  ? str_find(rest, '>')
					  : NULL;
		open = open || (text.ptr[i] == '<' && !end);
		if (end) {
			if (is_tag(rest, "img") || is_tag(rest, "hr"))
				return true;
			*breaks += is_tag(rest, "br");
			i += (size_t)(end - rest.ptr);
		} else if (!strchr(" \n", text.ptr[i])) {
			return true;
		}
	}
	return false;
}

static struct str trim_lines(struct str text)
{
	while (text.len > 0 && strchr(" \n", text.ptr[text.len - 1]))
		text.len--;
	return text;
}

bool html_take(struct html *html, struct html_piece *piece)
{
	while (html->rest.len > 0) {
		size_t bytes;
		bool closed;
		while (html->rest.len > 0 && strchr(" \n", html->rest.ptr[0]))
			skip(html, 1);
		*piece = (struct html_piece){ .line = html->line };
		if (comment_take(html->rest, &piece->text, &bytes, &closed)) {
			piece->kind = HTML_COMMENT;
			skip(html, bytes);
			return true;
		}
		bytes = unseen_bytes(html->rest);
		if (bytes > 0) {
			skip(html, bytes);
			continue;
		}
		bytes = text_bytes(html->rest);
		piece->text = trim_lines((struct str){ html->rest.ptr, bytes });
		bool seen = is_seen(piece->text, &piece->breaks);
		skip(html, bytes);
		if (seen)
			return true;
		piece->kind = HTML_BREAKS;
		if (piece->breaks > 0)
			return true;
	}
	return false;
}
