/* SPDX-License-Identifier: MIT */
/*
 * What there is to choose from, as a list and as a deck.
 */
#include "app/gallery.h"

#include "present/themes.h"

#define NAME_COLS 10

static const char sample[] =
	"Text with *emphasis*, **strong**, `code` and a\n"
	"[link](https://example.org).\n\n"
	"## A list and a table\n\n"
	"<!-- column_layout: [1, 1] -->\n<!-- column: 0 -->\n\n"
	"- one\n  - and below it\n- [x] done\n\n"
	"> A quote\n\n"
	"<!-- column: 1 -->\n\n"
	"| role | look |\n|------|-----:|\n| a    | 1    |\n| b    | 2    |\n\n"
	"<!-- reset_layout -->\n\n"
	"```c {1}\nint shown(void)\n{ return 1; }\n```\n\n"
	"> [!WARNING]\n> The next theme is on the next slide.\n";

static void put_theme(struct buf *out, const struct theme *theme)
{
	size_t begin = out->len;

	buf_put_text(out, theme->name);
	size_t cols = out->len - begin;
	buf_repeat(out, ' ', cols < NAME_COLS ? NAME_COLS - cols : 1);
	buf_put_text(out, theme->light ? "light  " : "dark   ");
	buf_put(out, theme->about);
	buf_put_byte(out, '\n');
}

static void put_slide(struct buf *out, const struct theme *theme)
{
	if (out->len > 0)
		buf_put_text(out, "\n---\n\n");
	else
		buf_put_text(out, "---\ntitle: deckle themes\n"
				  "author: Space for the next one\n---\n\n");
	buf_printf(out, "# %s: %.*s\n\n", theme->name, (int)theme->about.len,
		   theme->about.ptr);
	buf_put_text(out, sample);
}

static void put_all(struct buf *out,
		    void (*put)(struct buf *out, const struct theme *theme))
{
	const char *name;

	for (int i = 0; (name = themes_name(i)); i++) {
		struct theme theme;
		struct error ignored;
		if (!theme_load(&theme, name, &ignored))
			continue;
		put(out, &theme);
		theme_release(&theme);
	}
}

void gallery_put_list(struct buf *out)
{
	put_all(out, put_theme);
}

void gallery_put_deck(struct buf *out)
{
	put_all(out, put_slide);
}
