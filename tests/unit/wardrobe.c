/* SPDX-License-Identifier: MIT */
/*
 * Whose word counts, when it is about the theme.
 */
#include "present/wardrobe.h"

#include "slide/read.h"
#include "support/folder.h"
#include "support/unit.h"

static void read(struct deck *deck, const char *text)
{
	struct deck_options options = { .path = "deck.md" };
	struct buf source = { 0 };

	buf_put_text(&source, text);
	read_deck(deck, &source, &options);
}

static void the_user_the_deck_the_terminal(void **state)
{
	static const struct {
		const char *name, *wish;
		bool invert;
		const char *deck;
		enum ground ground;
		const char *want;
		bool opaque, trouble;
	} cases[] = {
		{ "nobody", NULL, false, "x\n", GROUND_UNKNOWN, "dark", false,
		  false },
		{ "a dark terminal", NULL, false, "x\n", GROUND_DARK, "dark",
		  false, false },
		{ "a light one", NULL, false, "x\n", GROUND_LIGHT, "light",
		  false, false },
		{ "inverted", NULL, true, "x\n", GROUND_UNKNOWN, "paper", false,
		  false },
		{ "the user", "ocean", true, "%theme: sand\n", GROUND_LIGHT,
		  "ocean", true, false },
		{ "the user's dark one on a light ground", "dark", false, "x\n",
		  GROUND_LIGHT, "dark", true, false },
		{ "the deck", NULL, true, "%theme: sand\n\nx\n", GROUND_LIGHT,
		  "sand", false, false },
		{ "the deck's front matter", NULL, false,
		  "---\ntheme: sand\n---\n\nx\n", GROUND_UNKNOWN, "sand", false,
		  false },
		{ "an unknown one", NULL, false, "%theme: neon\n\nx\n",
		  GROUND_LIGHT, "light", false, true },
		{ "somebody else's", NULL, false,
		  "---\ntheme: seriph\n---\n\nx\n", GROUND_UNKNOWN, "dark",
		  false, false },
		{ "another presenter's", NULL, false,
		  "---\ntheme: light\nmarp: true\n---\n\nx\n", GROUND_UNKNOWN,
		  "dark", false, false },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct theme_wishes wishes = { .name = cases[i].wish,
					       .invert = cases[i].invert };
		struct wardrobe wardrobe;
		struct error error = { "" };
		struct deck deck;
		read(&deck, cases[i].deck);
		assert_true(wardrobe_open(&wardrobe, &wishes, &deck, &error));
		wardrobe_use(&wardrobe, &deck, cases[i].ground);
		expect_text(&expect, cases[i].name, cases[i].want,
			    str_of(wardrobe.theme.name));
		expect_int(&expect, cases[i].name, cases[i].opaque,
			   wardrobe.look.opaque);
		expect_int(&expect, cases[i].name, cases[i].trouble,
			   wardrobe.trouble.text[0] != '\0');
		wardrobe_close(&wardrobe);
		deck_release(&deck);
	}
	expect_done(&expect);
}

static void the_user_is_told_at_once(void **state)
{
	struct theme_wishes wishes = { .name = "neon" };
	struct wardrobe wardrobe;
	struct error error = { "" };
	struct deck deck;

	(void)state;
	read(&deck, "x\n");
	assert_false(wardrobe_open(&wardrobe, &wishes, &deck, &error));
	assert_true(str_starts(str_of(error.text), BYTES("neon: not a theme")));
	deck_release(&deck);
}

/* The user's usual one gives way to the deck's. */
static void the_usual_one(void **state)
{
	static const struct {
		const char *usual, *deck, *want;
	} cases[] = {
		{ "ocean", "x\n", "ocean" },
		{ "ocean", "%theme: sand\n\nx\n", "sand" },
		{ "ocean", "%theme: neon\n\nx\n", "ocean" },
		{ "neon", "x\n", NULL },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct theme_wishes wishes = { .usual = cases[i].usual };
		struct wardrobe wardrobe;
		struct error error = { "" };
		struct deck deck;
		read(&deck, cases[i].deck);
		bool ok = wardrobe_open(&wardrobe, &wishes, &deck, &error);
		expect_int(&expect, cases[i].deck, cases[i].want != NULL, ok);
		if (ok)
			expect_text(&expect, cases[i].deck, cases[i].want,
				    str_of(wardrobe.theme.name));
		wardrobe_close(&wardrobe);
		deck_release(&deck);
	}
	expect_done(&expect);
}

static void what_is_chosen_stays(void **state)
{
	struct theme_wishes wishes = { .name = "sand" };
	struct wardrobe wardrobe;
	struct error error = { "" };
	struct deck deck;

	(void)state;
	read(&deck, "%theme: ocean\n\nx\n");
	assert_true(wardrobe_open(&wardrobe, &wishes, &deck, &error));
	wardrobe_wear(&wardrobe, themes_find(BYTES("mono")));
	assert_false(wardrobe_use(&wardrobe, &deck, GROUND_DARK));
	assert_string_equal(wardrobe.theme.name, "mono");
	wardrobe_wear(&wardrobe, 1000);
	assert_string_equal(wardrobe.theme.name, "mono");
	wardrobe_close(&wardrobe);
	deck_release(&deck);
}

/* A file that is saved is put on; one with a fault in it is not. */
static void files_are_read_again(void **state)
{
	struct theme_wishes wishes = { .name = "./own.theme" };
	struct wardrobe wardrobe;
	struct error error = { "" };
	struct deck deck;
	const struct shade *title;

	(void)state;
	read(&deck, "x\n");
	folder_put("own.theme", BYTES("[roles]\ntitle = 17\n"));
	assert_true(wardrobe_open(&wardrobe, &wishes, &deck, &error));
	title = &wardrobe.theme.roles[ROLE_TITLE].shades.text;
	assert_int_equal(title->colour, 17);
	assert_false(wardrobe_use(&wardrobe, &deck, GROUND_UNKNOWN));

	folder_put("own.theme", BYTES("[roles]\ntitle = 18\n"));
	assert_true(wardrobe_use(&wardrobe, &deck, GROUND_UNKNOWN));
	assert_int_equal(title->colour, 18);

	folder_put("own.theme", BYTES("[roles]\ntitle =\nx"));
	assert_false(wardrobe_use(&wardrobe, &deck, GROUND_UNKNOWN));
	assert_int_equal(title->colour, 18);
	assert_true(wardrobe.trouble.text[0] != '\0');

	folder_put("own.theme", BYTES("[roles]\ntitle = 18\n"));
	assert_false(wardrobe_use(&wardrobe, &deck, GROUND_UNKNOWN));
	assert_int_equal(wardrobe.trouble.text[0], '\0');
	wardrobe_close(&wardrobe);
	deck_release(&deck);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_user_the_deck_the_terminal),
		cmocka_unit_test(the_user_is_told_at_once),
		cmocka_unit_test(the_usual_one),
		cmocka_unit_test(what_is_chosen_stays),
		cmocka_unit_test_setup_teardown(files_are_read_again,
						folder_enter, folder_leave),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
