/* SPDX-License-Identifier: MIT */
/*
 * Languages by their names, and what their tables must keep to.
 */
#include "code/language.h"

#include <string.h>

#include "support/unit.h"

static void finds_languages(void **state)
{
	static const struct {
		const char *name, *want;
	} cases[] = {
		{ "c", "c" },
		{ "C", "c" },
		{ "c++", "cpp" },
		{ "js", "javascript" },
		{ "tsx", "typescript" },
		{ "sh", "bash" },
		{ "Bash", "bash" },
		{ "console", "console" },
		{ "c#", "csharp" },
		{ "Makefile", "makefile" },
		{ "yml", "yaml" },
		{ "py", "python" },
		{ "rs", "rust" },
		{ "", "" },
		{ "c c", "" },
		{ "cobol", "" },
		{ "p", "" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct language *language =
			language_find(str_of(cases[i].name));
		struct str name = { NULL, 0 };
		if (language)
			name = (struct str){ language->names,
					     strcspn(language->names, " ") };
		expect_text(&expect, cases[i].name, cases[i].want, name);
	}
	expect_done(&expect);
}

/* The first name of each is its own, and no name is that of two. */
static void names_are_unique(void **state)
{
	int count = 0;

	(void)state;
	for (; language_at(count); count++) {
		const char *at = language_at(count)->names;
		while (*at) {
			struct str name = { at, strcspn(at, " ") };
			assert_ptr_equal(language_find(name),
					 language_at(count));
			at += name.len;
			at += *at == ' ';
		}
	}
	assert_true(count > 30);
	assert_null(language_at(count));
	assert_null(language_at(-1));
}

/* Words without regard to case are looked up in lower case. */
static void lists_are_sound(void **state)
{
	(void)state;
	for (int i = 0; language_at(i); i++) {
		const struct language *language = language_at(i);
		const char *lists[] = { language->keywords, language->types,
					language->values,   language->calls,
					language->defines,  language->typing };
		for (size_t k = 0; k < COUNT(lists); k++) {
			if (!lists[k])
				continue;
			assert_null(strstr(lists[k], "  "));
			assert_true(lists[k][0] != ' ');
			assert_true(lists[k][strlen(lists[k]) - 1] != ' ');
		}
	}
}

/* A flag that its kind of rule does not look at is a mistake. */
static void check_rule(const struct rule *rule)
{
	static const struct {
		unsigned flag;
		unsigned kinds; /* that know it */
	} flags[] = {
		{ RULE_ALONE, 1u << RULE_TOKEN },
		{ RULE_DIGITS, 1u << RULE_TOKEN },
		{ RULE_NARROW, 1u << RULE_TOKEN },
		{ RULE_BARE, 1u << RULE_TOKEN | 1u << RULE_HEREDOC },
		{ RULE_COMMENTED, 1u << RULE_CODE },
		{ RULE_TWICE, 1u << RULE_PAIR },
	};

	for (size_t i = 0; i < COUNT(flags); i++)
		assert_true(!(rule->flags & flags[i].flag) ||
			    flags[i].kinds & 1u << rule->kind);
	assert_true(!(rule->flags & RULE_LISTED) || rule->flags & RULE_APART);
	assert_true(!(rule->flags & RULE_ALONE) || !(rule->flags & RULE_BARE));
	assert_true(rule->kind != RULE_TAG || rule->inner);
	assert_true(rule->open[0] != '\0');
}

static void rules_are_sound(void **state)
{
	(void)state;
	for (int i = 0; language_at(i); i++) {
		const struct rule *rule = language_at(i)->rules;
		for (; rule && rule->kind != RULE_NONE; rule++) {
			const struct rule *hole = rule->holes;
			check_rule(rule);
			for (; hole && hole->kind != RULE_NONE; hole++)
				check_rule(hole);
		}
	}
}

static void takes_the_name_off_an_info(void **state)
{
	static const struct {
		const char *info, *want;
	} cases[] = {
		{ "c", "c" },
		{ "", "" },
		{ "c {1|2}", "c" },
		{ "c{1}", "c" },
		{ "rust,ignore", "rust" },
		{ "c\tx", "c" },
		{ "c++", "c++" },
		{ " c", "" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_text(&expect, cases[i].info, cases[i].want,
			    language_name(str_of(cases[i].info)));
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_languages),
		cmocka_unit_test(takes_the_name_off_an_info),
		cmocka_unit_test(names_are_unique),
		cmocka_unit_test(lists_are_sound),
		cmocka_unit_test(rules_are_sound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
