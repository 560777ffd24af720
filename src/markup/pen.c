/* SPDX-License-Identifier: MIT */
/*
 * What is open is counted or stacked; what is put looks like that.
 */
#include "markup/pen.h"

#include <string.h>

#include "markup/caption.h"
#include "markup/length.h"
#include "markup/script.h"

#define TILDES	   "~~"
#define COLUMN_MAX 1000 /* further into a line nobody counts */

/*
 * A link or a tint that is open. They may be closed in another order than
 * HTML has it: one that is closed below others goes when those have gone.
 */
struct layer {
	struct layer *outer_link, *outer_tint;
	bool closed;
	int link; /* or -1 */
	struct tint tint;
	size_t shown; /* before the link */
};

void pen_release(struct pen *pen)
{
	buf_release(&pen->scratch);
}

void pen_begin(struct pen *pen, const struct inline_text *text,
	       const struct tokens *tokens)
{
	*pen = (struct pen){ .deck = pen->deck,
			     .flow = pen->flow,
			     .scratch = pen->scratch,
			     .text = text,
			     .tokens = tokens };
	flow_begin(&pen->flow, text->into, text->indent);
}

void pen_end(struct pen *pen)
{
	pen->hidden = 0;
	while (pen->links)
		pen_close(pen, pen->links);
	flow_end(&pen->flow, pen->text->pad);
}

struct slide *pen_slide(const struct pen *pen)
{
	return pen->flow.writer->slide;
}

struct arena *pen_arena(const struct pen *pen)
{
	return pen->flow.writer->arena;
}

/* ---- remarks ---- */

int pen_line(const struct pen *pen, const struct token *token)
{
	return pen->text->line + token->place.index;
}

/* How far into its line of the deck a line of a text begins. */
static int column_of(const struct deck *deck, const char *line)
{
	struct str source = buf_str(&deck->source);
	int column = 0;

	if (!line || line < source.ptr || line > source.ptr + source.len)
		return 0;
	while (column < COLUMN_MAX && line - column > source.ptr &&
	       !strchr("\r\n", line[-column - 1]))
		column++;
	return column;
}

void pen_remark(struct pen *pen, enum remark_kind kind,
		const struct token *token, struct str detail)
{
	int col = column_of(pen->deck, token->place.line) + token->place.at;

	if (pen->hidden)
		return;
	remark_add(&pen_slide(pen)->remarks, pen_arena(pen),
		   (struct remark){ .kind = kind,
				    .line = pen_line(pen, token),
				    .col = col + 1,
				    .detail = detail });
}

/* ---- how text looks ---- */

static unsigned emphasis_of(const struct pen *pen)
{
	unsigned emphasis = 0;

	for (int i = 0; i < EMPHASIS_BITS; i++)
		emphasis |= pen->emphases[i] > 0 ? 1U << i : 0;
	return emphasis;
}

struct look pen_look(const struct pen *pen)
{
	struct look look = { .kind = pen->codes > 0 ? INLINE_CODE : INLINE_TEXT,
			     .emphasis = emphasis_of(pen),
			     .link = -1 };

	if (pen->links)
		look.link = pen->links->link;
	if (pen->tints)
		look.tint = pen->tints->tint;
	return look;
}

void pen_put(struct pen *pen, struct str text)
{
	struct look look = pen_look(pen);

	if (pen->hidden)
		return;
	if (pen->script != TOKEN_TEXT) {
		buf_clear(&pen->scratch);
		script_put(&pen->scratch,
			   pen->script == TOKEN_SUPER ? SCRIPT_SUPER
						      : SCRIPT_SUB,
			   text);
		text = buf_str(&pen->scratch);
	}
	flow_put(&pen->flow, &look, text);
}

void pen_put_code(struct pen *pen, struct str text)
{
	pen->codes++;
	pen_put(pen, text);
	pen->codes--;
}

/* The tildes are struck as well, so that the look begins with them. */
void pen_emphasise(struct pen *pen, unsigned emphasis, bool closing)
{
	bool strike = emphasis & EMPHASIS_STRIKE;

	if (strike && closing)
		pen_put(pen, (struct str)STR(TILDES));
	for (int i = 0; i < EMPHASIS_BITS; i++) {
		if (emphasis & 1U << i)
			pen->emphases[i] += closing ? -1 : 1;
	}
	if (strike && !closing)
		pen_put(pen, (struct str)STR(TILDES));
}

/* ---- links and tints ---- */

static void open_link(struct pen *pen, struct layer *layer,
		      const struct token *token, struct link link)
{
	link.step = pen->text->step;
	link.line = pen_line(pen, token);
	layer->link = run_link(pen->flow.writer, link);
	layer->shown = pen->flow.shown;
	pen->links = layer;
}

static void open_tint(struct pen *pen, struct layer *layer, struct tint tint)
{
	if (pen->tints)
		layer->tint = pen->tints->tint;
	if (tint.text)
		layer->tint.text = tint.text;
	if (tint.ground)
		layer->tint.ground = tint.ground;
	pen->tints = layer;
}

struct layer *pen_open(struct pen *pen, const struct token *token,
		       struct link link, struct tint tint)
{
	bool tinted = tint.text || tint.ground;

	if (pen->hidden || (link.target.len == 0 && !tinted))
		return NULL;
	struct layer *layer = arena_new(pen_arena(pen), struct layer);
	layer->outer_link = pen->links;
	layer->outer_tint = pen->tints;
	layer->link = -1;
	if (tinted)
		open_tint(pen, layer, tint);
	if (link.target.len > 0)
		open_link(pen, layer, token, link);
	return layer;
}

/* Such a link says where it leads, so it gets no number. */
static void close_link(struct pen *pen, struct layer *layer)
{
	struct str target = pen_slide(pen)->links[layer->link].target;

	if (pen->flow.shown == layer->shown)
		pen_put(pen, target);
	run_flush(pen->flow.writer);
	if (!run_label_is_target(run_label(pen->flow.writer, layer->link),
				 target))
		flow_number(&pen->flow, emphasis_of(pen), layer->link);
}

void pen_close(struct pen *pen, struct layer *layer)
{
	if (!layer)
		return;
	if (layer->link >= 0)
		close_link(pen, layer);
	layer->closed = true;
	while (pen->links && pen->links->closed)
		pen->links = pen->links->outer_link;
	while (pen->tints && pen->tints->closed)
		pen->tints = pen->tints->outer_tint;
}

void pen_put_link(struct pen *pen, const struct token *token, struct link link,
		  struct str label)
{
	struct layer *layer = pen_open(pen, token, link, (struct tint){ 0, 0 });

	pen_put(pen, label);
	pen_close(pen, layer);
}

void pen_put_image(struct pen *pen, const struct token *token,
		   struct link image, struct str alt)
{
	bool lookatme = pen->deck->dialect == DIALECT_LOOKATME;

	image.image = true;
	if (lookatme && length_read_rows(&image, alt))
		alt.len = 0;
	length_read_alt(&image, alt);
	pen_put_link(pen, token, image, caption_of_image(alt, image.target));
}

/* ---- scripts ---- */

/* Whether all that stands in it has such a form in Unicode. */
static bool has_script(const struct pen *pen, const struct token *opening,
		       enum script script)
{
	const struct token *end = pen->tokens->list + opening->pair;

	for (const struct token *token = opening + 1; token < end; token++) {
		if (token->kind == TOKEN_EMPHASIS)
			continue;
		if (token->kind != TOKEN_TEXT ||
		    !script_has(script, token->text))
			return false;
	}
	return true;
}

void pen_open_script(struct pen *pen, const struct token *token,
		     enum token_kind kind)
{
	bool super = kind == TOKEN_SUPER;

	/* Of those in another one the characters are not looked at. */
	if (pen->scripts++ == 0 &&
	    has_script(pen, token, super ? SCRIPT_SUPER : SCRIPT_SUB))
		pen->script = kind;
	else
		pen_put(pen, str_of(super ? "^(" : "_("));
}

void pen_close_script(struct pen *pen)
{
	bool shown = pen->script != TOKEN_TEXT;

	pen->scripts--;
	pen->script = TOKEN_TEXT;
	if (!shown)
		pen_put(pen, (struct str)STR(")"));
}
