/* SPDX-License-Identifier: MIT */
/*
 * The letters, to be seen as they are drawn. Those with accents are put
 * together from a letter and an accent, so that neither stands here twice.
 */
#include "layout/face.h"

#include <string.h>

#include "base/glyph.h"

#define CAPITAL_TOP 3  /* the first row of the pictures below */
#define BELOW_TOP   10 /* the first row under the line */

/* Letters side by side: "#" is a dot, "." none; a blank ends a letter. */
struct band {
	const char *letters;
	const char *rows[FACE_DOTS - CAPITAL_TOP]; /* the last may be NULL */
};

/* clang-format off */
static const struct band bands[] = {
	{ "ABCDEFGHIJKLM",
	  { ".##. ###. .### ###. #### #### .### #..# ### ..## #..# #... #...#",
	    "#..# #..# #... #..# #... #... #... #..# .#. ...# #..# #... ##.##",
	    "#..# #..# #... #..# #... #... #... #..# .#. ...# #.#. #... #.#.#",
	    "#### ###. #... #..# ###. ###. #.## #### .#. ...# ##.. #... #.#.#",
	    "#..# #..# #... #..# #... #... #..# #..# .#. ...# #.#. #... #...#",
	    "#..# #..# #... #..# #... #... #..# #..# .#. #..# #..# #... #...#",
	    "#..# ###. .### ###. #### #... .### #..# ### .##. #..# #### #...#" } },
	{ "NOPQRSTUVWXYZ",
	  { "#...# .##. ###. .##. ###. .### ##### #..# #...# #...# #...# #...# ####",
	    "##..# #..# #..# #..# #..# #... ..#.. #..# #...# #...# #...# #...# ...#",
	    "##..# #..# #..# #..# #..# #... ..#.. #..# #...# #...# .#.#. .#.#. ..#.",
	    "#.#.# #..# ###. #..# ###. .##. ..#.. #..# #...# #.#.# ..#.. ..#.. .#..",
	    "#..## #..# #... #..# #.#. ...# ..#.. #..# .#.#. #.#.# .#.#. ..#.. .#..",
	    "#..## #..# #... #.## #..# ...# ..#.. #..# .#.#. ##.## #...# ..#.. #...",
	    "#...# .##. #... .### #..# ###. ..#.. .##. ..#.. #...# #...# ..#.. ####" } },
	{ "abcdefghiıjklm",
	  { ".... #... ... ...# .... .## .... #... # . .# #... #. .....",
	    ".... #... ... ...# .... #.. .... #... . . .. #... #. .....",
	    ".##. ###. .## .### .##. ### .### ###. # # .# #..# #. ####.",
	    "...# #..# #.. #..# #..# #.. #..# #..# # # .# #.#. #. #.#.#",
	    ".### #..# #.. #..# #### #.. #..# #..# # # .# ##.. #. #.#.#",
	    "#..# #..# #.. #..# #... #.. #..# #..# # # .# #.#. #. #.#.#",
	    ".### ###. .## .### .### #.. .### #..# # # .# #..# .# #.#.#",
	    ".... .... ... .... .... ... ...# .... . . .# .... .. .....",
	    ".... .... ... .... .... ... .##. .... . . #. .... .. ....." } },
	{ "nopqrstuvwxyz",
	  { ".... .... .... .... ... .... ... .... ..... ..... ..... .... ....",
	    ".... .... .... .... ... .... #.. .... ..... ..... ..... .... ....",
	    "###. .##. ###. .### #.# .### ### #..# #...# #...# #...# #..# ####",
	    "#..# #..# #..# #..# ##. #... #.. #..# #...# #...# .#.#. #..# ..#.",
	    "#..# #..# #..# #..# #.. .##. #.. #..# .#.#. #.#.# ..#.. #..# .#..",
	    "#..# #..# #..# #..# #.. ...# #.. #..# .#.#. #.#.# .#.#. #..# #...",
	    "#..# .##. ###. .### #.. ###. .## .### ..#.. .#.#. #...# .### ####",
	    ".... .... #... ...# ... .... ... .... ..... ..... ..... ...# ....",
	    ".... .... #... ...# ... .... ... .... ..... ..... ..... .##. ...." } },
	{ "0123456789",
	  { ".##. .#. .##. ###. #..# #### .##. #### .##. .##.",
	    "#..# ##. #..# ...# #..# #... #... ...# #..# #..#",
	    "#..# .#. ...# ...# #..# #... #... ..#. #..# #..#",
	    "#..# .#. ..#. .##. #### ###. ###. ..#. .##. .###",
	    "#..# .#. .#.. ...# ...# ...# #..# .#.. #..# ...#",
	    "#..# .#. #... ...# ...# ...# #..# .#.. #..# ...#",
	    ".##. ### #### ###. ...# ###. .##. .#.. .##. .##." } },
	{ "!\"#$%&'()*+-./:",
	  { "# #.# ..... ..#.. ##..# .##.. # .# #. ..... ..... ... . ...# .",
	    "# #.# .#.#. .#### ##..# #..#. # #. .# ..#.. ..... ... . ...# .",
	    "# ... ##### #.#.. ...#. #..#. . #. .# #.#.# ..#.. ... . ..#. .",
	    "# ... .#.#. .###. ..#.. .##.. . #. .# .###. ..#.. ... . ..#. #",
	    "# ... ##### ..#.# .#... #.#.# . #. .# #.#.# ##### ### . .#.. .",
	    ". ... .#.#. ####. #..## #..#. . #. .# ..#.. ..#.. ... . .#.. .",
	    "# ... ..... ..#.. #..## .##.# . .# #. ..... ..#.. ... # #... #" } },
	{ "<=>?@[\\]^`{|}~",
	  { "...# .... #... .##. .###. ## #... ## ..#.. #. .## # ##. .....",
	    "..#. .... .#.. #..# #...# #. #... .# .#.#. .# .#. # .#. .....",
	    ".#.. .... ..#. ...# #.### #. .#.. .# #...# .. .#. # .#. .....",
	    "#... #### ...# ..#. #.#.# #. .#.. .# ..... .. #.. # ..# .##.#",
	    ".#.. .... ..#. .#.. #.### #. ..#. .# ..... .. .#. # .#. #.##.",
	    "..#. #### .#.. .... #.... #. ..#. .# ..... .. .#. # .#. .....",
	    "...# .... #... .#.. .###. ## ...# ## ..... .. .## # ##. ....." } },
	{ "¡¢£¤¥¦§¨©ª«¬",
	  { ". ..... .##. ..... #...# # .### #.# .####. .## ...... ....",
	    ". ..#.. #..# #...# .#.#. # #... ... #....# #.# ...... ....",
	    "# .#### #... .###. ..#.. # .##. ... #.##.# .## ..#..# ....",
	    ". #.#.. ###. .#.#. ##### . #..# ... #.#..# ... .#..#. ....",
	    "# #.#.. #... .###. ..#.. # #..# ... #.##.# ### #..#.. ####",
	    "# #.#.. #... #...# ##### # .##. ... #....# ... .#..#. ...#",
	    "# .#### #### ..... ..#.. # ...# ... .####. ... ..#..# ....",
	    "# ..#.. .... ..... ..... . ###. ... ...... ... ...... ....",
	    "# ..... .... ..... ..... . .... ... ...... ... ...... ...." } },
	{ ",;_\u00a0®¯°±²³´µ¶·¸",
	  { ".. .. .... ... .####. #### .#. ..... ##. ##. .# .... .#### . ..",
	    ".. .. .... ... #.##.# .... #.# ..#.. ..# ..# #. .... ###.# . ..",
	    ".. .. .... ... #.#.## .... .#. ..#.. .#. .#. .. #..# ###.# . ..",
	    ".. .# .... ... #.##.# .... ... ##### #.. ..# .. #..# .##.# . ..",
	    ".. .. .... ... #.#.## .... ... ..#.. ### ##. .. #..# ..#.# # ..",
	    ".. .. .... ... #....# .... ... ..#.. ... ... .. #..# ..#.# . ..",
	    ".# .# .... ... .####. .... ... ##### ... ... .. ###. ..#.# . ..",
	    "#. #. #### ... ...... .... ... ..... ... ... .. #... ..... . .#",
	    ".. .. .... ... ...... .... ... ..... ... ... .. #... ..... . #." } },
	{ "¹º»¼½¾÷×",
	  { ".# .#. ...... #....#.. #....#.. ##...#.. ..... ...",
	    "## #.# ...... #...#... #...#... .##.#... ..... ...",
	    ".# .#. #..#.. #...#... #...#... ##..#... ..#.. ...",
	    ".# ... .#..#. ...#.#.# ...#.##. ...#.#.# ..... #.#",
	    ".# ### ..#..# ..#..### ..#....# ..#..### ##### .#.",
	    ".. ... .#..#. ..#....# ..#...#. ..#....# ..... #.#",
	    ".. ... #..#.. .#.....# .#...### .#.....# ..#.. ..." } },
	{ "¿ÆÐØÞßæðøþ",
	  { ".... .###### .###. .###. #... .##. ....... #.#. ..... #...",
	    ".... #..#... .#..# #..## ###. #..# ....... .#.. ..... #...",
	    "..#. #..#... .#..# #..## #..# #..# .##.##. #.#. .###. ###.",
	    ".... ######. ###.# #.#.# #..# #.#. ...#..# .### #..## #..#",
	    "..#. #..#... .#..# ##..# ###. #..# .###### #..# #.#.# #..#",
	    ".#.. #..#... .#..# ##..# #... #..# #..#... #..# ##..# #..#",
	    "#... #..#### .###. .###. #... #.#. .###.## .##. .###. ###.",
	    "#..# ....... ..... ..... .... .... ....... .... ..... #...",
	    ".##. ....... ..... ..... .... .... ....... .... ..... #..." } },
};
/* clang-format on */

/*
 * An accent stands in the middle of its letter, `gap` rows above it or, when
 * it is one for below, on the first row under the line. Over a letter with an
 * even number of columns it has another form, if there is one.
 */
struct accent {
	const char *letters, *bases;
	const char *rows[3], *even[3];
	int gap;
	bool below;
};

static const struct accent accents[] = {
	{ "ÀÈÌÒÙàèìòù", "AEIOUaeıou", { "#.", ".#" }, { NULL }, 1, false },
	{ "ÁÉÍÓÚÝáéíóúý", "AEIOUYaeıouy", { ".#", "#." }, { NULL }, 1, false },
	{ "ÂÊÎÔÛâêîôû",
	  "AEIOUaeıou",
	  { ".#.", "#.#" },
	  { ".##.", "#..#" },
	  1,
	  false },
	{ "ÃÑÕãñõ",
	  "ANOano",
	  { ".##.#", "#.##." },
	  { ".#.#", "#.#." },
	  1,
	  false },
	{ "ÄËÏÖÜäëïöüÿ", "AEIOUaeıouy", { "#.#" }, { "#..#" }, 1, false },
	{ "Åå", "Aa", { ".##.", "#..#", ".##." }, { NULL }, 0, false },
	{ "Çç", "Cc", { ".#", "#." }, { NULL }, 0, true },
};

static const struct accent *accent_end(void)
{
	return accents + sizeof(accents) / sizeof(accents[0]);
}

/* Take one code point off a string of the tables. */
static unsigned take_code(struct str *letters)
{
	size_t bytes;
	unsigned code = str_decode(*letters, &bytes);

	*letters = str_from(*letters, bytes);
	return code;
}

/* Where a code point stands in a string of the tables, or -1. */
static int place_of(const char *letters, unsigned code)
{
	struct str rest = str_of(letters);

	for (int i = 0; rest.len > 0; i++) {
		if (take_code(&rest) == code)
			return i;
	}
	return -1;
}

static unsigned code_at(const char *letters, int place)
{
	struct str rest = str_of(letters);
	unsigned code;

	do
		code = take_code(&rest);
	while (place-- > 0);
	return code;
}

/* The dots of a row, up to its end or a blank. */
static unsigned dots_of(const char *row)
{
	unsigned dots = 0;

	for (int i = 0; row[i] && row[i] != ' '; i++) {
		if (row[i] == '#')
			dots |= 1U << i;
	}
	return dots;
}

static const char *skip_letters(const char *row, int count)
{
	while (count-- > 0)
		row = strchr(row, ' ') + 1;
	return row;
}

static bool find_plain(unsigned code, struct face_letter *letter)
{
	for (size_t i = 0; i < sizeof(bands) / sizeof(bands[0]); i++) {
		const struct band *band = &bands[i];
		int place = place_of(band->letters, code);
		if (place < 0)
			continue;
		*letter = (struct face_letter){ 0 };
		for (int row = 0; row < FACE_DOTS - CAPITAL_TOP; row++) {
			if (!band->rows[row])
				break;
			const char *dots = skip_letters(band->rows[row], place);
			letter->cols = (int)strcspn(dots, " ");
			letter->rows[CAPITAL_TOP + row] = dots_of(dots);
		}
		return true;
	}
	return false;
}

static void shift(struct face_letter *letter, int cols)
{
	for (int i = 0; i < FACE_DOTS; i++)
		letter->rows[i] <<= cols;
}

static void put_accent(struct face_letter *letter, const struct accent *accent)
{
	bool even = letter->cols % 2 == 0 && accent->even[0];
	const char *const *rows = even ? accent->even : accent->rows;
	int cols = (int)strlen(rows[0]), count = 0, top = 0;

	while (count < 3 && rows[count])
		count++;
	while (letter->rows[top] == 0)
		top++;
	top = accent->below ? BELOW_TOP : top - accent->gap - count;
	if (cols > letter->cols) {
		shift(letter, (cols - letter->cols) / 2);
		letter->cols = cols;
	}
	for (int i = 0; i < count; i++)
		letter->rows[top + i] |= dots_of(rows[i])
					 << (letter->cols - cols + 1) / 2;
}

bool face_find(unsigned code, struct face_letter *letter)
{
	for (const struct accent *at = accents; at < accent_end(); at++) {
		int place = place_of(at->letters, code);
		if (place < 0)
			continue;
		find_plain(code_at(at->bases, place), letter);
		put_accent(letter, at);
		return true;
	}
	return find_plain(code, letter);
}
