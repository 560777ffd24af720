/* SPDX-License-Identifier: MIT */
/*
 * Base64, by the test vectors of RFC 4648.
 */
#include "base/base64.h"

#include "support/unit.h"

static void bytes_become_letters(void **state)
{
	static const struct {
		struct str bytes;
		const char *letters;
	} cases[] = {
		{ STR(""), "" },
		{ STR("f"), "Zg==" },
		{ STR("fo"), "Zm8=" },
		{ STR("foo"), "Zm9v" },
		{ STR("foob"), "Zm9vYg==" },
		{ STR("fooba"), "Zm9vYmE=" },
		{ STR("foobar"), "Zm9vYmFy" },
		{ STR("\0\0\0"), "AAAA" },
		{ STR("\xff\xef\xbe\xfb"), "/++++w==" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf out = { 0 };
		buf_put_byte(&out, '>');
		base64_put(&out, cases[i].bytes);
		expect_text(&expect, cases[i].letters, cases[i].letters,
			    str_from(buf_str(&out), 1));
		buf_release(&out);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bytes_become_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
