/* SPDX-License-Identifier: MIT */
/*
 * Pages, and what stands in them, as data.
 */
#include "code/page.h"

#include <stddef.h>

#include "code/script.h"

/* ---- style sheets ---- */

#define CSS_COMMON                                                   \
	COMMENT_BLOCK("/*", "*/"), COMMENT_LINE("//"), STRING("\""), \
		STRING("'"), WORD_BEHIND("@", KEYWORD),              \
		WORD_BEHIND("$", NAME), WORD_BEHIND("!", KEYWORD),   \
		WORD_BEHIND(".", TYPE), RULE("url(", ")", SPAN, STRING, 0)

/* Within braces: properties and their values. */
static const struct rule css_body_rules[] = {
	CSS_COMMON,
	RULE("#", NULL, TOKEN, VALUE, RULE_DIGITS),
	RULE("{", "}", CODE, PLAIN, RULE_LINES),
	RULES_END,
};

static const struct language css_body = {
	.names = "",
	.values =
		"absolute all auto baseline block bold bolder border-box both "
		"bottom break-word capitalize center collapse column contain "
		"content-box cover currentcolor currentColor dashed default "
		"dotted double ease ease-in ease-in-out ease-out ellipsis end "
		"fixed flex flex-end flex-start grid help hidden inherit "
		"initial inline inline-block inline-flex inset inside "
		"italic justify larger left lighter linear list-item lowercase "
		"medium middle monospace move no-repeat none normal nowrap "
		"oblique outset outside pointer pre pre-line pre-wrap relative "
		"repeat repeat-x repeat-y revert right row sans-serif scroll "
		"separate serif small smaller solid space-around space-between "
		"start static sticky stretch sub super table table-cell text "
		"thick thin top transparent underline unset uppercase vertical "
		"visible wrap x-large x-small aqua black blue fuchsia gray "
		"green grey lime maroon navy olive orange purple red silver "
		"teal white yellow",
	.bytes = "-",
	.flags = LANGUAGE_KEYS | LANGUAGE_CALLS | LANGUAGE_UNITS,
	.rules = css_body_rules,
};

/* Outside of them: what they are for. */
static const struct rule css_rules[] = {
	CSS_COMMON,
	WORD_BEHIND("#", NAME),
	WORD_BEHIND("::", META),
	WORD_BEHIND(":", META),
	RULE_OTHER("{", "}", CODE, PLAIN, RULE_LINES, &css_body),
	RULES_END,
};

const struct language language_css = {
	.names = "css scss sass less",
	.bytes = "-",
	.word = CODE_KEYWORD,
	.flags = LANGUAGE_UNITS,
	.rules = css_rules,
};

/* ---- HTML and XML ---- */

static const struct rule tag_rules[] = {
	RULE("\"", "\"", SPAN, STRING, RULE_LINES),
	RULE("'", "'", SPAN, STRING, RULE_LINES),
	RULES_END,
};

static const struct language tag = {
	.names = "",
	.bytes = "-:.@",
	.word = CODE_NAME,
	.rules = tag_rules,
};

#define MARKUP_COMMON                                                \
	COMMENT_BLOCK("<!--", "-->"),                                \
		RULE("<![CDATA[", "]]>", SPAN, STRING, RULE_LINES),  \
		RULE("<!", ">", SPAN, META, RULE_LINES),             \
		RULE("<?", "?>", SPAN, META, RULE_LINES),            \
		RULE_OTHER("</", ">", TAG, PLAIN, RULE_LINES, &tag), \
		RULE_OTHER("<", ">", TAG, PLAIN, RULE_LINES, &tag),  \
		RULE("&#", NULL, TOKEN, VALUE, RULE_DIGITS),         \
		WORD_BEHIND("&", VALUE)

static const struct rule script_code = {
	.open = "",
	.close = "</script",
	.kind = RULE_CODE,
	.class = CODE_KEYWORD,
	.flags = RULE_LINES,
	.inner = &language_javascript,
};

static const struct rule style_code = {
	.open = "",
	.close = "</style",
	.kind = RULE_CODE,
	.class = CODE_KEYWORD,
	.flags = RULE_LINES,
	.inner = &language_css,
};

#define TAG_OF(begin, code)                                              \
	{                                                                \
		.open = (begin), .close = ">", .kind = RULE_TAG,         \
		.class = CODE_PLAIN, .flags = RULE_LINES, .inner = &tag, \
		.then = (code)                                           \
	}

static const struct rule html_rules[] = {
	TAG_OF("<script", &script_code),
	TAG_OF("<style", &style_code),
	MARKUP_COMMON,
	RULES_END,
};

const struct language language_html = {
	.names = "html htm xhtml vue svelte handlebars jinja jinja2 erb",
	.flags = LANGUAGE_PROSE,
	.rules = html_rules,
};

static const struct rule xml_rules[] = {
	MARKUP_COMMON,
	RULES_END,
};

const struct language language_xml = {
	.names = "xml svg xsl xslt xsd rss plist",
	.flags = LANGUAGE_PROSE,
	.rules = xml_rules,
};

/* ---- Markdown ---- */

static const struct rule markdown_rules[] = {
	RULE("```", NULL, FENCE, META, RULE_AT_START | RULE_LINES),
	RULE("~~~", NULL, FENCE, META, RULE_AT_START | RULE_LINES),
	RULE("#", NULL, LINE, KEYWORD, RULE_AT_EDGE),
	RULE("===", NULL, LINE, KEYWORD, RULE_AT_EDGE),
	RULE("---", NULL, LINE, KEYWORD, RULE_AT_EDGE),
	RULE(">", NULL, TOKEN, META, RULE_AT_START | RULE_ALONE),
	RULE("- ", NULL, TOKEN, KEYWORD, RULE_AT_START | RULE_ALONE),
	RULE("* ", NULL, TOKEN, KEYWORD, RULE_AT_START | RULE_ALONE),
	RULE("+ ", NULL, TOKEN, KEYWORD, RULE_AT_START | RULE_ALONE),
	COMMENT_BLOCK("<!--", "-->"),
	RULE("<http", ">", SPAN, VALUE, 0),
	RULE_OTHER("</", ">", TAG, PLAIN, 0, &tag),
	RULE_OTHER("<", ">", TAG, PLAIN, 0, &tag),
	RULE("``", "``", SPAN, STRING, 0),
	RULE("`", "`", SPAN, STRING, 0),
	RULE("**", "**", SPAN, TYPE, 0),
	RULE("*", "*", SPAN, TYPE, RULE_APART),
	RULE("__", "__", SPAN, TYPE, RULE_APART),
	RULE("_", "_", SPAN, TYPE, RULE_APART),
	RULE("](", ")", SPAN, VALUE, 0),
	RULE("\\", NULL, ESCAPE, PLAIN, 0),
	RULES_END,
};

const struct language language_markdown = {
	.names = "markdown md mdx gfm",
	.flags = LANGUAGE_PROSE,
	.rules = markdown_rules,
};

/* ---- PHP ---- */

static const struct rule php_holes[] = {
	RULE("{$", "}", CODE, NAME, RULE_LINES),
	WORD_BEHIND("$", NAME),
	RULES_END,
};

static const struct rule php_rules[] = {
	RULE_OTHER("?>", "<?", CODE, META, RULE_LINES, &language_html),
	RULE("<?", NULL, TOKEN, META, RULE_BARE),
	RULE("#[", NULL, TOKEN, META, RULE_BARE),
	COMMENT_LINE("//"),
	COMMENT_LINE("#"),
	COMMENT_BLOCK("/*", "*/"),
	RULE_OPEN("\"", "\"", SPAN, STRING, RULE_ESCAPES | RULE_LINES,
		  php_holes),
	STRING_LINES("'"),
	RULE_OPEN("<<<", NULL, HEREDOC, STRING, RULE_LINES, php_holes),
	WORD_BEHIND("$", NAME),
	RULES_END,
};

const struct language language_php = {
	.names = "php php7 php8 phtml",
	.keywords = "abstract and array as break callable case catch clone "
		    "const continue declare default die do echo else elseif "
		    "empty enddeclare endfor endforeach endif endswitch "
		    "endwhile eval exit extends final finally fn for foreach "
		    "global goto if implements include include_once "
		    "instanceof insteadof isset list match new or php print "
		    "private protected public readonly require require_once "
		    "return static switch throw try unset use var while xor "
		    "yield",
	.defines = "function",
	.typing = "class enum interface namespace trait",
	.types = "bool float int iterable mixed never object self string void",
	.values = "true false null TRUE FALSE NULL parent this __CLASS__ "
		  "__DIR__ __FILE__ __FUNCTION__ __LINE__ __METHOD__ "
		  "__NAMESPACE__",
	.flags = LANGUAGE_CALLS | LANGUAGE_CAPITALS | LANGUAGE_OUTER,
	.rules = php_rules,
	.outer = &language_html,
};
