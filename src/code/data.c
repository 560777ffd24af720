/* SPDX-License-Identifier: MIT */
/*
 * What is stored, and what asks for it, as data.
 */
#include "code/data.h"

#include <stddef.h>

/* ---- diffs ---- */

static const struct rule diff_rules[] = {
	RULE("+++ ", NULL, LINE, META, RULE_AT_EDGE),
	RULE("--- ", NULL, LINE, META, RULE_AT_EDGE),
	RULE("***", NULL, LINE, META, RULE_AT_EDGE),
	RULE("@@", NULL, LINE, META, RULE_AT_EDGE),
	RULE("diff ", NULL, LINE, META, RULE_AT_EDGE),
	RULE("index ", NULL, LINE, META, RULE_AT_EDGE),
	RULE("Index: ", NULL, LINE, META, RULE_AT_EDGE),
	RULE("===", NULL, LINE, META, RULE_AT_EDGE),
	RULE("+", NULL, LINE, INSERTED, RULE_AT_EDGE),
	RULE(">", NULL, LINE, INSERTED, RULE_AT_EDGE),
	RULE("-", NULL, LINE, DELETED, RULE_AT_EDGE),
	RULE("<", NULL, LINE, DELETED, RULE_AT_EDGE),
	RULES_END,
};

const struct language language_diff = {
	.names = "diff patch udiff",
	.flags = LANGUAGE_PROSE,
	.rules = diff_rules,
};

/* ---- INI and TOML ---- */

static const struct rule ini_rules[] = {
	RULE("#", NULL, LINE, COMMENT, RULE_APART),
	RULE(";", NULL, LINE, COMMENT, RULE_APART),
	RULE("[", "]", SPAN, KEYWORD, RULE_AT_START),
	STRING("\""),
	RULES_END,
};

const struct language language_ini = {
	.names = "ini cfg conf dosini properties desktop systemd editorconfig "
		 "dotenv env gitconfig",
	.values = "true false yes no on off",
	.bytes = "-./",
	.keys = "=:",
	.flags = LANGUAGE_CASELESS,
	.rules = ini_rules,
};

static const struct rule toml_rules[] = {
	COMMENT_LINE("#"),
	RULE("[[", "]]", SPAN, KEYWORD, RULE_AT_START),
	RULE("[", "]", SPAN, KEYWORD, RULE_AT_START),
	STRING_LINES("\"\"\""),
	RULE("'''", "'''", SPAN, STRING, RULE_LINES),
	STRING("\""),
	RULE("'", "'", SPAN, STRING, 0),
	RULES_END,
};

const struct language language_toml = {
	.names = "toml",
	.values = "true false inf nan",
	.bytes = "-",
	.keys = "=",
	.rules = toml_rules,
};

/* ---- JSON ---- */

static const struct rule json_rules[] = {
	COMMENT_LINE("//"),
	COMMENT_BLOCK("/*", "*/"),
	RULE("\"", "\"", SPAN, STRING, RULE_ESCAPES | RULE_KEY),
	RULES_END,
};

const struct language language_json = {
	.names = "json jsonc jsonl ndjson geojson webmanifest",
	.values = "true false null",
	.rules = json_rules,
};

/* ---- SQL ---- */

static const struct rule sql_rules[] = {
	COMMENT_LINE("--"),
	COMMENT_BLOCK("/*", "*/"),
	RULE("'", "'", SPAN, STRING, RULE_LINES | RULE_DOUBLES),
	RULE("\"", "\"", SPAN, NAME, RULE_DOUBLES),
	RULE("`", "`", SPAN, NAME, 0),
	MARK("$$", STRING),
	WORD_BEHIND("@", NAME),
	RULES_END,
};

const struct language language_sql = {
	.names = "sql mysql postgres postgresql psql plpgsql sqlite sqlite3 "
		 "tsql plsql",
	.keywords =
		"add after aggregate all alter analyze and any as asc attach "
		"authorization auto_increment autoincrement before begin "
		"between both by call called cascade cascaded case cast check "
		"collate column comment commit concurrently conflict "
		"constraint conversion create cross cube current cursor cycle "
		"database deallocate declare default deferrable deferred "
		"delete delimiter desc describe detach dictionary distinct do "
		"domain drop each else elseif elsif end engine escape except "
		"exception exclude execute exists explain extension fetch "
		"filter first following for foreign from full function "
		"generated grant group grouping handler having identity if "
		"ignore ilike immediate immutable in increment index inherits "
		"initially inner inout insert instead intersect into is "
		"isnull isolation join key language last lateral leading "
		"leakproof left level like limit local lock loop match "
		"materialized maxvalue minvalue natural next no not nothing "
		"notnull nulls of off offset on only operator option or order "
		"out outer over overlaps overriding owner partial partition "
		"perform plan policy pragma preceding prepare primary "
		"privileges procedure public raise range recursive references "
		"refresh reindex release rename repeatable replace restart "
		"restrict return returning returns revoke right role rollback "
		"rollup row rows savepoint schema security select sequence "
		"serializable session set setof show similar some stable "
		"start storage stored strict table tablespace temp temporary "
		"then ties to trailing transaction trigger truncate trusted "
		"type unbounded union unique unlogged until update usage use "
		"user using vacuum validator values verbose view virtual "
		"volatile when where while window with within without work",
	.types = "bigint bigserial binary bit blob bool boolean box bytea char "
		 "character cidr clob date datetime dec decimal double enum "
		 "float float4 float8 inet int int2 int4 int8 integer interval "
		 "json jsonb longblob longtext macaddr mediumint mediumtext "
		 "money name nchar numeric nvarchar oid point precision real "
		 "record regclass serial smallint smallserial text time "
		 "timestamp timestamptz tinyint tinytext tsquery tsvector "
		 "unsigned uuid varbinary varchar varying void xml year zone",
	.values = "true false null unknown",
	.flags = LANGUAGE_CASELESS | LANGUAGE_CALLS,
	.rules = sql_rules,
};

/* ---- YAML ---- */

static const struct rule yaml_rules[] = {
	RULE("#", NULL, LINE, COMMENT, RULE_APART),
	RULE("---", NULL, TOKEN, META, RULE_AT_EDGE | RULE_BARE),
	RULE("...", NULL, TOKEN, META, RULE_AT_EDGE | RULE_BARE),
	RULE("%", NULL, LINE, META, RULE_AT_EDGE),
	RULE("\"", "\"", SPAN, STRING,
	     RULE_ESCAPES | RULE_LINES | RULE_KEY | RULE_APART | RULE_LISTED),
	RULE("'", "'", SPAN, STRING,
	     RULE_DOUBLES | RULE_LINES | RULE_KEY | RULE_APART | RULE_LISTED),
	MARK("[", PLAIN),
	RULE("|", NULL, INDENT, STRING, RULE_LINES | RULE_APART),
	RULE(">", NULL, INDENT, STRING, RULE_LINES | RULE_APART),
	RULE("&", NULL, TOKEN, META, RULE_APART),
	RULE("*", NULL, TOKEN, META, RULE_APART),
	RULE("!", NULL, TOKEN, TYPE, RULE_APART | RULE_BARE),
	RULES_END,
};

const struct language language_yaml = {
	.names = "yaml yml",
	.values = "true false null yes no on off ~",
	.bytes = "-./$",
	.keys = ":",
	.flags = LANGUAGE_CASELESS | LANGUAGE_KEYS | LANGUAGE_BLANK_KEYS,
	.rules = yaml_rules,
};
