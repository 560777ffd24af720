/* SPDX-License-Identifier: MIT */
/*
 * Paragraphs made up at random, always the same ones: what is shown of them is
 * what libcmark reads in the paragraph alone. Several go through in one batch,
 * so that one that does not stay a paragraph moves all that follow.
 */
#include "markup/inline.h"

#include <cmark.h>
#include <string.h>

#include "markup/caption.h"
#include "slide/read.h"
#include "support/unit.h"

enum { BATCH = 8, BATCHES = 1500, WORDS_MAX = 40 };

#define DEFINITIONS "\n\n[d]: /target\n\n[e f]: <other>\n"

/* ---- making them up ---- */

struct dice {
	unsigned long long state;
};

static unsigned roll(struct dice *dice, size_t sides)
{
	dice->state =
		dice->state * 6364136223846793005ULL + 1442695040888963407ULL;
	return (unsigned)((dice->state >> 33) % sides);
}

/* What CommonMark knows, and what would begin blocks. */
static const char *const words[] = {
	"a",	   "bc",       "C9",	  " ",		" ",	    "\n",
	"\n",	   "  \n",     "\\\n",	  "*",		"**",	    "*",
	"_",	   "__",       "***",	  "`",		"``",	    "`",
	"[",	   "]",	       "](",	  "](u)",	")",	    "![",
	"[d]",	   "[a][d]",   "[e\nf]",  "[d][]",	"[nope]",   "(u \"t\")",
	"<",	   ">",	       "<q>",	  "</q>",	"<q a=\"",  "\">",
	"<http:",  "//x>",     "<a@b.c>", "<!-- k -->", "<?p",	    "?>",
	"<!X y>",  "&amp;",    "&",	  "&#35;",	"&#x41;",   "\\",
	"\\*",	   "\\[",      "\\~",	  "\\^",	"\\`",	    "!",
	"\"",	   "'",	       "\n===",	  "\n---\n",	"\n# ",	    "\n- ",
	"\n1. ",   "\n> ",     "\n```",	  "\n    ",	"\n<div>",  "\n|-|",
	"\n***\n", "\n[x]: y", "日",	  "é",		"\xc2\xa0", "-",
	"|",	   ":",
};

/* What is read on top of that; letters without raised or lowered forms. */
static const char *const additions[] = {
	"C",   "F",   "QX",   "Y Z",  "S",     " ",   " ",   "\n", "~",	  "~~",
	"~",   "^",   "^",    "$",    "$",     "$$",  "[",   "]",  "[^",  "[[",
	"]]",  "*",   "**",   "_",    "\\~",   "\\^", "\\[", "`",  "\\$", "\\",
	"^C^", "~F~", "C~F~", "[^C]", "[[Q]]", "][",  "日",  "[^", "~~~", ".",
};

static void make_up(struct dice *dice, const char *const *from, size_t count,
		    struct buf *out)
{
	unsigned length = 1 + roll(dice, WORDS_MAX);
	struct buf raw = { 0 };

	/* Never a definition, never a block of another kind. */
	buf_put_text(&raw, "z");
	while (length-- > 0)
		buf_put_text(&raw, from[roll(dice, count)]);
	struct str rest = buf_str(&raw);
	while (rest.len > 0) {
		struct str line = str_take_line(&rest);
		if (str_is_blank(line))
			continue;
		if (out->len > 0)
			buf_put_byte(out, '\n');
		buf_put(out, line);
	}
	buf_release(&raw);
}

/* ---- what is compared ---- */

/* All but blanks, of which some are dropped, and some bytes. */
static void put_bare(struct buf *out, struct str text, const char *without)
{
	for (size_t i = 0; i < text.len; i++) {
		if (!strchr(" \n", text.ptr[i]) &&
		    !strchr(without, text.ptr[i]))
			buf_put_byte(out, text.ptr[i]);
	}
}

static void put_runs(struct buf *out, const struct text *text,
		     const char *without)
{
	for (const struct inline_run *run = text->first; run; run = run->next)
		put_bare(out, run->text, without);
}

struct oracle {
	struct buf text, alt;
	size_t label[WORDS_MAX * 2]; /* where those of open links begin */
	int links, images;
};

static void put_image(struct oracle *oracle, cmark_node *node)
{
	struct str url = str_of(cmark_node_get_url(node));

	put_bare(&oracle->text, caption_of_image(buf_str(&oracle->alt), url),
		 "");
	buf_clear(&oracle->alt);
}

static void take(struct oracle *oracle, cmark_node *node, bool enter)
{
	struct buf *out = oracle->images ? &oracle->alt : &oracle->text;

	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_CODE:
		if (oracle->images)
			buf_put_text(out, cmark_node_get_literal(node));
		else
			put_bare(out, str_of(cmark_node_get_literal(node)), "");
		break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		if (oracle->images)
			buf_put_byte(out, ' ');
		break;
	case CMARK_NODE_LINK:
		if (enter)
			oracle->label[oracle->links++] = out->len;
		else if (oracle->label[--oracle->links] == out->len &&
			 !oracle->images)
			put_bare(out, str_of(cmark_node_get_url(node)), "");
		break;
	case CMARK_NODE_IMAGE:
		oracle->images += enter ? 1 : -1;
		if (oracle->images == 0)
			put_image(oracle, node);
		break;
	default:
		break;
	}
}

/* False when the source is not one paragraph. */
static bool ask(struct str source, struct buf *out, const char *without)
{
	struct buf document = { 0 };
	struct oracle oracle = { .links = 0 };
	cmark_event_type event;

	buf_put(&document, source);
	buf_put_text(&document, DEFINITIONS);
	cmark_node *root = cmark_parse_document(document.ptr, document.len,
						CMARK_OPT_DEFAULT);
	cmark_node *paragraph = cmark_node_first_child(root);
	bool one = paragraph && !cmark_node_next(paragraph) &&
		   cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH;
	cmark_iter *iter = cmark_iter_new(root);
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
		take(&oracle, cmark_iter_get_node(iter),
		     event == CMARK_EVENT_ENTER);
	put_bare(out, buf_str(&oracle.text), without);
	cmark_iter_free(iter);
	cmark_node_free(root);
	buf_release(&document);
	buf_release(&oracle.text);
	buf_release(&oracle.alt);
	return one;
}

/* Further lines set in, as nothing but a paragraph has them. */
static void set_in(struct str source, struct buf *out)
{
	while (source.len > 0) {
		buf_put(out, str_take_line(&source));
		if (source.len > 0)
			buf_put_text(out, "\n    ");
	}
}

/* ---- both ---- */

struct trial {
	struct expect expect;
	struct deck deck;
	struct arena arena;
	const char *without; /* bytes that do not count */
	int paragraphs;	     /* that libcmark reads as one without help */
};

static void compare(struct trial *trial, struct str source,
		    const struct text *text)
{
	struct buf want = { 0 }, got = { 0 }, name = { 0 }, set = { 0 };

	if (ask(source, &want, trial->without)) {
		trial->paragraphs++;
	} else {
		buf_clear(&want);
		set_in(source, &set);
		expect_true(&trial->expect, "a paragraph",
			    ask(buf_str(&set), &want, trial->without));
	}
	put_runs(&got, text, trial->without);
	buf_put(&name, source);
	buf_put_byte(&name, '\0');
	buf_put_byte(&want, '\0');
	expect_text(&trial->expect, name.ptr, want.ptr, buf_str(&got));
	buf_release(&want);
	buf_release(&got);
	buf_release(&name);
	buf_release(&set);
}

static void try_batch(struct trial *trial, struct buf sources[BATCH])
{
	struct slide slide = { .steps = 1 };
	struct inline_batch batch = { .commonmark = true };
	struct text texts[BATCH] = { { .first = NULL } };

	for (int i = 0; i < BATCH; i++)
		inline_add(&batch, &trial->arena,
			   (struct inline_text){ .into = &texts[i],
						 .source = buf_str(&sources[i]),
						 .line = 1 });
	inline_read(&batch, &trial->deck, &slide, &trial->arena);
	for (int i = 0; i < BATCH; i++)
		compare(trial, buf_str(&sources[i]), &texts[i]);
	arena_reset(&trial->arena);
}

static void run_trial(struct trial *trial, const char *const *from,
		      size_t count)
{
	struct dice dice = { 1 };
	struct buf source = { 0 };

	buf_put_text(&source, "x" DEFINITIONS);
	read_deck(&trial->deck, &source,
		  &(struct deck_options){ .dialect = DIALECT_MARKDOWN });
	for (int i = 0; i < BATCHES; i++) {
		struct buf sources[BATCH] = { { NULL, 0, 0 } };
		for (int j = 0; j < BATCH; j++)
			make_up(&dice, from, count, &sources[j]);
		try_batch(trial, sources);
		for (int j = 0; j < BATCH; j++)
			buf_release(&sources[j]);
	}
	deck_release(&trial->deck);
	arena_release(&trial->arena);
	assert_true(trial->paragraphs > BATCH * BATCHES / 10);
	expect_done(&trial->expect);
}

static void shows_what_libcmark_reads(void **state)
{
	struct trial trial = { .without = "[]~" }; /* of [[a]], ~a~ */

	(void)state;
	run_trial(&trial, words, COUNT(words));
}

/* What the additions make of their own marks does not count. */
static void loses_no_letters(void **state)
{
	struct trial trial = { .without = "~^$[]()_*\\`.," };

	(void)state;
	run_trial(&trial, additions, COUNT(additions));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shows_what_libcmark_reads),
		cmocka_unit_test(loses_no_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
