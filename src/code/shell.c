/* SPDX-License-Identifier: MIT */
/*
 * The shell, and what has lines of it, as data.
 */
#include "code/shell.h"

#include <stddef.h>

/* ---- the shell ---- */

#define SPECIAL(text) MARK(text, NAME)

/* What stands for something else, quoted or not. */
#define EXPANSIONS                                                          \
	RULE_OTHER("$((", "))", CODE, NAME, RULE_LINES, &language_shell),   \
		RULE_OTHER("$(", ")", CODE, NAME, RULE_LINES,               \
			   &language_shell),                                \
		RULE_OPEN("${", "}", SPAN, NAME, RULE_LINES | RULE_ESCAPES, \
			  parameter_holes),                                 \
		SPECIAL("$?"), SPECIAL("$#"), SPECIAL("$@"), SPECIAL("$*"), \
		SPECIAL("$$"), SPECIAL("$!"), SPECIAL("$-"),                \
		RULE("$", NULL, TOKEN, NAME, RULE_DIGITS | RULE_NARROW)

static const struct rule parameter_holes[] = {
	RULE_OTHER("$(", ")", CODE, NAME, RULE_LINES, &language_shell),
	RULE("${", "}", SPAN, NAME, RULE_LINES),
	RULES_END,
};

static const struct rule shell_holes[] = {
	EXPANSIONS,
	RULE_OTHER("`", "`", CODE, NAME, RULE_LINES, &language_shell),
	RULES_END,
};

static const struct rule shell_rules[] = {
	RULE("#", NULL, LINE, COMMENT, RULE_APART),
	RULE_OPEN("\"", "\"", SPAN, STRING, RULE_ESCAPES | RULE_LINES,
		  shell_holes),
	RULE("'", "'", SPAN, STRING, RULE_LINES),
	RULE("$'", "'", SPAN, STRING, RULE_ESCAPES | RULE_LINES),
	MARK("<<<", PLAIN),
	RULE_OPEN("<<", NULL, HEREDOC, STRING, RULE_LINES | RULE_BARE,
		  shell_holes),
	EXPANSIONS,
	RULE_OTHER("`", "`", CODE, NAME, RULE_LINES, &language_shell),
	RULE("\\", NULL, ESCAPE, PLAIN, 0),
	RULES_END,
};

#define SHELL_KEYWORDS                                                     \
	"case do done elif else esac fi for if in select then time until " \
	"while"
#define SHELL_CALLS                                                       \
	"alias bg bind break builtin caller cd command compgen complete " \
	"continue declare dirs disown echo enable eval exec exit export " \
	"false fc fg getopts hash help history jobs kill let local "      \
	"logout mapfile popd printf pushd pwd read readarray readonly "   \
	"return set shift shopt source suspend test times trap true "     \
	"type typeset ulimit umask unalias unset wait"

const struct language language_shell = {
	.names = "bash sh shell zsh ksh dash fish bashrc zshrc ash",
	.keywords = SHELL_KEYWORDS,
	.defines = "function",
	.calls = SHELL_CALLS,
	.bytes = "-./+:@",
	.rules = shell_rules,
};

/* What is typed stands behind a prompt; all else is what came of it. */
#define PROMPT(text)                                                    \
	RULE_OTHER(text, NULL, CODE, META, RULE_AT_EDGE | RULE_ESCAPES, \
		   &language_shell)

static const struct rule console_rules[] = {
	PROMPT("$ "), PROMPT("# "), PROMPT("% "), PROMPT("> "), RULES_END,
};

const struct language language_console = {
	.names = "console shell-session shellsession bash-session sh-session "
		 "terminal",
	.flags = LANGUAGE_PROSE,
	.rules = console_rules,
};

/* ---- Dockerfiles ---- */

/* What is behind an instruction. */
static const struct rule argument_rules[] = {
	RULE("#", NULL, LINE, COMMENT, RULE_AT_START),
	RULE_OPEN("\"", "\"", SPAN, STRING, RULE_ESCAPES, shell_holes),
	RULE("'", "'", SPAN, STRING, 0),
	RULE_OPEN("<<", NULL, HEREDOC, STRING, RULE_LINES, shell_holes),
	EXPANSIONS,
	RULES_END,
};

/* CMD and RUN stand behind HEALTHCHECK and ONBUILD. */
static const struct language arguments = {
	.names = "",
	.keywords = "AS as CMD RUN",
	.bytes = "-./:",
	.flags = LANGUAGE_PROSE | LANGUAGE_SETS,
	.rules = argument_rules,
};

#define INSTRUCTION(name, language)                                           \
	RULE_OTHER(name, NULL, CODE, KEYWORD,                                 \
		   RULE_AT_START | RULE_WORD | RULE_ESCAPES | RULE_COMMENTED, \
		   language)

/* Either is understood. */
#define BOTH_CASES(large, small, language) \
	INSTRUCTION(large, language), INSTRUCTION(small, language)

static const struct rule dockerfile_rules[] = {
	RULE("#", NULL, LINE, COMMENT, RULE_AT_START),
	BOTH_CASES("ADD", "add", &arguments),
	BOTH_CASES("ARG", "arg", &arguments),
	BOTH_CASES("CMD", "cmd", &language_shell),
	BOTH_CASES("COPY", "copy", &arguments),
	BOTH_CASES("ENTRYPOINT", "entrypoint", &language_shell),
	BOTH_CASES("ENV", "env", &arguments),
	BOTH_CASES("EXPOSE", "expose", &arguments),
	BOTH_CASES("FROM", "from", &arguments),
	BOTH_CASES("HEALTHCHECK", "healthcheck", &arguments),
	BOTH_CASES("LABEL", "label", &arguments),
	BOTH_CASES("MAINTAINER", "maintainer", &arguments),
	BOTH_CASES("ONBUILD", "onbuild", &arguments),
	BOTH_CASES("RUN", "run", &language_shell),
	BOTH_CASES("SHELL", "shell", &arguments),
	BOTH_CASES("STOPSIGNAL", "stopsignal", &arguments),
	BOTH_CASES("USER", "user", &arguments),
	BOTH_CASES("VOLUME", "volume", &arguments),
	BOTH_CASES("WORKDIR", "workdir", &arguments),
	RULES_END,
};

const struct language language_dockerfile = {
	.names = "dockerfile docker containerfile",
	.flags = LANGUAGE_PROSE,
	.rules = dockerfile_rules,
};

/* ---- makefiles ---- */

/* A function is a word of its own behind the bracket: $(dir a/b). */
#define FUNCTION(text) \
	RULE_OTHER("$(" text, ")", CODE, NAME, RULE_LINES | RULE_WORD, &called)

#define MAKE_EXPANSIONS                                                       \
	FUNCTION("abspath"), FUNCTION("addprefix"), FUNCTION("addsuffix"),    \
		FUNCTION("and"), FUNCTION("basename"), FUNCTION("call"),      \
		FUNCTION("dir"), FUNCTION("error"), FUNCTION("eval"),         \
		FUNCTION("file"), FUNCTION("filter"), FUNCTION("filter-out"), \
		FUNCTION("findstring"), FUNCTION("firstword"),                \
		FUNCTION("flavor"), FUNCTION("foreach"), FUNCTION("guile"),   \
		FUNCTION("if"), FUNCTION("info"), FUNCTION("join"),           \
		FUNCTION("lastword"), FUNCTION("let"), FUNCTION("notdir"),    \
		FUNCTION("or"), FUNCTION("origin"), FUNCTION("patsubst"),     \
		FUNCTION("realpath"), FUNCTION("shell"), FUNCTION("sort"),    \
		FUNCTION("strip"), FUNCTION("subst"), FUNCTION("suffix"),     \
		FUNCTION("value"), FUNCTION("warning"), FUNCTION("wildcard"), \
		FUNCTION("word"), FUNCTION("wordlist"), FUNCTION("words"),    \
		RULE("$(", ")", SPAN, NAME, RULE_LINES | RULE_NESTS),         \
		RULE("${", "}", SPAN, NAME, RULE_LINES | RULE_NESTS),         \
		SPECIAL("$@"), SPECIAL("$<"), SPECIAL("$^"), SPECIAL("$?"),   \
		SPECIAL("$*"), SPECIAL("$+"), SPECIAL("$|"), SPECIAL("$%"),   \
		RULE("$$", NULL, TOKEN, NAME,                                 \
		     RULE_BARE | RULE_DIGITS | RULE_NARROW),                  \
		RULE("$", NULL, TOKEN, NAME, RULE_DIGITS | RULE_NARROW)

static const struct language called;

static const struct rule make_holes[] = {
	MAKE_EXPANSIONS,
	RULES_END,
};

#define MAKE_STRINGS                                                   \
	RULE_OPEN("\"", "\"", SPAN, STRING, RULE_ESCAPES | RULE_LINES, \
		  make_holes),                                         \
		RULE_OPEN("'", "'", SPAN, STRING, RULE_LINES, make_holes)

static const struct rule called_rules[] = {
	MAKE_EXPANSIONS,
	MAKE_STRINGS,
	RULES_END,
};

static const struct language called = {
	.names = "",
	.bytes = "-./%",
	.flags = LANGUAGE_PROSE,
	.rules = called_rules,
};

/* The shell's lines, but a dollar is make's. */
static const struct rule recipe_rules[] = {
	RULE("#", NULL, LINE, COMMENT, RULE_APART),
	RULE_OTHER("$$(", ")", CODE, NAME, RULE_LINES, NULL),
	RULE("$${", "}", SPAN, NAME, 0),
	MAKE_EXPANSIONS,
	MAKE_STRINGS,
	RULE("\\", NULL, ESCAPE, PLAIN, 0),
	RULES_END,
};

static const struct language recipe = {
	.names = "",
	.keywords = SHELL_KEYWORDS,
	.calls = SHELL_CALLS,
	.bytes = "-./+:",
	.rules = recipe_rules,
};

static const struct rule makefile_rules[] = {
	COMMENT_LINE("#"),
	MAKE_EXPANSIONS,
	STRING("\""),
	RULE("'", "'", SPAN, STRING, 0),
	RULE_OTHER("\t", NULL, CODE, PLAIN, RULE_AT_EDGE | RULE_ESCAPES,
		   &recipe),
	RULES_END,
};

const struct language language_makefile = {
	.names = "makefile make mk gnumakefile",
	.keywords = "else endef endif export ifeq ifneq include override "
		    "private sinclude unexport vpath -include",
	.defines = "define ifdef ifndef undefine",
	.bytes = "-./%",
	.keys = ":=?+",
	.flags = LANGUAGE_PROSE,
	.rules = makefile_rules,
};
