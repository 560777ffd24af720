/* SPDX-License-Identifier: MIT */
/*
 * The shell, and what has lines of it, as data.
 */
#include "code/shell.h"

#include <stddef.h>

/* ---- the shell ---- */

#define SPECIAL(text) RULE(text, NULL, TOKEN, NAME, RULE_BARE)

/* What stands for something else, quoted or not. */
#define EXPANSIONS                                                          \
	RULE_OTHER("$((", "))", CODE, NAME, RULE_LINES, &language_shell),   \
		RULE_OTHER("$(", ")", CODE, NAME, RULE_LINES,               \
			   &language_shell),                                \
		RULE_OPEN("${", "}", SPAN, NAME, RULE_LINES | RULE_ESCAPES, \
			  parameter_holes),                                 \
		SPECIAL("$?"), SPECIAL("$#"), SPECIAL("$@"), SPECIAL("$*"), \
		SPECIAL("$$"), SPECIAL("$!"), SPECIAL("$-"),                \
		RULE("$", NULL, TOKEN, NAME, RULE_DIGITS)

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
	RULE("<<<", NULL, TOKEN, PLAIN, RULE_BARE),
	RULE_OPEN("<<", NULL, HEREDOC, STRING, RULE_LINES | RULE_BARE,
		  shell_holes),
	EXPANSIONS,
	RULE_OTHER("`", "`", CODE, NAME, RULE_LINES, &language_shell),
	RULE("\\", NULL, ESCAPE, PLAIN, 0),
	RULES_END,
};

const struct language language_shell = {
	.names = "bash sh shell zsh ksh dash fish bashrc zshrc ash",
	.keywords = "case do done elif else esac fi for if in select then time "
		    "until while",
	.defines = "function",
	.calls = "alias bg bind break builtin caller cd command compgen "
		 "complete continue declare dirs disown echo enable eval exec "
		 "exit export false fc fg getopts hash help history jobs kill "
		 "let local logout mapfile popd printf pushd pwd read "
		 "readarray readonly return set shift shopt source suspend "
		 "test times trap true type typeset ulimit umask unalias "
		 "unset wait",
	.bytes = "-./+",
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

static const struct rule dockerfile_rules[] = {
	RULE("#", NULL, LINE, COMMENT, RULE_AT_START),
	RULE_OPEN("\"", "\"", SPAN, STRING, RULE_ESCAPES, shell_holes),
	RULE("'", "'", SPAN, STRING, 0),
	RULE_OPEN("<<", NULL, HEREDOC, STRING, RULE_LINES, shell_holes),
	EXPANSIONS,
	RULES_END,
};

const struct language language_dockerfile = {
	.names = "dockerfile docker containerfile",
	.keywords = "add arg cmd copy entrypoint env expose from healthcheck "
		    "label maintainer onbuild run shell stopsignal user "
		    "volume workdir as",
	.bytes = "-./:",
	.flags = LANGUAGE_CASELESS | LANGUAGE_PROSE,
	.rules = dockerfile_rules,
};

/* ---- makefiles ---- */

static const struct rule makefile_rules[] = {
	COMMENT_LINE("#"),
	RULE("$(", ")", SPAN, NAME, RULE_LINES | RULE_NESTS),
	RULE("${", "}", SPAN, NAME, RULE_LINES | RULE_NESTS),
	SPECIAL("$@"),
	SPECIAL("$<"),
	SPECIAL("$^"),
	SPECIAL("$?"),
	SPECIAL("$*"),
	SPECIAL("$+"),
	SPECIAL("$$"),
	RULE("$", NULL, TOKEN, NAME, RULE_DIGITS),
	STRING("\""),
	RULE("'", "'", SPAN, STRING, 0),
	RULE("\t", NULL, LINE, PLAIN, RULE_AT_EDGE),
	RULES_END,
};

const struct language language_makefile = {
	.names = "makefile make mk gnumakefile",
	.keywords = "define else endef endif export ifdef ifeq ifndef ifneq "
		    "include override private sinclude undefine unexport "
		    "vpath -include",
	.bytes = "-./%",
	.keys = ":=?+",
	.flags = LANGUAGE_PROSE,
	.rules = makefile_rules,
};
