/* SPDX-License-Identifier: MIT */
/*
 * Blanks and breaks are held back until something is shown behind them.
 */
#include "markup/flow.h"

#include "base/glyph.h"

#define GAP 2 /* columns */

void flow_begin(struct flow *flow, struct text *into, int indent)
{
	*flow = (struct flow){ .writer = flow->writer,
			       .keeps_lines = flow->keeps_lines,
			       .settled = true };
	run_begin(flow->writer, into);
	run_put_blanks(flow->writer, indent);
}

/* Chinese and Japanese are written without blanks; Korean is not. */
static bool is_written_solid(unsigned code)
{
	bool hangul = (code >= 0x1100 && code <= 0x11ff) ||
		      (code >= 0x3130 && code <= 0x318f) ||
		      (code >= 0xac00 && code <= 0xd7ff);
	bool emoji = code >= 0x1f000 && code <= 0x1ffff;

	return code >= 0x2e80 && code_width(code) == 2 && !hangul && !emoji;
}

static unsigned last_code(struct str text)
{
	size_t at = text.len - 1, bytes;

	while (at > 0 && ((unsigned char)text.ptr[at] & 0xc0) == 0x80)
		at--;
	return str_decode(str_from(text, at), &bytes);
}

static bool is_at_row_begin(const struct flow *flow)
{
	return !flow->content || flow->held > 0;
}

static void put_held(struct flow *flow, struct str next)
{
	size_t bytes;
	bool solid = is_written_solid(flow->last) &&
		     is_written_solid(str_decode(next, &bytes));

	if (flow->held > 0 && flow->content)
		run_trim(flow->writer);
	for (int i = 0; i < flow->held; i++)
		run_break(flow->writer);
	if (flow->blank && !is_at_row_begin(flow) && flow->last != ' ' &&
	    !solid)
		run_put(flow->writer, &flow->look, (struct str)STR(" "));
	flow->held = 0;
	flow->blank = false;
}

void flow_put(struct flow *flow, const struct look *look, struct str text)
{
	bool blank_before = is_at_row_begin(flow) || flow->blank ||
			    (flow->dropped && flow->last == ' ');

	if (blank_before && look->kind == INLINE_TEXT)
		text = str_trim_left(text);
	if (text.len == 0)
		return;
	put_held(flow, text);
	run_put(flow->writer, look, text);
	flow->last = last_code(text);
	flow->content = true;
	flow->settled = flow->dropped = false;
	flow->shown += !str_is_blank(text);
}

void flow_number(struct flow *flow, unsigned emphasis, int link)
{
	run_number(flow->writer, emphasis, link);
	flow->last = ']';
	flow->dropped = false;
}

void flow_line_end(struct flow *flow, const struct look *look)
{
	if (!flow->keeps_lines) {
		flow->blank = true;
		flow->look = *look;
	} else if (!flow->settled) {
		flow->held++;
		flow->settled = true;
	}
}

void flow_break(struct flow *flow)
{
	flow->held++;
	flow->settled = flow->blank = false;
}

void flow_part(struct flow *flow)
{
	if (flow->content && flow->held == 0)
		flow->held = 1;
	flow->settled = true;
	flow->blank = false;
}

void flow_gap(struct flow *flow, const struct look *look)
{
	if (is_at_row_begin(flow))
		return;
	run_trim(flow->writer);
	for (int i = 0; i < GAP; i++)
		run_put(flow->writer, look, (struct str)STR(" "));
	flow->last = ' ';
	flow->blank = false;
	flow->dropped = true;
}

void flow_drop(struct flow *flow)
{
	flow->dropped = true;
}

/* A break that ends the text shows nothing, as in HTML. */
void flow_end(struct flow *flow, int pad)
{
	int breaks =
		flow->content && flow->held > 0 ? flow->held - 1 : flow->held;

	if (flow->content)
		run_trim(flow->writer);
	for (int i = 0; i < breaks; i++)
		run_break(flow->writer);
	run_put_blanks(flow->writer, pad);
	run_flush(flow->writer);
}
