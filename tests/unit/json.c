/* SPDX-License-Identifier: MIT */
/*
 * Strings as JSON wants them, and objects as they are read.
 */
#include "base/json.h"

#include "support/unit.h"

static void puts_strings(void **state)
{
	static const struct {
		const char *name;
		struct str text;
		const char *want;
	} cases[] = {
		{ "empty", STR(""), "\"\"" },
		{ "words", STR("a b/c"), "\"a b/c\"" },
		{ "quotes", STR("\"a\" 'b'"), "\"\\\"a\\\" 'b'\"" },
		{ "a backslash", STR("a\\b"), "\"a\\\\b\"" },
		{ "lines", STR("a\r\n\tb"), "\"a\\u000d\\u000a\\u0009b\"" },
		{ "NUL", STR("a\0b"), "\"a\\u0000b\"" },
		{ "delete", STR("\x7f"), "\"\\u007f\"" },
		{ "the edges of ASCII", STR(" ~\x7f\x1f\x20!"),
		  "\" ~\\u007f\\u001f !\"" },
		{ "UTF-8", STR("日本 🦊"), "\"日本 🦊\"" },
		{ "not UTF-8", STR("a\xff\xe6\x97"),
		  "\"a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		json_put_string(&got, cases[i].text);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

static void put_members(const struct json_object *object, struct buf *out)
{
	static const char *const kinds[] = { [JSON_TRUTH] = "truth",
					     [JSON_NUMBER] = "number",
					     [JSON_TEXT] = "text",
					     [JSON_OTHER] = "other" };

	for (size_t i = 0; i < object->count; i++) {
		const struct json_member *member = &object->members[i];
		buf_printf(out, "%s%.*s=%s", i ? " " : "",
			   (int)member->name.len, member->name.ptr,
			   kinds[member->kind]);
		if (member->kind == JSON_TRUTH)
			buf_printf(out, ":%d", member->truth);
		if (member->kind == JSON_NUMBER)
			buf_printf(out, ":%lld", member->number);
		if (member->kind == JSON_TEXT)
			buf_printf(out, ":%.*s", (int)member->text.len,
				   member->text.ptr);
	}
}

static void reads_objects(void **state)
{
	static const struct {
		const char *name, *text, *want;
	} cases[] = {
		{ "nothing in it", " { } ", "" },
		{ "a text", "{\"a\":\"b\"}", "a=text:b" },
		{ "an empty text", "{\"a\":\"\"}", "a=text:" },
		{ "an empty name", "{\"\":1}", "=number:1" },
		{ "escapes", "{\"\\u0061\":\"\\ud83e\\udd8a\\n\\u65e5\"}",
		  "a=text:🦊\n日" },
		{ "truths", "{\"a\":true,\"b\":false}", "a=truth:1 b=truth:0" },
		{ "numbers", "{\"a\":-1,\"b\":9223372036854775807,\"c\":0}",
		  "a=number:-1 b=number:9223372036854775807 c=number:0" },
		{ "others",
		  "{\"a\":null,\"b\":1.5,\"c\":1e3,\"d\":[1],\"e\":{}}",
		  "a=other b=other c=other d=other e=other" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena = { 0 };
		struct json_object object = { 0 };
		struct buf got = { 0 };
		struct error error;
		expect_true(&expect, cases[i].name,
			    json_read(&object, str_of(cases[i].text), &arena,
				      &error));
		put_members(&object, &got);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		arena_release(&arena);
	}
	expect_done(&expect);
}

static void refuses(void **state)
{
	static const struct {
		const char *name;
		struct str text;
		const char *want; /* the error begins with it */
	} cases[] = {
		{ "nothing", { NULL, 0 }, "not JSON: " },
		{ "a blank", STR(" "), "not JSON: " },
		{ "a word", STR("next"), "not JSON: " },
		{ "a string", STR("\"next\""), "not JSON: " },
		{ "an array", STR("[{}]"), "not a JSON object" },
		{ "half an object", STR("{\"a\":1"), "not JSON: " },
		{ "more behind it", STR("{} {}"), "not JSON: " },
		{ "a name twice", STR("{\"a\":1,\"a\":1}"), "not JSON: " },
		{ "a NUL", STR("{\"a\":\"b\0\"}"), "not JSON: " },
		{ "a NUL behind it", STR("{}\0"), "not JSON: " },
		{ "an escaped NUL", STR("{\"a\":\"\\u0000\"}"), "not JSON: " },
		{ "half a character", STR("{\"a\":\"\\ud83e\"}"),
		  "not JSON: " },
		{ "not UTF-8", STR("{\"a\":\"\xff\"}"), "not JSON: " },
		{ "a huge number", STR("{\"a\":99999999999999999999}"),
		  "not JSON: " },
		{ "a huge real", STR("{\"a\":1e999}"), "not JSON: " },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena = { 0 };
		struct json_object object;
		struct error error = { "" };
		expect_true(&expect, cases[i].name,
			    !json_read(&object, cases[i].text, &arena, &error));
		expect_true(&expect, cases[i].name,
			    str_starts(str_of(error.text),
				       str_of(cases[i].want)));
		arena_release(&arena);
	}
	expect_done(&expect);
}

/* Neither the stack nor the time of the reader grows with the input. */
static void survives_depth(void **state)
{
	static const char *const pieces[] = { "[", "{\"a\":", "{\"a\":[" };

	(void)state;
	for (size_t i = 0; i < COUNT(pieces); i++) {
		struct arena arena = { 0 };
		struct json_object object;
		struct buf text = { 0 };
		struct error error;
		for (int n = 0; n < 100000; n++)
			buf_put_text(&text, pieces[i]);
		assert_false(
			json_read(&object, buf_str(&text), &arena, &error));
		buf_release(&text);
		arena_release(&arena);
	}
}

static void finds_members(void **state)
{
	struct arena arena = { 0 };
	struct json_object object;
	struct error error;

	(void)state;
	assert_true(json_read(&object, str_of("{\"ab\":1,\"a\":2}"), &arena,
			      &error));
	assert_int_equal(json_find(&object, "a")->number, 2);
	assert_int_equal(json_find(&object, "ab")->number, 1);
	assert_null(json_find(&object, "b"));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(puts_strings),
		cmocka_unit_test(reads_objects),
		cmocka_unit_test(refuses),
		cmocka_unit_test(survives_depth),
		cmocka_unit_test(finds_members),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
