/* SPDX-License-Identifier: MIT */
/*
 * The configuration file: where it is, what it may say, whose word counts, and
 * what a mistake in it costs.
 */
#include "app/defaults.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/cli.h"
#include "app/option.h"
#include "support/folder.h"
#include "support/unit.h"

static const char *const variables[] = { "HOME",	  "XDG_CONFIG_HOME",
					 "DECKLE_THEME",  "NO_COLOR",
					 "CLICOLOR",	  "COLORTERM",
					 "VISUAL",	  "EDITOR",
					 "CLICOLOR_FORCE" };

/* A home in the test's folder, and nothing said by the environment. */
static int enter(void **state)
{
	char here[512];

	if (folder_enter(state))
		return -1;
	for (size_t i = 0; i < COUNT(variables); i++)
		unsetenv(variables[i]);
	assert_non_null(getcwd(here, sizeof(here)));
	setenv("HOME", here, 1);
	folder_add(".config");
	folder_add(".config/deckle");
	return 0;
}

struct start {
	struct config config;
	char text[256];
	char *words[32];
	struct error error;
};

/* What the program does with a command line. */
static bool start(struct start *start, const char *line)
{
	int count = 0;

	*start = (struct start){ .text = "" };
	strcpy(start->text, line);
	for (char *word = strtok(start->text, " "); word;
	     word = strtok(NULL, " "))
		start->words[count++] = word;
	config_init(&start->config);
	return defaults_read(&start->config, count, start->words,
			     &start->error) &&
	       cli_parse(&start->config, count, start->words, &start->error);
}

/* What differs from the defaults. */
static void put_config(struct buf *out, const struct config *config)
{
	static const char *const numbers[] = { [NUMBER_OF_TOTAL] = "",
					       [NUMBER_ALONE] = " alone",
					       [NUMBER_NONE] = " none" };

	if (config->theme.name)
		buf_printf(out, " theme=%s", config->theme.name);
	if (config->theme.usual)
		buf_printf(out, " usual=%s", config->theme.usual);
	if (config->highlighter)
		buf_printf(out, " highlighter=%s", config->highlighter);
	if (strcmp(config->editor, "vi") != 0)
		buf_printf(out, " editor=%s", config->editor);
	for (int i = 0; i < config->deck.allowed_count; i++)
		buf_printf(out, " allowed=%s", config->allowed[i]);
	if (config->deck.dialect)
		buf_printf(out, " %s", dialect_name(config->deck.dialect));
	if (config->theme.most != DEPTH_256)
		buf_printf(out, " depth=%d", config->theme.most);
	if (config->transition)
		buf_printf(out, " transition=%d", config->transition);
	if (config->usual_transition)
		buf_printf(out, " usually=%d", config->usual_transition);
	buf_put_text(out, numbers[config->number]);
	buf_put_text(out, config->deck.arrows_literal ? " literal" : "");
	buf_put_text(out, config->no_motion ? " no-motion" : "");
	buf_put_text(out, config->stay ? " stay" : "");
	buf_put_text(out, config->watch ? " watch" : "");
	buf_put_text(out, config->watch_if_can ? " watch-if" : "");
	buf_put_text(out, config->theme.invert ? " invert" : "");
	buf_put_text(out, config->theme.look.opaque ? " opaque" : "");
	buf_put_text(out, config->theme.look.no_code ? " no-code" : "");
	if (config->trouble.text[0])
		buf_printf(out, " trouble: %s", config->trouble.text);
}

/* The file is `c`, so that it is named shortly. */
static void says(struct expect *expect, const char *file, const char *line,
		 const char *want)
{
	struct start started;
	struct buf got = { 0 };

	folder_put("c", str_of(file));
	expect_true(expect, file, start(&started, line));
	put_config(&got, &started.config);
	expect_text(expect, file, want, buf_str(&got));
	buf_release(&got);
	config_release(&started.config);
}

static void holds_options(void **state)
{
	static const struct {
		const char *file, *want;
	} cases[] = {
		{ "", "" },
		{ "# theme = ocean\n\n", "" },
		{ "theme = ocean\n", " usual=ocean" },
		{ "theme = ocean\ntheme = sand\n", " usual=sand" },
		{ "highlighter = c: bat -pf\n", " highlighter=c: bat -pf" },
		{ "editor = my editor --at {line}\n",
		  " editor=my editor --at {line}" },
		{ "allow-path = /a\nallow-path = b\n",
		  " allowed=/a allowed=b" },
		{ "dialect = marp\n", " marp" },
		{ "arrows = literal\n", " literal" },
		{ "color = never\n", " depth=0" },
		{ "color = auto\n", "" },
		{ "transition = fade\n", " usually=2" },
		{ "transition = none\n", " usually=1" },
		{ "no-motion = yes\n", " no-motion" },
		{ "noslidenum = yes\n", " none" },
		{ "noslidemax = yes\n", " alone" },
		{ "stay = yes\nwatch = yes\n", " stay watch-if" },
		{ "invert = yes\nnotrans = yes\nnocodebg = yes\n",
		  " invert opaque no-code" },
		{ "stay = yes\nstay = no\n", "" },
		{ "stay = no\n", "" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		says(&expect, cases[i].file, "deckle --config c a.md",
		     cases[i].want);
	expect_done(&expect);
}

/* Every option of the table that may stand there does. */
static void takes_all_switches(void **state)
{
	struct expect expect = { 0 };
	const struct option *option;
	int count = 0;

	(void)state;
	for (int i = 0; (option = option_at(i)) != NULL; i++) {
		struct start started;
		struct buf file = { 0 };
		if (!option->usual || option->argument)
			continue;
		count++;
		buf_printf(&file, "%s = yes\n%s = no\n", option->name,
			   option->name);
		folder_put("c", buf_str(&file));
		expect_true(&expect, option->name,
			    start(&started, "deckle --config c a.md"));
		expect_text(&expect, option->name, "",
			    str_of(started.config.trouble.text));
		config_release(&started.config);
		buf_release(&file);
	}
	assert_true(count > 5);
	expect_done(&expect);
}

static void the_command_line_counts_more(void **state)
{
	static const struct {
		const char *file, *line, *want;
	} cases[] = {
		{ "theme = ocean\n", "deckle --config c --theme sand",
		  " theme=sand usual=ocean" },
		{ "editor = a\n", "deckle --config c --editor b", " editor=b" },
		{ "color = never\n", "deckle --config c --color 16",
		  " depth=2" },
		{ "color = never\n", "deckle --config c --color auto", "" },
		{ "dialect = marp\n", "deckle --config=c --dialect auto", "" },
		{ "transition = fade\n", "deckle --config c --transition slide",
		  " transition=3 usually=2" },
		{ "stay = yes\nnoslidenum = yes\nno-motion = yes\n",
		  "deckle --stay=no --noslidenum=no --no-motion=no --config c",
		  "" },
		{ "watch = yes\n", "deckle --config c --watch=no", "" },
		{ "watch = yes\n", "deckle --config c -w", " watch" },
		{ "noslidemax = yes\n", "deckle -s --config c a.md", " none" },
		{ "allow-path = /a\n", "deckle --config c --allow-path b",
		  " allowed=/a allowed=b" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		says(&expect, cases[i].file, cases[i].line, cases[i].want);
	expect_done(&expect);
}

/* DECKLE_THEME is about deckle; the others are about all programs. */
static void the_environment(void **state)
{
	static const struct {
		const char *name, *value, *file, *want;
	} cases[] = {
		{ "DECKLE_THEME", "sand", "theme = ocean\n", " usual=sand" },
		{ "NO_COLOR", "1", "theme = ocean\n", " usual=ocean depth=0" },
		{ "NO_COLOR", "1", "color = always\n", "" },
		{ "NO_COLOR", "1", "color = auto\n", " depth=0" },
		{ "CLICOLOR", "0", "color = 256\n", "" },
		{ "EDITOR", "nano", "stay = yes\n", " editor=nano stay" },
		{ "EDITOR", "nano", "editor = kak\n", " editor=kak" },
		{ "VISUAL", "nano", "editor = kak\n", " editor=kak" },
		{ "DECKLE_HIGHLIGHTER", "a", "highlighter = b\n",
		  " highlighter=a" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		setenv(cases[i].name, cases[i].value, 1);
		says(&expect, cases[i].file, "deckle --config c a.md",
		     cases[i].want);
		unsetenv(cases[i].name);
	}
	expect_done(&expect);
}

/* All lines that are right hold. */
static void faults_are_told(void **state)
{
	static const struct {
		const char *file, *want;
	} cases[] = {
		{ "\nthme = ocean\nstay = yes\n",
		  " stay trouble: c:2: unknown key 'thme'" },
		{ "thme = a\nthem = b\n", " trouble: c:1: unknown key 'thme'" },
		{ "stay\n", " trouble: c:1: not of the form \"key = value\": "
			    "'stay'" },
		{ "[deckle]\nstay = yes\n",
		  " stay trouble: c:1: not of the form \"key = value\": "
		  "'[deckle]'" },
		{ "jump = 3\n", " trouble: c:1: only for the command line: "
				"'jump'" },
		{ "config = d\n", " trouble: c:1: only for the command line: "
				  "'config'" },
		{ "editor =\n", " trouble: c:1: there is no value for "
				"'editor'" },
		{ "editor = \" \"\n", " trouble: c:1: there is no value for "
				      "'editor'" },
		{ "editor = \x1b[m\n", " trouble: c:1: an odd value for "
				       "'editor'" },
		{ "\x1b = x\n", " trouble: c:1: unknown key '...'" },
		{ "stay = maybe\n", " trouble: c:1: stay: maybe: neither yes "
				    "nor no" },
		{ "transition = cube\n",
		  " trouble: c:1: transition: cube: neither none, fade, slide "
		  "nor dissolve" },
		{ "theme = no/such.theme\nstay = yes\n",
		  " stay trouble: c:1: theme: no/such.theme: No such file or "
		  "directory" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		says(&expect, cases[i].file, "deckle --config c a.md",
		     cases[i].want);
	expect_done(&expect);
}

static void is_found(void **state)
{
	static const struct {
		const char *dir; /* XDG_CONFIG_HOME, below the home, or NULL */
		const char *words, *want;
	} cases[] = {
		{ NULL, "", " stay" },
		{ "/xdg", "", " watch-if" },
		{ "/none", "", "" },
		{ NULL, "--config mine", " none" },
		{ NULL, "--config /dev/null", "" },
	};
	struct expect expect = { 0 };

	(void)state;
	folder_add("xdg");
	folder_add("xdg/deckle");
	folder_put(".config/deckle/config", BYTES("stay = yes\n"));
	folder_put("xdg/deckle/config", BYTES("watch = yes\n"));
	folder_put("mine", BYTES("noslidenum = yes\n"));
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf text = { 0 };
		struct start started;
		if (cases[i].dir)
			buf_printf(&text, "%s%s", getenv("HOME"), cases[i].dir);
		buf_put_byte(&text, '\0');
		setenv("XDG_CONFIG_HOME", text.ptr, 1);
		buf_clear(&text);
		buf_printf(&text, "deckle %s", cases[i].words);
		buf_put_byte(&text, '\0');
		expect_true(&expect, cases[i].want, start(&started, text.ptr));
		buf_clear(&text);
		put_config(&text, &started.config);
		expect_text(&expect, cases[i].words, cases[i].want,
			    buf_str(&text));
		config_release(&started.config);
		buf_release(&text);
	}
	/* What is no absolute path is passed over. */
	setenv("XDG_CONFIG_HOME", "xdg", 1);
	struct start started;
	expect_true(&expect, "relative", start(&started, "deckle"));
	expect_true(&expect, "relative", started.config.stay);
	config_release(&started.config);
	expect_done(&expect);
}

/* Without a home there is nowhere to look. */
static void needs_no_home(void **state)
{
	struct start started;

	(void)state;
	unsetenv("HOME");
	assert_true(start(&started, "deckle"));
	assert_string_equal(started.config.trouble.text, "");
	config_release(&started.config);
}

static void cannot_be_read(void **state)
{
	struct start started;

	(void)state;
	assert_false(start(&started, "deckle --config none"));
	assert_string_equal(started.error.text,
			    "none: No such file or directory");
	config_release(&started.config);
	assert_int_equal(mkdir(".config/deckle/config", 0700), 0);
	assert_true(start(&started, "deckle"));
	assert_non_null(strstr(started.config.trouble.text, "deckle/config"));
	config_release(&started.config);
}

/* Asked for help, or to control a talk: nobody waits for a file. */
static void is_not_always_read(void **state)
{
	static const char *const lines[] = {
		"deckle --config none --help",	 "deckle -v --config none",
		"deckle check --list-warnings",	 "deckle remote next",
		"deckle --config none check -h",
	};

	(void)state;
	folder_put(".config/deckle/config", BYTES("thme = a\nstay = yes\n"));
	for (size_t i = 0; i < COUNT(lines); i++) {
		struct start started;
		assert_true(start(&started, lines[i]));
		assert_string_equal(started.config.trouble.text, "");
		assert_false(started.config.stay);
		config_release(&started.config);
	}
}

/* Paths are named from the file's folder on. */
static void paths_are_its_own(void **state)
{
	char want[600];
	struct start started;
	struct config *config = &started.config;

	(void)state;
	folder_put(".config/deckle/own.theme", BYTES("[theme]\n"));
	folder_put(".config/deckle/config",
		   BYTES("theme = own.theme\nallow-path = parts\n"
			 "allow-path = ~/talks\nallow-path = /all\n"));
	assert_true(start(&started, "deckle"));
	assert_string_equal(config->trouble.text, "");
	snprintf(want, sizeof(want), "%s/.config/deckle/own.theme",
		 getenv("HOME"));
	assert_string_equal(config->theme.usual, want);
	snprintf(want, sizeof(want), "%s/.config/deckle/parts", getenv("HOME"));
	assert_string_equal(config->allowed[0], want);
	snprintf(want, sizeof(want), "%s/talks", getenv("HOME"));
	assert_string_equal(config->allowed[1], want);
	assert_string_equal(config->allowed[2], "/all");
	config_release(config);
}

#define TEST(function) \
	cmocka_unit_test_setup_teardown(function, enter, folder_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(holds_options),
		TEST(takes_all_switches),
		TEST(the_command_line_counts_more),
		TEST(the_environment),
		TEST(faults_are_told),
		TEST(is_found),
		TEST(needs_no_home),
		TEST(cannot_be_read),
		TEST(is_not_always_read),
		TEST(paths_are_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
