/* SPDX-License-Identifier: MIT */
/*
 * Blocks are told by what their lines begin with, so markup behind that can
 * go; all but what blocks of HTML begin and end with.
 */
#include "slide/mute.h"

#include <stdint.h>
#include <string.h>

#include "base/str.h"

/* A muted byte is its place in this list. */
static const char markup[] = { 0, '*', '_', '[', '<' };

/*
 * Blocks of HTML that end with a text of their own. Where that is missing, or
 * where one goes on that began further up, libcmark would search for the end
 * again and again.
 */
static const struct {
	struct str open, close;
} sections[] = {
	{ STR("<!--"), STR("-->") },
	{ STR("<?"), STR("?>") },
	{ STR("<![CDATA["), STR("]]>") },
	{ STR("<!"), STR(">") },
};

#define SECTION_COUNT (sizeof(sections) / sizeof(sections[0]))

struct muter {
	char *document;
	size_t len;
	size_t ends[SECTION_COUNT]; /* of the last one; SIZE_MAX: no more */
};

static struct str text_at(const struct muter *muter, size_t at)
{
	return (struct str){ muter->document + at, muter->len - at };
}

static bool is_line_end(const struct muter *muter, size_t at)
{
	return at >= muter->len || muter->document[at] == '\n';
}

/* Where the line ends, which may be `at`. */
static size_t line_end(const struct muter *muter, size_t at)
{
	const char *end = str_find(text_at(muter, at), '\n');

	return end ? (size_t)(end - muter->document) : muter->len;
}

/* Every byte of a deck comes through here: no search, a few comparisons. */
static void mute(struct muter *muter, size_t at)
{
	char *byte = &muter->document[at], was = *byte;

	for (size_t i = 1; i < sizeof(markup); i++) {
		if (was == markup[i])
			*byte = (char)i;
	}
}

/* Where a text stands from `at` on; SIZE_MAX: nowhere. */
static size_t find(const struct muter *muter, size_t at, struct str wanted)
{
	struct str rest = text_at(muter, at);
	const char *byte;

	while ((byte = str_find(rest, wanted.ptr[0]))) {
		rest = str_from(rest, (size_t)(byte - rest.ptr));
		if (str_starts(rest, wanted))
			return muter->len - rest.len;
		rest = str_from(rest, 1);
	}
	return SIZE_MAX;
}

/*
 * What stands first on a line, behind quote marks and bullets. HTML may begin
 * there. Returns where the rest is.
 */
static size_t pass_first(struct muter *muter, size_t at)
{
	struct str text = text_at(muter, at);
	size_t i = 0;

	while (i < SECTION_COUNT && !str_starts(text, sections[i].open))
		i++;
	if (i == SECTION_COUNT) {
		if (text.ptr[0] == '[')
			mute(muter, at);
		return at + 1;
	}
	size_t inside = at + sections[i].open.len;
	bool goes_on = at < muter->ends[i];
	if (!goes_on)
		muter->ends[i] = find(muter, inside, sections[i].close);
	if (goes_on || muter->ends[i] == SIZE_MAX)
		mute(muter, at);
	return inside;
}

static size_t mute_line(struct muter *muter, size_t at)
{
	static const char before[] = " >-+*_0123456789.)";
	size_t before_count = sizeof(before) - 1, end;

	while (!is_line_end(muter, at) &&
	       memchr(before, muter->document[at], before_count))
		at++;
	if (!is_line_end(muter, at))
		at = pass_first(muter, at);
	for (end = line_end(muter, at); at < end; at++) {
		/* "</script>" may stand anywhere. */
		if (muter->document[at] != '<' || at + 1 == end ||
		    muter->document[at + 1] != '/')
			mute(muter, at);
	}
	return end + 1;
}

void mute_markup(char *document, size_t len)
{
	struct muter muter = { .document = document, .len = len };
	size_t at = 0;

	while (at < len)
		at = mute_line(&muter, at);
}

void mute_restore(char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if ((unsigned char)bytes[i] < sizeof(markup) && bytes[i])
			bytes[i] = markup[(unsigned char)bytes[i]];
	}
}
