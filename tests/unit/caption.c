/* SPDX-License-Identifier: MIT */
/*
 * What is shown for images.
 */
#include "markup/caption.h"

#include "support/unit.h"

static void names_images(void **state)
{
	static const struct {
		const char *alt, *target, *want;
	} cases[] = {
		{ "a cat", "cat.png", "a cat" },
		{ "", "img/cat.png", "cat.png" },
		{ " ", "img/cat.png?raw=1#x", "cat.png" },
		{ "", "img/", "img/" },
		{ "", "data:image/png;base64,AA/BB", "data:image/png" },
		{ "", "", "" },
		{ "image:width:50%", "cat.png", "cat.png" },
		{ "image:w:50%, image:x, a cat", "cat.png", "a cat" },
		{ "bg", "cat.png", "cat.png" },
		{ "bg left:40% w:200px blur:5px 40%", "cat.png", "cat.png" },
		{ "center h:200", "cat.png", "cat.png" },
		{ "bg cat", "cat.png", "bg cat" },
		{ "40", "cat.png", "40" },
		{ "width", "", "width" },
		{ "w:50% h:3cm a cat", "cat.png", "a cat" },
		{ "w: a cat", "cat.png", "w: a cat" },
		{ "a cat|40x20", "cat.png", "a cat" },
		{ "a cat|40", "cat.png", "a cat" },
		{ "|40x20", "cat.png", "cat.png" },
		{ ":scale 50%", "cat.png", "cat.png" },
		{ "a|b", "cat.png", "a|b" },
		{ "a|4y", "cat.png", "a|4y" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_text(&expect, cases[i].alt, cases[i].want,
			    caption_of_image(str_of(cases[i].alt),
					     str_of(cases[i].target)));
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_images),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
