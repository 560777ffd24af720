/* SPDX-License-Identifier: MIT */
/*
 * The command line: every option, and every way to get it wrong.
 */
#include "app/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/unit.h"

/* A command line, which has to live as long as what was made of it. */
struct line {
	char text[512];
	char *words[64];
};

/* Parse words that are separated by single blanks. */
static bool parse(struct config *config, const char *text, struct error *error,
		  struct line *line)
{
	int count = 0;

	*line = (struct line){ 0 };
	strcpy(line->text, text);
	for (char *word = strtok(line->text, " "); word;
	     word = strtok(NULL, " "))
		line->words[count++] = word;
	config_init(config);
	return cli_parse(config, count, line->words, error);
}

static void put_lists(const struct config *config, struct buf *out)
{
	for (int i = 1; i < config->path_count; i++)
		buf_printf(out, " %s", config->paths[i]);
	for (int i = 0; i < config->size_count; i++)
		buf_printf(out, " %dx%d", config->sizes[i].cols,
			   config->sizes[i].rows);
	for (int i = 0; i < REMARK_COUNT; i++) {
		if (config->ignored[i])
			buf_printf(out, " no-%s",
				   remark_name((enum remark_kind)i));
	}
	for (int i = 0; i < config->deck.allowed_count; i++)
		buf_printf(out, " allowed=%s", config->deck.allowed[i]);
}

static void put_remote(const struct remote_options *remote, struct buf *out)
{
	if (remote->deck)
		buf_printf(out, " deck=%s", remote->deck);
	if (remote->list)
		buf_put_text(out, " list");
	else
		buf_printf(out, " %s", request_word(remote->request.kind));
	if (remote->request.number)
		buf_printf(out, " %d", remote->request.number);
	if (remote->file)
		buf_printf(out, " file=%s", remote->file);
}

/* What differs from the defaults, as words. */
static void put_config(const struct config *config, struct buf *out)
{
	static const char *const commands[] = {
		[COMMAND_PRESENT] = "present",
		[COMMAND_PREVIEW] = "preview",
		[COMMAND_FOLLOW] = "follow",
		[COMMAND_EXPORT] = "export",
		[COMMAND_CHECK] = "check",
		[COMMAND_THEMES] = "themes",
		[COMMAND_REMOTE] = "remote",
		[COMMAND_HELP] = "help",
		[COMMAND_VERSION] = "version",
		[COMMAND_LIST_DIRECTIVES] = "directives",
		[COMMAND_LIST_WARNINGS] = "warnings",
	};
	static const char *const numbers[] = {
		[NUMBER_OF_TOTAL] = "",
		[NUMBER_ALONE] = " alone",
		[NUMBER_NONE] = " none",
	};

	buf_printf(out, "%s %s", commands[config->command], config->path);
	if (config->output)
		buf_printf(out, " output=%s", config->output);
	if (config->slides)
		buf_printf(out, " slides=%s", config->slides);
	if (strcmp(config->editor, "vi") != 0)
		buf_printf(out, " editor=%s", config->editor);
	if (config->highlighter)
		buf_printf(out, " highlighter=%s", config->highlighter);
	put_lists(config, out);
	if (config->command == COMMAND_REMOTE)
		put_remote(&config->remote, out);
	if (config->deck.dialect != DIALECT_AUTO)
		buf_printf(out, " %s", dialect_name(config->deck.dialect));
	buf_put_text(out, config->deck.arrows_literal ? " literal" : "");
	buf_put_text(out, config->format == FORMAT_JSON ? " json" : "");
	if (config->jump)
		buf_printf(out, " jump=%d", config->jump);
	buf_put_text(out, numbers[config->number]);
	if (config->file)
		buf_printf(out, " config=%s", config->file);
	if (config->from)
		buf_printf(out, " from=%s", config->from);
	buf_put_text(out, config->watch ? " watch" : "");
	buf_put_text(out, config->stay ? " stay" : "");
	buf_put_text(out, config->steps ? " steps" : "");
	buf_put_text(out, config->form_feed ? " form-feed" : "");
	buf_put_text(out, config->big ? " big" : "");
	if (config->transition)
		buf_printf(out, " transition=%d", config->transition);
	buf_put_text(out, config->no_motion ? " no-motion" : "");
	buf_put_text(out, config->remarks ? " remarks" : "");
	buf_put_text(out, config->theme.invert ? " invert" : "");
	buf_put_text(out, config->theme.look.opaque ? " opaque" : "");
	buf_put_text(out, config->theme.look.no_code ? " no-code" : "");
	if (config->theme.name)
		buf_printf(out, " theme=%s", config->theme.name);
	if (config->theme.most != DEPTH_256)
		buf_printf(out, " depth=%d", (int)config->theme.most);
}

static void parses(void **state)
{
	static const struct {
		const char *line, *want;
	} cases[] = {
		{ "deckle", "present -" },
		{ "deckle a.md", "present a.md" },
		{ "deckle -", "present -" },
		{ "deckle -c a.md", "present a.md no-code" },
		{ "deckle --nocodebg a.md", "present a.md no-code" },
		{ "deckle -d a.md", "present a.md remarks" },
		{ "deckle --theme ocean a.md", "present a.md theme=ocean" },
		{ "deckle a.md --theme=./own.theme",
		  "present a.md theme=./own.theme" },
		{ "deckle themes", "themes -" },
		{ "deckle themes --color 16", "themes - depth=2" },
		{ "deckle --color=never a.md", "present a.md depth=0" },
		{ "deckle --debug a.md", "present a.md remarks" },
		{ "deckle -e -f a.md", "present a.md no-motion" },
		{ "deckle --expand --nofade a.md", "present a.md no-motion" },
		{ "deckle -f a.md", "present a.md no-motion" },
		{ "deckle --no-motion a.md", "present a.md no-motion" },
		{ "deckle --stay=yes a.md", "present a.md stay" },
		{ "deckle --stay --stay=no a.md", "present a.md" },
		{ "deckle -cit --invert=no --notrans=no --nocodebg=no a.md",
		  "present a.md" },
		{ "deckle -fw --no-motion=no --watch=no a.md", "present a.md" },
		{ "deckle -s --noslidenum=no a.md", "present a.md" },
		{ "deckle -s --noslidemax=no a.md", "present a.md none" },
		{ "deckle -x --noslidemax=no a.md", "present a.md" },
		{ "deckle --config b a.md", "present a.md config=b" },
		{ "deckle --transition fade a.md",
		  "present a.md transition=2" },
		{ "deckle --transition=none a.md",
		  "present a.md transition=1" },
		{ "deckle -h", "help -" },
		{ "deckle --help", "help -" },
		{ "deckle -i a.md", "present a.md invert" },
		{ "deckle --invert a.md", "present a.md invert" },
		{ "deckle -j 3 a.md", "present a.md jump=3" },
		{ "deckle -j3 a.md", "present a.md jump=3" },
		{ "deckle --jump 3 a.md", "present a.md jump=3" },
		{ "deckle --jump=3 a.md", "present a.md jump=3" },
		{ "deckle -w a.md", "present a.md watch" },
		{ "deckle --watch --stay a.md", "present a.md watch stay" },
		{ "deckle preview a.md", "preview a.md" },
		{ "deckle follow a.md", "follow a.md" },
		{ "deckle follow --from - a.md", "follow a.md from=-" },
		{ "deckle preview --stay -j 2 a.md",
		  "preview a.md jump=2 stay" },
		{ "deckle -s a.md", "present a.md none" },
		{ "deckle --noslidenum a.md", "present a.md none" },
		{ "deckle -t a.md", "present a.md opaque" },
		{ "deckle --notrans a.md", "present a.md opaque" },
		{ "deckle -v", "version -" },
		{ "deckle --version", "version -" },
		{ "deckle -x a.md", "present a.md alone" },
		{ "deckle --noslidemax a.md", "present a.md alone" },
		{ "deckle -cit a.md", "present a.md invert opaque no-code" },
		{ "deckle -ij5 a.md", "present a.md jump=5 invert" },
		{ "deckle a.md -i", "present a.md invert" },
		{ "deckle -- -i", "present -i" },
		{ "deckle -- export", "present export" },
		{ "deckle export", "export -" },
		{ "deckle export a.md", "export a.md" },
		{ "deckle export -o out a.md", "export a.md output=out" },
		{ "deckle export --output=out a.md", "export a.md output=out" },
		{ "deckle export --size 40x12 a.md", "export a.md 40x12" },
		{ "deckle export --size=1x1 a.md", "export a.md 1x1" },
		{ "deckle export --slides 2,5-7 a.md",
		  "export a.md slides=2,5-7" },
		{ "deckle export --steps --form-feed a.md",
		  "export a.md steps form-feed" },
		{ "deckle export --big a.md", "export a.md big" },
		{ "deckle --editor nano a.md", "present a.md editor=nano" },
		{ "deckle --highlighter=cat follow a.md",
		  "follow a.md highlighter=cat" },
		{ "deckle --highlighter= a.md", "present a.md highlighter=" },
		{ "deckle --editor={file}:{line} a.md",
		  "present a.md editor={file}:{line}" },
		{ "deckle export -d a.md", "export a.md remarks" },
		{ "deckle export --help", "help -" },
		{ "deckle --help export", "help -" },
		{ "deckle present a.md", "present a.md" },
		{ "deckle present export", "present export" },
		{ "deckle --dialect marp a.md", "present a.md marp" },
		{ "deckle export --dialect=Auto a.md", "export a.md" },
		{ "deckle --arrows literal a.md", "present a.md literal" },
		{ "deckle --allow-path b --allow-path c/d a.md",
		  "present a.md allowed=b allowed=c/d" },
		{ "deckle check", "check -" },
		{ "deckle check -", "check -" },
		{ "deckle check a.md", "check a.md" },
		{ "deckle check a.md -s b.md -- -c",
		  "check a.md b.md -c none" },
		{ "deckle check a.md check", "check a.md check" },
		{ "deckle check --size 80x24 --size 40x12 a.md",
		  "check a.md 80x24 40x12" },
		{ "deckle check --no pages --no=idle-stop a.md",
		  "check a.md no-idle-stop no-pages" },
		{ "deckle check --format json a.md", "check a.md json" },
		{ "deckle check --format=text a.md", "check a.md" },
		{ "deckle check --list-directives", "directives -" },
		{ "deckle check --list-warnings", "warnings -" },
		{ "deckle check --list-warnings --size 1x1 a.md",
		  "warnings a.md 1x1" },
		{ "deckle remote next", "remote - next" },
		{ "deckle remote goto 7", "remote - goto 7" },
		{ "deckle remote goto -- 7", "remote - goto 7" },
		{ "deckle remote line 7 a.md", "remote - line 7 file=a.md" },
		{ "deckle remote --deck a.md next", "remote - deck=a.md next" },
		{ "deckle remote next --deck=a.md", "remote - deck=a.md next" },
		{ "deckle remote --list", "remote - list" },
		{ "deckle remote --help", "help -" },
		{ "deckle remote -v", "version -" },
		{ "deckle -- remote", "present remote" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct line line;
		struct config config;
		struct error error = { "" };
		struct buf got = { 0 };
		expect_true(&expect, cases[i].line,
			    parse(&config, cases[i].line, &error, &line));
		put_config(&config, &got);
		expect_text(&expect, cases[i].line, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

static void refuses(void **state)
{
	static const struct {
		const char *line, *want;
	} cases[] = {
		{ "deckle a.md b.md", "b.md: one deck at a time, after a.md" },
		{ "deckle -y", "-y: unknown option (see --help)" },
		{ "deckle -iy", "-y: unknown option (see --help)" },
		{ "deckle --why", "--why: unknown option (see --help)" },
		{ "deckle --inver", "--inver: unknown option (see --help)" },
		{ "deckle -j", "--jump: N is missing (see --help)" },
		{ "deckle --jump", "--jump: N is missing (see --help)" },
		{ "deckle --jump=", ": not the number of a slide" },
		{ "deckle -j x", "x: not the number of a slide" },
		{ "deckle -j 0", "0: not the number of a slide" },
		{ "deckle -j 3x", "3x: not the number of a slide" },
		{ "deckle -j 99999999999",
		  "99999999999: not the number of a slide" },
		{ "deckle --debug=yes", "--debug: takes no argument" },
		{ "deckle --invert=on", "on: neither yes nor no" },
		{ "deckle --config", "--config: FILE is missing (see --help)" },
		{ "deckle --config -", "--config: not from standard input" },
		{ "deckle remote --config a next",
		  "--config: an option of deckle present, preview, follow, "
		  "export, check or themes" },
		{ "deckle --editor",
		  "--editor: COMMAND is missing (see --help)" },
		{ "deckle --editor=", "--editor: COMMAND is empty" },
		{ "deckle export --highlighter cat",
		  "--highlighter: an option of deckle present, preview or "
		  "follow" },
		{ "deckle check --editor vi",
		  "--editor: an option of deckle present, preview or follow" },
		{ "deckle -o out", "-o: an option of deckle export" },
		{ "deckle present --steps",
		  "--steps: an option of deckle export" },
		{ "deckle check --steps",
		  "--steps: an option of deckle export" },
		{ "deckle --size 80x24",
		  "--size: an option of deckle preview, export or check" },
		{ "deckle export --no pages",
		  "--no: an option of deckle check" },
		{ "deckle themes a.md", "a.md: deckle themes takes no deck" },
		{ "deckle --color blue a.md",
		  "blue: neither auto, always, never, 24bit, 256, 16, 8 nor "
		  "mono" },
		{ "deckle export a.md b.md",
		  "b.md: one deck at a time, after a.md" },
		{ "deckle --transition cube a.md",
		  "cube: neither none, fade, slide nor dissolve" },
		{ "deckle --dialect mpd",
		  "mpd: not a dialect (auto, mdp, markdown, presenterm, patat, "
		  "lookatme, slides, marp, reveal, remark, slidev, pandoc)" },
		{ "deckle --arrows up", "up: arrows can only be literal" },
		{ "deckle check --no page",
		  "page: not a warning (see --list-warnings)" },
		{ "deckle check --format xml", "xml: neither text nor json" },
		{ "deckle export --size 80", "80: not a size like 80x24" },
		{ "deckle export --size 0x24", "0x24: not a size like 80x24" },
		{ "deckle export --size 80x0", "80x0: not a size like 80x24" },
		{ "deckle export --size x", "x: not a size like 80x24" },
		{ "deckle export --size 80x24x",
		  "80x24x: not a size like 80x24" },
		{ "deckle export --size 99999999999999999999x1",
		  "99999999999999999999x1: not a size like 80x24" },
		{ "deckle export --size 80x99999",
		  "80x99999: not a size like 80x24" },
		{ "deckle export --size",
		  "--size: COLSxROWS is missing (see --help)" },
		{ "deckle export --steps=1", "--steps: takes no argument" },
		{ "deckle remote", "remote: no command (see --help)" },
		{ "deckle remote nxt",
		  "nxt: no command of remote (see --help)" },
		{ "deckle remote --list next",
		  "next: --list takes no command" },
		{ "deckle remote goto -1", "-1: unknown option (see --help)" },
		{ "deckle remote -i next", "-i: an option of deckle present, "
					   "preview, follow, export, check or "
					   "themes" },
		{ "deckle --deck a.md b.md",
		  "--deck: an option of deckle remote" },
		{ "deckle check --list", "--list: an option of deckle remote" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct line line;
		struct config config;
		struct error error = { "" };
		expect_true(&expect, cases[i].line,
			    !parse(&config, cases[i].line, &error, &line));
		expect_text(&expect, cases[i].line, cases[i].want,
			    str_of(error.text));
	}
	expect_done(&expect);
}

static void has_limits(void **state)
{
	static const char *const options[] = { " --size 1x1",
					       " --allow-path d" };
	static const char *const wants[] = { "1x1: more than 16 sizes",
					     "d: more than 16 paths" };

	(void)state;
	for (size_t i = 0; i < COUNT(options); i++) {
		char text[512] = "deckle check";
		struct config config;
		struct error error;
		struct line line;
		for (int n = 0; n < CONFIG_SIZES_MAX; n++)
			strcat(text, options[i]);
		assert_true(parse(&config, text, &error, &line));
		strcat(text, options[i]);
		assert_false(parse(&config, text, &error, &line));
		assert_string_equal(error.text, wants[i]);
	}
}

/* What stands beside a deck is found by its path. */
static void tells_the_path(void **state)
{
	struct config config;
	struct error error;
	struct line line;

	(void)state;
	assert_true(parse(&config, "deckle x/a.md", &error, &line));
	assert_string_equal(config.deck.path, "x/a.md");
	assert_ptr_equal(config.deck.allowed, config.allowed);
	assert_true(parse(&config, "deckle", &error, &line));
	assert_string_equal(config.deck.path, "-");
}

/* The last size is that of an export. */
static void takes_the_last_size(void **state)
{
	struct config config;
	struct error error;
	struct line line;

	(void)state;
	assert_true(parse(&config, "deckle export", &error, &line));
	assert_int_equal(config.size.cols, 80);
	assert_int_equal(config.size.rows, 0);
	assert_true(parse(&config, "deckle export --size 9x8 --size 40x12",
			  &error, &line));
	assert_int_equal(config.size.cols, 40);
	assert_int_equal(config.size.rows, 12);
}

static void survives_no_words(void **state)
{
	char *words[] = { NULL };
	struct config config;
	struct error error;

	(void)state;
	config_init(&config);
	assert_true(cli_parse(&config, 0, words, &error));
	assert_int_equal(config.command, COMMAND_PRESENT);
}

static void asks_the_environment(void **state)
{
	static const struct {
		const char *assignments, *words;
		enum depth want;
	} cases[] = {
		{ "", "", DEPTH_256 },
		{ "NO_COLOR=1", "", DEPTH_MONO },
		{ "NO_COLOR=", "", DEPTH_256 },
		{ "COLORTERM=truecolor", "", DEPTH_DIRECT },
		{ "COLORTERM=24bit", "", DEPTH_DIRECT },
		{ "COLORTERM=yes", "", DEPTH_256 },
		{ "COLORTERM=24bit NO_COLOR=1", "", DEPTH_MONO },
		{ "CLICOLOR=0", "", DEPTH_MONO },
		{ "CLICOLOR=1", "", DEPTH_256 },
		{ "CLICOLOR=0 CLICOLOR_FORCE=1", "", DEPTH_256 },
		{ "CLICOLOR=0 CLICOLOR_FORCE=0", "", DEPTH_MONO },
		{ "NO_COLOR=1 CLICOLOR_FORCE=1", "", DEPTH_MONO },
		{ "NO_COLOR=1", "--color=always", DEPTH_256 },
		{ "NO_COLOR=1", "--color=auto", DEPTH_MONO },
		{ "NO_COLOR=1 COLORTERM=24bit", "--color=always",
		  DEPTH_DIRECT },
		{ "", "--color=never", DEPTH_MONO },
		{ "", "--color=mono", DEPTH_MONO },
		{ "", "--color=8", DEPTH_8 },
		{ "", "--color=16", DEPTH_16 },
		{ "COLORTERM=24bit", "--color=256", DEPTH_256 },
		{ "", "--color=24bit", DEPTH_DIRECT },
	};
	static const char *const names[] = { "NO_COLOR", "CLICOLOR",
					     "CLICOLOR_FORCE", "COLORTERM" };
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str rest = str_of(cases[i].assignments);
		struct config config;
		struct error error;
		char word[32], *words[] = { "deckle", word, NULL };
		for (size_t k = 0; k < COUNT(names); k++)
			unsetenv(names[k]);
		while (rest.len > 0) {
			struct str one = str_take_word(&rest);
			size_t at = (size_t)(str_find(one, '=') - one.ptr);
			char name[32] = "", value[32] = "";
			memcpy(name, one.ptr, at);
			memcpy(value, one.ptr + at + 1, one.len - at - 1);
			setenv(name, value, 1);
		}
		config_init(&config);
		snprintf(word, sizeof(word), "%s", cases[i].words);
		assert_true(
			cli_parse(&config, word[0] ? 2 : 0, words, &error) ||
			!word[0]);
		expect_int(&expect, cases[i].assignments, cases[i].want,
			   config.theme.most);
	}
	for (size_t k = 0; k < COUNT(names); k++)
		unsetenv(names[k]);
	expect_done(&expect);
}

static void finds_the_highlighter(void **state)
{
	struct config config;

	(void)state;
	setenv("DECKLE_HIGHLIGHTER", "bat -pf", 1);
	config_init(&config);
	assert_string_equal(config.highlighter, "bat -pf");
	unsetenv("DECKLE_HIGHLIGHTER");
	config_init(&config);
	assert_null(config.highlighter);
}

static void finds_the_theme(void **state)
{
	struct config config;

	(void)state;
	setenv("DECKLE_THEME", "ocean", 1);
	config_init(&config);
	assert_string_equal(config.theme.usual, "ocean");
	unsetenv("DECKLE_THEME");
	config_init(&config);
	assert_null(config.theme.usual);
}

static void finds_the_editor(void **state)
{
	static const struct {
		const char *visual, *editor, *want;
	} cases[] = {
		{ NULL, NULL, "vi" },
		{ NULL, "ed", "ed" },
		{ "code -w", NULL, "code -w" },
		{ "vim", "ed", "vim" },
		{ "", "ed", "ed" },
		{ " \t", " ", "vi" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct config config;
		unsetenv("VISUAL");
		unsetenv("EDITOR");
		if (cases[i].visual)
			setenv("VISUAL", cases[i].visual, 1);
		if (cases[i].editor)
			setenv("EDITOR", cases[i].editor, 1);
		config_init(&config);
		expect_text(&expect, cases[i].want, cases[i].want,
			    str_of(config.editor));
	}
	unsetenv("VISUAL");
	unsetenv("EDITOR");
	expect_done(&expect);
}

static void finds_the_folder_for_sockets(void **state)
{
	static const char *const none[] = { "", "run", "./run" };
	struct config config;

	(void)state;
	setenv("XDG_RUNTIME_DIR", "/run/user/7", 1);
	config_init(&config);
	assert_string_equal(config.runtime_dir, "/run/user/7");
	for (size_t i = 0; i < COUNT(none); i++) {
		setenv("XDG_RUNTIME_DIR", none[i], 1);
		config_init(&config);
		assert_null(config.runtime_dir);
	}
	unsetenv("XDG_RUNTIME_DIR");
	config_init(&config);
	assert_null(config.runtime_dir);
}

/* Every option that is parsed stands in the help. */
static void help_lists_all(void **state)
{
	static const char *const names[] = {
		"-c, --nocodebg",
		"-d, --debug",
		"-e, --expand",
		"-f, --nofade",
		"--no-motion",
		"--transition NAME",
		"-h, --help",
		"-i, --invert",
		"-j, --jump N",
		"-s, --noslidenum",
		"-t, --notrans",
		"-v, --version",
		"-x, --noslidemax",
		"--big ",
		"--form-feed",
		"-o, --output FILE",
		"--size COLSxROWS",
		"--slides LIST",
		"--steps",
		"--dialect NAME",
		"--editor COMMAND",
		"--arrows literal",
		"--allow-path DIR",
		"--no NAME",
		"--format text|json",
		"--list-warnings",
		"--list-directives",
		"--deck FILE",
		"--list ",
		"deckle remote [options] command [argument ...]",
		"Options of remote:",
		"Commands of remote:",
		"deckle check [options] [deck.md ...]",
		"-w, --watch",
		"deckle preview [options] deck.md",
		"--from FILE",
		"deckle follow [options] deck.md",
		"Options of present, preview and follow:",
		"Options of present and preview:",
		"Options of preview, export and check:",
	};
	struct buf help = { 0 };

	(void)state;
	cli_put_help(&help);
	buf_put_byte(&help, '\0');
	for (size_t i = 0; i < COUNT(names); i++)
		assert_non_null(strstr(help.ptr, names[i]));
	struct str rest = str_of(help.ptr);
	while (rest.len > 0)
		assert_true(str_take_line(&rest).len <= 80);
	buf_release(&help);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parses),
		cmocka_unit_test(refuses),
		cmocka_unit_test(has_limits),
		cmocka_unit_test(tells_the_path),
		cmocka_unit_test(takes_the_last_size),
		cmocka_unit_test(survives_no_words),
		cmocka_unit_test(asks_the_environment),
		cmocka_unit_test(finds_the_highlighter),
		cmocka_unit_test(finds_the_theme),
		cmocka_unit_test(finds_the_editor),
		cmocka_unit_test(finds_the_folder_for_sockets),
		cmocka_unit_test(help_lists_all),
	};

	unsetenv("NO_COLOR");
	unsetenv("VISUAL");
	unsetenv("EDITOR");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
