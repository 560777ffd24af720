/* SPDX-License-Identifier: MIT */
/*
 * remark's slide properties.
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
