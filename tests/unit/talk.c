/* SPDX-License-Identifier: MIT */
/*
 * The talk as lists of keys: where it is after them, and what the outside has
 * to do.
 */
#include "present/talk.h"

#include <string.h>

#include "support/unit.h"

/*
 * A deck of 4 slides; slide 2 has 3 views, all others one; the help has 2.
 * Keys are letters; a pause is "_", as long as the number is waited for.
 */
enum { SLIDES = 4 };

static const struct {
	char key;
	enum action action;
} keys[] = {
	{ '>', ACTION_NEXT },	    { '<', ACTION_PREVIOUS },
	{ 'n', ACTION_NEXT_SLIDE }, { 'p', ACTION_PREVIOUS_SLIDE },
	{ 'g', ACTION_FIRST },	    { 'G', ACTION_LAST },
	{ '\n', ACTION_ENTER },	    { 'b', ACTION_BLANK },
	{ 'e', ACTION_SHOW },	    { 'r', ACTION_RELOAD },
	{ 'l', ACTION_REPAINT },    { '?', ACTION_HELP },
	{ 'f', ACTION_FOLLOW },	    { 'i', ACTION_EDIT },
	{ 'z', ACTION_SUSPEND },    { 'q', ACTION_QUIT },
	{ 'x', ACTION_NONE },
};

struct session {
	struct talk talk;
	long long now;
	enum effect effect;
};

static void fit(struct talk *talk)
{
	talk_fit(talk, talk->slide == 2 ? 3 : 1);
	talk_fit_help(talk, 2);
}

static void press(struct session *session, char key)
{
	enum action action = ACTION_DIGIT;

	session->now += 10;
	if (key == '_') {
		session->now += TALK_TYPED_MS;
		session->effect = talk_tick(&session->talk, session->now);
		fit(&session->talk);
		return;
	}
	for (size_t i = 0; i < COUNT(keys); i++) {
		if (keys[i].key == key)
			action = keys[i].action;
	}
	session->effect =
		talk_apply(&session->talk, action, key - '0', session->now);
	fit(&session->talk);
}

/* "slide.view", what stands in front of it, and the last effect. */
static void put_session(const struct session *session, struct buf *out)
{
	static const char *const effects[] = {
		[EFFECT_NONE] = "",
		[EFFECT_DRAW] = " draw",
		[EFFECT_REPAINT] = " repaint",
		[EFFECT_RELOAD] = " reload",
		[EFFECT_EDIT] = " edit",
		[EFFECT_FOLLOW] = " follow",
		[EFFECT_SUSPEND] = " suspend",
		[EFFECT_QUIT] = " quit",
	};
	const struct talk *talk = &session->talk;

	buf_printf(out, "%d.%d", talk->slide, talk->view);
	if (talk->blank)
		buf_put_text(out, " blank");
	if (talk->help)
		buf_printf(out, " help%d", talk->help_view);
	if (talk->typed)
		buf_printf(out, " typed%d", talk->typed);
	buf_put_text(out, effects[session->effect]);
}

static const struct {
	const char *name, *keys, *want;
} talks[] = {
	{ "begins", "", "1.0" },
	{ "next", ">", "2.0 draw" },
	{ "next views", ">>>", "2.2 draw" },
	{ "next slide after the last view", ">>>>", "3.0 draw" },
	{ "next at the end", ">>>>>>", "4.0" },
	{ "Enter is next", "\n", "2.0 draw" },
	{ "previous", ">>>>>\n<", "3.0 draw" },
	{ "previous at the begin", "<", "1.0" },
	{ "previous slide is complete", ">>>><", "2.2 draw" },
	{ "previous views", ">>>><<", "2.1 draw" },
	{ "skip forth", ">n", "3.0 draw" },
	{ "skip back shows all", "nnp", "2.2 draw" },
	{ "skip back at the begin", "p", "1.0 draw" },
	{ "skip forth at the end", "Gn", "4.0 draw" },
	{ "first", ">>>>g", "1.0 draw" },
	{ "last", "G", "4.0 draw" },
	{ "a number", "3\n", "3.0 draw" },
	{ "a number being typed", "3", "1.0 typed3 draw" },
	{ "a number is taken after a while", "3_", "3.0 draw" },
	{ "two digits", "12", "1.0 typed12 draw" },
	{ "beyond the end is the last", "99\n", "4.0 draw" },
	{ "a leading zero is nothing", "0", "1.0" },
	{ "a zero behind", "10", "1.0 typed10 draw" },
	{ "a number and G", "3G", "3.0 draw" },
	{ "taken back", "12<", "1.0 typed1 draw" },
	{ "taken back to nothing", "1<", "1.0 draw" },
	{ "cancelled", "3e", "1.0 draw" },
	{ "another key drops it", "3>", "2.0 draw" },
	{ "g drops it, too", ">3g", "1.0 draw" },
	{ "a number goes to the first view", "2\n", "2.0 draw" },
	{ "blank", "b", "1.0 blank draw" },
	{ "blank and back", "bb", "1.0 draw" },
	{ "any key ends blank, and does nothing else", "b>", "1.0 draw" },
	{ "a digit ends blank", "b3", "1.0 draw" },
	{ "Esc ends blank", "be", "1.0 draw" },
	{ "help", "?", "1.0 help0 draw" },
	{ "help and back", "??", "1.0 draw" },
	{ "help pages", "?>", "1.0 help1 draw" },
	{ "help ends after its last page", "?>>", "1.0 draw" },
	{ "back in the help", "?><", "1.0 help0 draw" },
	{ "before the first page", "?<", "1.0 draw" },
	{ "Esc ends the help", "?e", "1.0 draw" },
	{ "help begins at its first page", "?>>?", "1.0 help0 draw" },
	{ "Esc does nothing else", ">e", "2.0 draw" },
	{ "repaint", ">l", "2.0 repaint" },
	{ "repaint keeps blank", "bl", "1.0 blank repaint" },
	{ "reload", ">>r", "2.1 reload" },
	{ "reload keeps help", "?r", "1.0 help0 reload" },
	{ "edit", ">>i", "2.1 edit" },
	{ "edit in blank", "bi", "1.0 blank edit" },
	{ "edit in help", "?i", "1.0 help0 edit" },
	{ "edit drops the number", "3i", "1.0 edit" },
	{ "follow", ">>f", "2.1 follow" },
	{ "follow in help", "?f", "1.0 help0 follow" },
	{ "suspend", "z", "1.0 suspend" },
	{ "suspend in blank", "bz", "1.0 blank suspend" },
	{ "quit", "q", "1.0 quit" },
	{ "quit in help", "?q", "1.0 help0 quit" },
	{ "an unbound key", "x", "1.0" },
	{ "an unbound key keeps the number", "3x", "1.0 typed3" },
	{ "an unbound key keeps blank", "bx", "1.0 blank" },
};

static void plays(void **state)
{
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(talks); i++) {
		struct session session = { .talk = talk_start(SLIDES, 1) };
		struct buf got = { 0 };
		fit(&session.talk);
		for (const char *key = talks[i].keys; *key; key++)
			press(&session, *key);
		put_session(&session, &got);
		expect_text(&expect, talks[i].name, talks[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

static void starts_in_range(void **state)
{
	(void)state;
	assert_int_equal(talk_start(3, 2).slide, 2);
	assert_int_equal(talk_start(3, 0).slide, 1);
	assert_int_equal(talk_start(3, -7).slide, 1);
	assert_int_equal(talk_start(3, 99).slide, 3);
	assert_int_equal(talk_start(1, 1).views, 1);
}

static void fits_keep_the_view_in_range(void **state)
{
	struct talk talk = talk_start(3, 1);

	(void)state;
	talk.view = TALK_LAST_VIEW;
	talk_fit(&talk, 5);
	assert_int_equal(talk.view, 4);
	talk_fit(&talk, 2);
	assert_int_equal(talk.view, 1);
	talk.help_view = 7;
	talk_fit_help(&talk, 3);
	assert_int_equal(talk.help_view, 2);
}

static void reload_keeps_the_place(void **state)
{
	struct talk talk = talk_start(10, 7);

	(void)state;
	talk_reload(&talk, 8, talk.slide);
	assert_int_equal(talk.slide, 7);
	talk_reload(&talk, 3, talk.slide);
	assert_int_equal(talk.slide, 3);
	talk_reload(&talk, 20, talk.slide);
	assert_int_equal(talk.slide, 3);
	assert_int_equal(talk.slides, 20);
}

static void shows_a_slide_whatever_is_in_front(void **state)
{
	struct talk talk = talk_start(9, 1);

	(void)state;
	talk_apply(&talk, ACTION_BLANK, 0, 0);
	talk_show(&talk, 4, 0);
	assert_false(talk.blank);
	assert_int_equal(talk.slide, 4);
	talk_apply(&talk, ACTION_HELP, 0, 0);
	talk_show(&talk, 10, TALK_LAST_VIEW);
	assert_false(talk.help);
	assert_int_equal(talk.slide, 9);
	talk_fit(&talk, 3);
	assert_int_equal(talk.view, 2);
	talk_apply(&talk, ACTION_DIGIT, 5, 0);
	talk_show(&talk, 0, 0);
	assert_int_equal(talk_timeout(&talk, 0), -1);
	assert_int_equal(talk.slide, 1);
}

static void waits_for_digits(void **state)
{
	struct talk talk = talk_start(50, 1);
	long long now = 5000000000LL; /* more ms than an int holds */

	(void)state;
	assert_int_equal(talk_timeout(&talk, now), -1);
	assert_int_equal(talk_tick(&talk, now), EFFECT_NONE);
	talk_apply(&talk, ACTION_DIGIT, 4, now);
	assert_int_equal(talk_timeout(&talk, now), TALK_TYPED_MS);
	assert_int_equal(talk_timeout(&talk, now + 1), TALK_TYPED_MS - 1);
	assert_int_equal(talk_tick(&talk, now + TALK_TYPED_MS - 1),
			 EFFECT_NONE);
	talk_apply(&talk, ACTION_DIGIT, 2, now + 900);
	assert_int_equal(talk_timeout(&talk, now + 900), TALK_TYPED_MS);
	assert_int_equal(talk_timeout(&talk, now + 90000), 0);
	assert_int_equal(talk_tick(&talk, now + 90000), EFFECT_DRAW);
	assert_int_equal(talk.slide, 42);
	assert_int_equal(talk_timeout(&talk, now + 90000), -1);
}

static void any_number_of_digits(void **state)
{
	struct talk talk = talk_start(5, 1);

	(void)state;
	for (int i = 0; i < 1000; i++) {
		talk_apply(&talk, ACTION_DIGIT, 9, i);
		assert_true(talk.typed > 0);
	}
	talk_apply(&talk, ACTION_ENTER, 0, 1000);
	assert_int_equal(talk.slide, 5);
}

/* Random keys: the talk is always somewhere. */
static void stays_in_range(void **state)
{
	struct session session = { .talk = talk_start(SLIDES, 1) };
	unsigned random = 7;

	(void)state;
	fit(&session.talk);
	for (int i = 0; i < 100000; i++) {
		static const char all[] = "><npgG\nberfl?zx0123456789_";
		random = random * 1103515245u + 12345u;
		press(&session, all[(random >> 16) % (sizeof(all) - 1)]);
		const struct talk *talk = &session.talk;
		assert_in_range(talk->slide, 1, SLIDES);
		assert_true(talk->view >= 0 && talk->view < talk->views);
		assert_true(talk->help_view >= 0 && talk->help_view < 2);
		assert_true(talk->typed >= 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plays),
		cmocka_unit_test(starts_in_range),
		cmocka_unit_test(fits_keep_the_view_in_range),
		cmocka_unit_test(reload_keeps_the_place),
		cmocka_unit_test(shows_a_slide_whatever_is_in_front),
		cmocka_unit_test(waits_for_digits),
		cmocka_unit_test(any_number_of_digits),
		cmocka_unit_test(stays_in_range),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
