/* SPDX-License-Identifier: MIT */
/*
 * Lines that say something of a slide: remark's properties, the notes of
 * reveal.js.
 */
#include "slide/property.h"

bool property_is(struct str line)
{
	static const struct str names[] = {
		STR("class:"),
		STR("name:"),
		STR("layout:"),
		STR("template:"),
		STR("count:"),
		STR("exclude:"),
		STR("background-image:"),
		STR("background-size:"),
		STR("background-color:"),
		STR("background-position:"),
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (str_starts(line, names[i]))
			return true;
	}
	return false;
}

bool property_is_note(struct str line, struct str *note)
{
	static const struct str words[] = { STR("note:"), STR("notes:") };
	struct str text = str_trim_left(line);

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		struct str head = text;
		if (head.len > words[i].len)
			head.len = words[i].len;
		*note = str_from(text, words[i].len);
		if (str_eq_nocase(head, words[i]))
			return true;
	}
	return false;
}
