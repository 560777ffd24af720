/* SPDX-License-Identifier: MIT */
/*
 * All languages, by their names.
 */
#include "code/language.h"

#include "code/curly.h"
#include "code/data.h"
#include "code/page.h"
#include "code/pure.h"
#include "code/script.h"
#include "code/shell.h"

static const struct language *const languages[] = {
	&language_shell,      &language_c,	    &language_console,
	&language_cpp,	      &language_csharp,	    &language_css,
	&language_diff,	      &language_dockerfile, &language_elixir,
	&language_elm,	      &language_go,	    &language_haskell,
	&language_html,	      &language_ini,	    &language_java,
	&language_javascript, &language_json,	    &language_kotlin,
	&language_lua,	      &language_makefile,   &language_markdown,
	&language_nix,	      &language_perl,	    &language_php,
	&language_python,     &language_r,	    &language_ruby,
	&language_rust,	      &language_scala,	    &language_sql,
	&language_swift,      &language_toml,	    &language_typescript,
	&language_xml,	      &language_yaml,	    &language_zig,
};

#define LANGUAGES ((int)(sizeof(languages) / sizeof(languages[0])))

static bool has_name(const struct language *language, struct str name)
{
	struct str rest = str_of(language->names);

	while (rest.len > 0) {
		const char *blank = str_find(rest, ' ');
		struct str own = { rest.ptr, blank ? (size_t)(blank - rest.ptr)
						   : rest.len };
		if (str_eq_nocase(own, name))
			return true;
		rest = str_from(rest, own.len + 1);
	}
	return false;
}

const struct language *language_find(struct str name)
{
	for (int i = 0; i < LANGUAGES; i++) {
		if (has_name(languages[i], name))
			return languages[i];
	}
	return NULL;
}

struct str language_name(struct str info)
{
	size_t bytes = 0;

	while (bytes < info.len && !str_is_byte_of(info.ptr[bytes], " \t,{"))
		bytes++;
	return (struct str){ info.ptr, bytes };
}

const struct language *language_at(int i)
{
	return i >= 0 && i < LANGUAGES ? languages[i] : NULL;
}
