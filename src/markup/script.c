/* SPDX-License-Identifier: MIT */
/*
 * Superscripts and subscripts, ASCII only: nothing else has them.
 */
#include "markup/script.h"

/* Those without a form are left out. */
static const char *const supers[128] = {
	['('] = "⁽", [')'] = "⁾", ['+'] = "⁺", ['-'] = "⁻", ['='] = "⁼",
	['0'] = "⁰", ['1'] = "¹", ['2'] = "²", ['3'] = "³", ['4'] = "⁴",
	['5'] = "⁵", ['6'] = "⁶", ['7'] = "⁷", ['8'] = "⁸", ['9'] = "⁹",
	['A'] = "ᴬ", ['B'] = "ᴮ", ['D'] = "ᴰ", ['E'] = "ᴱ", ['G'] = "ᴳ",
	['H'] = "ᴴ", ['I'] = "ᴵ", ['J'] = "ᴶ", ['K'] = "ᴷ", ['L'] = "ᴸ",
	['M'] = "ᴹ", ['N'] = "ᴺ", ['O'] = "ᴼ", ['P'] = "ᴾ", ['R'] = "ᴿ",
	['T'] = "ᵀ", ['U'] = "ᵁ", ['V'] = "ⱽ", ['W'] = "ᵂ", ['a'] = "ᵃ",
	['b'] = "ᵇ", ['c'] = "ᶜ", ['d'] = "ᵈ", ['e'] = "ᵉ", ['f'] = "ᶠ",
	['g'] = "ᵍ", ['h'] = "ʰ", ['i'] = "ⁱ", ['j'] = "ʲ", ['k'] = "ᵏ",
	['l'] = "ˡ", ['m'] = "ᵐ", ['n'] = "ⁿ", ['o'] = "ᵒ", ['p'] = "ᵖ",
	['r'] = "ʳ", ['s'] = "ˢ", ['t'] = "ᵗ", ['u'] = "ᵘ", ['v'] = "ᵛ",
	['w'] = "ʷ", ['x'] = "ˣ", ['y'] = "ʸ", ['z'] = "ᶻ",
};

static const char *const subs[128] = {
	['('] = "₍", [')'] = "₎", ['+'] = "₊", ['-'] = "₋", ['='] = "₌",
	['0'] = "₀", ['1'] = "₁", ['2'] = "₂", ['3'] = "₃", ['4'] = "₄",
	['5'] = "₅", ['6'] = "₆", ['7'] = "₇", ['8'] = "₈", ['9'] = "₉",
	['a'] = "ₐ", ['e'] = "ₑ", ['h'] = "ₕ", ['i'] = "ᵢ", ['j'] = "ⱼ",
	['k'] = "ₖ", ['l'] = "ₗ", ['m'] = "ₘ", ['n'] = "ₙ", ['o'] = "ₒ",
	['p'] = "ₚ", ['r'] = "ᵣ", ['s'] = "ₛ", ['t'] = "ₜ", ['u'] = "ᵤ",
	['v'] = "ᵥ", ['x'] = "ₓ",
};

static const char *form_of(enum script script, char byte)
{
	unsigned char code = (unsigned char)byte;

	if (code >= 128)
		return NULL;
	return script == SCRIPT_SUPER ? supers[code] : subs[code];
}

bool script_has(enum script script, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (!form_of(script, text.ptr[i]))
			return false;
	}
	return true;
}

void script_put(struct buf *out, enum script script, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		const char *form = form_of(script, text.ptr[i]);
		if (form)
			buf_put_text(out, form);
		else
			buf_put_byte(out, text.ptr[i]);
	}
}
