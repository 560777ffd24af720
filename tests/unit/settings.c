/* SPDX-License-Identifier: MIT */
/*
 * What front matter sets.
 */
#include "source/settings.h"

#include "support/unit.h"

struct settings_case {
	const char *name, *source;
	const char *want; /* what differs from nothing, then the remarks */
};

static void put_text(struct buf *out, const char *name, struct str text)
{
	if (text.len > 0)
		buf_printf(out, "%s=%.*s\n", name, (int)text.len, text.ptr);
}

static void put_int(struct buf *out, const char *name, int value)
{
	if (value != 0)
		buf_printf(out, "%s=%d\n", name, value);
}

static void put_settings(struct buf *out, const struct settings *settings)
{
	put_int(out, "width", settings->width);
	put_int(out, "joins_lines", settings->joins_lines);
	put_int(out, "incremental_lists", settings->incremental_lists);
	put_int(out, "incremental_tables", settings->incremental_tables);
	put_int(out, "item_space", settings->item_space);
	put_int(out, "no_numbers", settings->no_numbers);
	put_int(out, "implicit_slide_ends", settings->implicit_slide_ends);
	put_int(out, "end_slide_shorthand", settings->end_slide_shorthand);
	put_int(out, "h1_slide_titles", settings->h1_slide_titles);
	put_int(out, "slide_level", settings->slide_level);
	put_text(out, "command_prefix", settings->command_prefix);
	put_int(out, "transition", (int)settings->transition);
	put_int(out, "transition_ms", settings->transition_ms);
}

static void put_remarks(struct buf *out, const struct remarks *remarks)
{
	for (const struct remark *remark = remarks->first; remark;
	     remark = remark->next)
		buf_printf(out, "%d:%d %s %.*s\n", remark->line, remark->col,
			   remark_name(remark->kind), (int)remark->detail.len,
			   remark->detail.ptr);
}

static void put_deck(struct buf *out, const struct deck *deck)
{
	put_text(out, "title", deck->title);
	put_text(out, "sub_title", deck->sub_title);
	put_text(out, "author", deck->author);
	put_text(out, "date", deck->date);
	put_text(out, "event", deck->event);
	put_text(out, "location", deck->location);
	put_settings(out, &deck->settings);
	put_remarks(out, &deck->remarks);
}

static const struct settings_case deck_cases[] = {
	{ "nothing", "", "" },
	{ "a transition", "transition: fade\ntransition_ms: 500",
	  "transition=2\ntransition_ms=500\n" },
	{ "reveal's", "revealOptions:\n  transition: slide\n  controls: true",
	  "transition=3\n" },
	{ "a transition that is none", "transition: warp\ntransition_ms: 0",
	  "1:1 value transition\n2:1 value transition_ms\n" },
	{ "texts",
	  "title: T\nsub_title: S\nevent: E\nlocation: L\ndate: D\nauthor: A",
	  "title=T\nsub_title=S\nauthor=A\ndate=D\nevent=E\nlocation=L\n" },
	{ "pandoc's sub-title", "subtitle: S", "sub_title=S\n" },
	{ "markup in a title", "title: Introducing _presenterm_, **now**",
	  "title=Introducing presenterm, now\n" },
	{ "a title of two lines", "title: |\n  a\n  b", "title=a b\n" },
	{ "an empty title", "title:\n", "" },
	{ "capitals", "Title: T\nAUTHOR: A", "title=T\nauthor=A\n" },
	{ "several authors", "authors: [A, 'B C', '']", "author=A, B C\n" },
	{ "authors as maps",
	  "author:\n- name: A\n  affiliation: X\n- name: B\n",
	  "author=A, B\n" },
	{ "authors by two keys", "authors: [A, B]\nauthor: C",
	  "author=A, B\n" },
	{ "an author after no author", "author:\nauthors:\n- A", "author=A\n" },
	{ "a date", "date: 2024-05-01", "date=2024-05-01\n" },
	{ "a date's pattern", "date: MMMM dd, YYYY", "" },
	{ "a pattern among words", "date: on MM/dd", "date=on MM/dd\n" },
	{ "a day and a pattern", "date: 1 MMMM", "date=1 MMMM\n" },
	{ "a month", "date: May", "date=May\n" },
	{ "width", "width: 60", "width=60\n" },
	{ "a width that is none", "width: 100%", "1:1 value width\n" },
	{ "presenterm",
	  "options:\n  implicit_slide_ends: true\n"
	  "  end_slide_shorthand: yes\n  h1_slide_titles: true\n"
	  "  command_prefix: \"cmd:\"\n  incremental_lists: true\n"
	  "  incremental_tables: true\n  list_item_newlines: 2\n"
	  "  strict_front_matter_parsing: false\n"
	  "  image_attributes_prefix: i\n  auto_render_languages: [a]\n"
	  "theme:\n  override:\n    default: {margin: {percent: 8}}\n",
	  "incremental_lists=1\nincremental_tables=1\nitem_space=1\n"
	  "implicit_slide_ends=1\nend_slide_shorthand=1\n"
	  "h1_slide_titles=1\ncommand_prefix=cmd:\n" },
	{ "one line end between items", "options: {list_item_newlines: 1}",
	  "" },
	{ "patat",
	  "patat:\n  wrap: true\n  incrementalLists: true\n"
	  "  slideLevel: 2\n  slideNumber: false\n"
	  "  margins:\n    left: auto\n  eval:\n    ruby:\n"
	  "      command: irb\n  theme: {emph: [vividBlue]}\n",
	  "joins_lines=1\nincremental_lists=1\nno_numbers=1\n"
	  "slide_level=2\n" },
	{ "wrapping at a column", "patat: {wrap: 40}",
	  "width=40\njoins_lines=1\n" },
	{ "no wrapping", "patat: {wrap: false}", "" },
	{ "odd wrapping", "patat: {wrap: maybe}", "1:9 value patat.wrap\n" },
	{ "lookatme", "styles:\n  style: monokai\nextensions: [qrcode]", "" },
	{ "slides", "theme: ascii\npaging: Slide %d / %d", "" },
	{ "Marp", "marp: true\npaginate: true\n_class: lead\nsize: 16:9", "" },
	{ "Marp's divider", "headingDivider: [1, 3, 2]", "slide_level=3\n" },
	{ "a map with nothing in it", "patat:\noptions: {}\n", "" },
	{ "a map that is none", "patat: all", "1:1 value patat\n" },
	{ "unknown keys", "titel: T\npatat:\n  wrp: 1\noptions: {x: {y: z}}",
	  "1:1 key titel\n3:3 key patat.wrp\n4:15 key options.x.y\n" },
	{ "an unknown map", "a:\n  b: c\n  d: [e, f]\ng: h",
	  "2:3 key a\n4:1 key g\n" },
	{ "values that are none",
	  "options: {incremental_lists: 2, list_item_newlines: 0}\n"
	  "patat: {slideLevel: 7, slideNumber: x}",
	  "1:11 value options.incremental_lists\n"
	  "1:33 value options.list_item_newlines\n"
	  "2:9 value patat.slideLevel\n2:24 value patat.slideNumber\n" },
	{ "the first of two", "width: 60\nwidth: 70\ntitle: a\ntitle: b",
	  "title=a\nwidth=60\n" },
};

static void reads_decks(void **state)
{
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(deck_cases); i++) {
		struct deck deck = { 0 };
		struct arena arena = { 0 };
		struct remarks remarks = { 0 };
		struct front front;
		struct buf got = { 0 };
		front_read_bare(&front, &arena, str_of(deck_cases[i].source), 1,
				&remarks);
		settings_read_deck(&deck, &front);
		arena_release(&arena);
		put_deck(&got, &deck);
		expect_text(&expect, deck_cases[i].name, deck_cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		arena_release(&deck.arena);
	}
	expect_done(&expect);
}

static void keeps_what_is_there(void **state)
{
	struct deck deck = { .title = STR("a"), .author = STR("b") };
	struct arena arena = { 0 };
	struct remarks remarks = { 0 };
	struct front front;
	struct buf got = { 0 };
	struct expect expect = { 0 };

	(void)state;
	front_read_bare(&front, &arena, str_of("title: c\nauthor: d\ndate: e"),
			1, &remarks);
	settings_read_deck(&deck, &front);
	put_deck(&got, &deck);
	expect_text(&expect, "texts", "title=a\nauthor=b\ndate=e\n",
		    buf_str(&got));
	buf_release(&got);
	arena_release(&deck.arena);
	arena_release(&arena);
	expect_done(&expect);
}

static void reads_slides(void **state)
{
	static const struct settings_case cases[] = {
		{ "nothing", "", "joins_lines=1\n" },
		{ "wrap", "wrap: false", "" },
		{ "a column", "wrap: 30\nmargins:\n  left: 4",
		  "width=30\njoins_lines=1\n" },
		{ "lists", "incrementalLists: yes",
		  "joins_lines=1\nincremental_lists=1\n" },
		{ "unknown", "patat.wrap: 30\ntitle: a\nmargin: 3",
		  "joins_lines=1\n1:1 key patat\n2:1 key title\n"
		  "3:1 key margin\n" },
		{ "a transition",
		  "transition:\n  type: dissolve\n  duration: 2",
		  "joins_lines=1\ntransition=4\n" },
		{ "wrong", "slideNumber: 3",
		  "joins_lines=1\n1:1 value slideNumber\n" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct settings settings = { .joins_lines = true };
		struct slide slide = { 0 };
		struct arena arena = { 0 };
		struct front front;
		struct buf got = { 0 };
		front_read_bare(&front, &arena, str_of(cases[i].source), 1,
				&slide.remarks);
		settings_read_slide(&settings, &front, &slide, &arena);
		put_settings(&got, &settings);
		put_remarks(&got, &slide.remarks);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		arena_release(&arena);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_decks),
		cmocka_unit_test(keeps_what_is_there),
		cmocka_unit_test(reads_slides),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
