/* SPDX-License-Identifier: MIT */
/*
 * From what a theme says of a role to how a cell looks at a depth. What the
 * user and the deck ask for changes the role's look first, then the colours
 * are taken that the depth has.
 */
#include "layout/theme.h"

#include "base/contrast.h"
#include "base/die.h"
#include "base/glyph.h"
#include "layout/colour.h"

#define REVERSE ATTRIBUTE_REVERSE

/* What text in the terminal's own colour is taken for, on a dark ground. */
#define OWN_TEXT 0xd0d0d0

/* A block of code or a part of it: a name, a string, a line's number. */
static bool is_of_code(int role)
{
	return (role >= ROLE_CODE && role <= ROLE_CODE_INLINE) ||
	       role == ROLE_LINE_NUMBER;
}

static bool is_few(enum depth depth)
{
	return depth < DEPTH_256;
}

/*
 * Code without a panel looks like text, but for the colours of what it is made
 * of and of its numbers. With few colours the panel is taken from code that is
 * not in focus, too: there may be no grey, nor dim text.
 */
static void take_panel(const struct look_options *options, struct style style,
		       struct role_look *look)
{
	const struct role_look *text = &options->theme->roles[ROLE_TEXT];
	bool plain = style.role == ROLE_CODE || style.role == ROLE_CODE_INLINE;
	bool few = is_few(options->depth);

	if (!is_of_code(style.role))
		return;
	if (options->options.no_code) {
		look->shades.ground = text->shades.ground;
		if (few || plain)
			look->shades.text = text->shades.text;
	}
	if (few && style.emphasis & EMPHASIS_DIM)
		look->shades = text->shades;
	if (options->options.no_code || style.emphasis & EMPHASIS_DIM)
		look->mono = text->mono;
}

static void make_opaque(const struct theme *theme, struct shades *shades)
{
	if (shades->ground.colour == THEME_DEFAULT)
		shades->ground = theme->opaque.ground;
	if (shades->text.colour == THEME_DEFAULT)
		shades->text = theme->opaque.text;
}

static int rgb_of(int colour)
{
	return colour & TINT_SET ? colour & ~TINT_SET : colour_rgb(colour);
}

/* Whether code has no other colours than the terminal's own. */
static bool is_of_terminal(const struct theme *theme)
{
	const struct shades *code = &theme->roles[ROLE_CODE].shades;

	return code->text.colour < TERMINAL_COLOURS &&
	       code->ground.colour < TERMINAL_COLOURS;
}

static struct shade shade_of(const struct theme *theme, int tint)
{
	struct shade shade = { tint, THEME_NEAREST, THEME_NEAREST };

	if (tint & TINT_INDEX)
		shade.colour = tint & ~TINT_INDEX;
	if (tint & TINT_INDEX && !is_of_terminal(theme))
		shade.colour = TINT_SET | colour_rgb(shade.colour);
	return shade;
}

static int shade_at(const struct shade *shade,
		    const struct look_options *options)
{
	struct colour_table *table = options->colours;
	enum depth depth = options->depth;
	int colour = shade->colour;
	short said = depth == DEPTH_16 ? shade->of16 : shade->of8;

	if (is_few(depth) && said != THEME_NEAREST)
		return said;
	if (is_few(depth))
		return colour_nearest(table,
				      depth == DEPTH_16 ? PALETTE_16
							: PALETTE_8,
				      rgb_of(colour));
	if (colour == THEME_DEFAULT || colour < TERMINAL_COLOURS)
		return colour;
	if (depth == DEPTH_DIRECT)
		return TINT_SET | rgb_of(colour);
	return colour & TINT_SET
		       ? colour_nearest(table, PALETTE_256, rgb_of(colour))
		       : colour;
}

static unsigned attributes_of(unsigned emphasis)
{
	static const struct {
		enum emphasis emphasis;
		unsigned attribute;
	} table[] = {
		{ EMPHASIS_UNDERLINE, ATTRIBUTE_UNDERLINE },
		{ EMPHASIS_STRONG, ATTRIBUTE_BOLD },
		{ EMPHASIS_ITALIC, ATTRIBUTE_ITALIC },
	};
	unsigned attributes = 0;

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		if (emphasis & table[i].emphasis)
			attributes |= table[i].attribute;
	}
	return attributes;
}

static int readable_on(int ground, enum depth depth)
{
	static const enum palette palettes[] = { [DEPTH_MONO] = PALETTE_8,
						 [DEPTH_8] = PALETTE_8,
						 [DEPTH_16] = PALETTE_16,
						 [DEPTH_256] = PALETTE_256 };

	if (depth == DEPTH_DIRECT)
		return TINT_SET | colour_readable_on_rgb(rgb_of(ground));
	return colour_readable_on(palettes[depth], ground);
}

static int mix(int from, int to, int part)
{
	int rgb = 0;

	for (int shift = 0; shift <= 16; shift += 8) {
		int begin = from >> shift & 0xff, end = to >> shift & 0xff;
		rgb |= (begin + (end - begin) * part / STYLE_FADED) << shift;
	}
	return rgb;
}

/* What a colour is, or is taken for when it is the terminal's own. */
static int rgb_or(int colour, int own)
{
	return colour == THEME_DEFAULT ? own : rgb_of(colour);
}

/*
 * Text and ground on their way to the ground of the slide. With few colours
 * there is no way, only dim text from the middle of it on.
 */
static void fade(const struct look_options *options, struct look *look,
		 int part)
{
	struct style blank = { .role = ROLE_BLANK };
	bool light = options->theme->light;
	int own = light ? 0xffffff : 0x000000;
	struct shade text = { 0 }, ground = { 0 };

	if (is_few(options->depth)) {
		if (2 * part >= STYLE_FADED)
			look->attributes |= ATTRIBUTE_DIM;
		return;
	}
	int end = rgb_or(theme_look(options, blank).ground, own);
	text.colour =
		TINT_SET |
		mix(rgb_or(look->text, light ? 0x000000 : OWN_TEXT), end, part);
	ground.colour = TINT_SET | mix(rgb_or(look->ground, own), end, part);
	look->text = shade_at(&text, options);
	if (look->ground != THEME_DEFAULT)
		look->ground = shade_at(&ground, options);
}

struct tint theme_fade(const struct look_options *options, struct tint tint,
		       int part)
{
	const struct theme *theme = options->theme;
	struct shades blank = theme->roles[ROLE_BLANK].shades;

	if (options->options.opaque)
		make_opaque(theme, &blank);
	int end = rgb_or(blank.ground.colour, theme->light ? 0xffffff : 0);
	if (tint.text)
		tint.text = TINT_SET | mix(rgb_of(tint.text), end, part);
	if (tint.ground)
		tint.ground = TINT_SET | mix(rgb_of(tint.ground), end, part);
	return tint;
}

/* Some have asked for colours without a look at the theme's. */
static bool may_be_illegible(const struct look_options *options,
			     struct style style)
{
	return style.role == ROLE_CODE && options->depth != DEPTH_MONO &&
	       (style.tint.text || style.tint.ground) &&
	       !(style.emphasis & EMPHASIS_DIM);
}

/*
 * The text lighter or darker where it needs to be. Of few colours none may be
 * near enough: it is black or white then. Nobody knows the terminal's own.
 */
static int legible_on(const struct look_options *options, struct shade text,
		      int ground)
{
	bool light = options->theme->light;
	int on = rgb_or(ground, light ? 0xffffff : 0x000000);
	int rgb = rgb_or(text.colour, light ? 0x000000 : OWN_TEXT);
	int moved = colour_legible_on_rgb(rgb, on);

	if (text.colour < TERMINAL_COLOURS && ground < TERMINAL_COLOURS)
		return shade_at(&text, options);
	if (moved != rgb)
		text = shade_of(options->theme, TINT_SET | moved);
	int found = shade_at(&text, options);
	if (contrast_of(rgb_or(found, rgb), on) >= CONTRAST_MIN)
		return found;
	return ground == THEME_DEFAULT ? ground
				       : readable_on(ground, options->depth);
}

struct look theme_look(const struct look_options *options, struct style style)
{
	struct role_look role = options->theme->roles[style.role];
	bool mono = options->depth == DEPTH_MONO;

	take_panel(options, style, &role);
	if (options->options.opaque)
		make_opaque(options->theme, &role.shades);
	if (style.tint.text)
		role.shades.text = shade_of(options->theme, style.tint.text);
	if (style.tint.ground)
		role.shades.ground =
			shade_of(options->theme, style.tint.ground);

	struct look look = {
		.attributes = mono ? role.mono : role.attributes,
	};
	if (mono && options->options.reverse)
		look.attributes ^= REVERSE;
	/* What is struck or not in focus: grey, or as dim as can be. */
	if (style.emphasis & (EMPHASIS_DIM | EMPHASIS_STRIKE)) {
		if (is_few(options->depth))
			look.attributes |= ATTRIBUTE_DIM;
		else
			role.shades.text = options->theme->dim;
	}
	look.attributes |= attributes_of(style.emphasis);
	look.ground = shade_at(&role.shades.ground, options);
	look.text = may_be_illegible(options, style)
			    ? legible_on(options, role.shades.text, look.ground)
			    : shade_at(&role.shades.text, options);
	if (look.text == look.ground && look.text != THEME_DEFAULT)
		look.text = readable_on(look.ground, options->depth);
	if (style.fade)
		fade(options, &look, style.fade);
	return look;
}

/* ---- the theme as a whole ---- */

void theme_begin(struct theme *theme)
{
	static const struct shade own = { THEME_DEFAULT, THEME_DEFAULT,
					  THEME_DEFAULT };

	*theme = (struct theme){ .opaque = { own, own },
				 .dim = own,
				 .form = form_plain };
	for (int i = 0; i < ROLE_COUNT; i++)
		theme->roles[i].shades = (struct shades){ own, own };
}

void theme_end(struct theme *theme)
{
	const struct role_look *text = &theme->roles[ROLE_TEXT];
	const struct role_look *blank = &theme->roles[ROLE_BLANK];
	const struct role_look *heading = &theme->roles[ROLE_HEADING1];
	struct role_look *code = &theme->roles[ROLE_CODE];

	if (!code->has_ground)
		code->shades.ground = blank->shades.ground;
	if (!code->has_text)
		code->shades.text = text->shades.text;
	for (int i = 0; i < ROLE_COUNT; i++) {
		struct role_look *role = &theme->roles[i];
		bool of_code = is_of_code(i);
		const struct role_look *like = of_code	       ? code
					       : i == ROLE_BIG ? heading
							       : text;
		if (!role->has_text)
			role->shades.text = like->shades.text;
		if (!role->has_ground)
			role->shades.ground =
				(of_code ? code : blank)->shades.ground;
	}
}

void theme_release(struct theme *theme)
{
	arena_release(&theme->arena);
}

static void require(bool truth)
{
	if (!truth)
		die("a theme breaks a rule");
}

static void check_shade(const struct shade *shade)
{
	require(shade->colour >= THEME_DEFAULT &&
		(shade->colour < 256 || shade->colour >= TINT_SET) &&
		shade->colour < 2 * TINT_SET);
	require(shade->of16 >= THEME_NEAREST && shade->of16 < 16);
	require(shade->of8 >= THEME_NEAREST && shade->of8 < 8);
	require(shade->colour != THEME_DEFAULT ||
		(shade->of16 != THEME_NEAREST && shade->of8 != THEME_NEAREST));
}

static void check_form(const struct form *form)
{
	const struct str single[] = {
		form->rule,	   form->table_bar,	form->table_rule,
		form->table_cross, form->progress_done, form->progress_left
	};

	require(form->bullet_count > 0 &&
		form->bullet_count <= FORM_BULLETS_MAX);
	for (int i = 0; i < form->bullet_count; i++)
		require(str_width(form->bullets[i]) > 0);
	require(str_width(form->quote) > 0);
	for (size_t i = 0; i < sizeof(single) / sizeof(single[0]); i++)
		require(str_width(single[i]) == 1);
	for (int i = 0; i < FORM_HEADINGS; i++)
		require(str_width(form->headings[i].underline) <= 1);
}

bool theme_check(const struct theme *theme)
{
	for (int i = 0; i < ROLE_COUNT; i++) {
		check_shade(&theme->roles[i].shades.text);
		check_shade(&theme->roles[i].shades.ground);
	}
	check_shade(&theme->opaque.text);
	check_shade(&theme->opaque.ground);
	check_shade(&theme->dim);
	check_form(&theme->form);
	return true;
}
