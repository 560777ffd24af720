/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as the text of a theme: it is refused with a line that says why,
 * or it is a theme, and everything that can be drawn with it is.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/contrast.h"
#include "base/glyph.h"
#include "layout/colour.h"
#include "layout/frame.h"
#include "layout/theme_file.h"
#include "slide/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char sample[] =
	"---\ntitle: T\nauthor: A\n---\n\n# One\n\n- a\n  - b\n- [ ] c\n\n"
	"> q\n\n| a | b |\n|---|---|\n| c | d "
	"|\n\n```\ncode\n```\n\n---\n\nx\n";

static void require(int truth, const char *what)
{
	if (truth)
		return;
	fprintf(stderr, "broken rule: %s\n", what);
	abort();
}

static void check_looks(const struct theme *theme)
{
	struct colour_table table = { .ready = false };

	for (int i = 0; i < ROLE_COUNT * (DEPTH_DIRECT + 1) * 8; i++) {
		int bits = i % 8, rest = i / 8;
		struct style style = { .role = (unsigned char)(rest %
							       ROLE_COUNT) };
		struct look_options options = {
			.theme = theme,
			.colours = &table,
			.options = { bits & 1, bits & 2, bits & 4 },
			.depth = (enum depth)(rest / ROLE_COUNT)
		};
		struct look look = theme_look(&options, style);
		require(look.text != look.ground || look.text == THEME_DEFAULT,
			"text is not in the colour of its ground");
	}
}

/* As xterm has it, the terminal's own ground as the theme takes it for. */
static int rgb_of(int colour, int own)
{
	if (colour == THEME_DEFAULT)
		return own;
	return colour & TINT_SET ? colour & ~TINT_SET : colour_rgb(colour);
}

static void check_tint(const struct theme *theme, struct tint tint)
{
	struct colour_table table = { .ready = false };
	struct style style = { .role = ROLE_CODE, .tint = tint };
	int light = theme->light ? 0xffffff : 0x000000;

	for (int depth = DEPTH_8; depth <= DEPTH_DIRECT; depth++) {
		struct look_options options = { .theme = theme,
						.colours = &table,
						.depth = (enum depth)depth };
		struct look look = theme_look(&options, style);
		if (look.text < 16 && look.ground < 16)
			continue; /* as may be the terminal's own */
		require(contrast_of(rgb_of(look.text, 0xffffff ^ light),
				    rgb_of(look.ground, light)) >= CONTRAST_MIN,
			"code can be read in any colour");
	}
}

static void check_tints(const struct theme *theme)
{
	static const int tints[] = { 0,
				     TINT_INDEX | 1,
				     TINT_INDEX | 12,
				     TINT_SET | 0xffff00,
				     TINT_SET | 0x0000af,
				     TINT_SET | 0x7f7f7f };
	const int count = sizeof(tints) / sizeof(tints[0]);

	for (int i = 1; i < count * count; i++)
		check_tint(theme,
			   (struct tint){ tints[i % count], tints[i / count] });
}

static void check_frames(const struct theme *theme, struct size screen)
{
	struct buf source = { 0 };
	struct deck_options options = { .dialect = DIALECT_MARKDOWN };
	struct arena arena = { 0 };
	struct deck deck;

	buf_put_text(&source, sample);
	read_deck(&deck, &source, &options);
	struct stage stage = { .deck = &deck,
			       .widest = survey_deck(&deck, &theme->form,
						     SURVEY_ALL),
			       .size = screen,
			       .form = &theme->form };
	struct slide *slide = read_slide(&deck, 1, &arena);
	struct fit *fit = fit_slide(&arena, &stage, slide);
	for (int i = 0; i < fit->view_count; i++) {
		struct bars bars = { .number = 1 };
		struct grid grid =
			frame_draw(&arena, fit, fit->views[i], &bars);
		require(grid_check(&grid), "the grid is sound");
	}
	arena_release(&arena);
	deck_release(&deck);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 2)
		return 0;
	struct size screen = { .cols = 1 + data[0] % 100,
			       .rows = data[1] % 40 };
	struct str bytes = { (const char *)data + 2, size - 2 };
	struct theme_text text = { .name = "fuzz.theme", .text = bytes };
	struct error error = { "" };
	struct theme theme;

	theme_begin(&theme);
	theme_inherits(bytes);
	bool ok = theme_add(&theme, &text, &error);
	theme_end(&theme);
	require(theme_check(&theme), "the theme is sound");
	require(ok != (error.text[0] != '\0'), "what is refused is told");
	require(str_is_clean(str_of(error.text)), "and can be printed");
	if (ok) {
		check_looks(&theme);
		check_tints(&theme);
		check_frames(&theme, screen);
	}
	theme_release(&theme);
	return 0;
}
