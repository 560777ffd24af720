/* SPDX-License-Identifier: MIT */
/*
 * Tokens are shown one after the other.
 */
#include "markup/markup.h"

#include "deck/directive.h"
#include "markup/script.h"
#include "source/footnote.h"

void markup_release(struct markup *markup)
{
	pen_release(&markup->pen);
}

/* ---- footnotes ---- */

static struct footnote *add_footnote(struct markup *markup, struct str source)
{
	struct slide *slide = pen_slide(&markup->pen);
	struct arena *arena = pen_arena(&markup->pen);
	size_t count = (size_t)slide->footnote_count;

	slide->footnotes = arena_extend(arena, slide->footnotes, count,
					sizeof(*slide->footnotes));
	markup->sources = arena_extend(arena, markup->sources, count,
				       sizeof(*markup->sources));
	markup->sources[count] = source;
	return &slide->footnotes[slide->footnote_count++];
}

static struct str new_mark(struct arena *arena, int number)
{
	struct buf digits = { 0 }, mark = { 0 };

	buf_printf(&digits, "%d", number);
	script_put(&mark, SCRIPT_SUPER, buf_str(&digits));
	struct str copy = arena_str(arena, buf_str(&mark));
	buf_release(&digits);
	buf_release(&mark);
	return copy;
}

/* The footnote of the slide for one of the deck's. */
static struct footnote *refer(struct markup *markup,
			      const struct footnote_source *source)
{
	struct pen *pen = &markup->pen;
	struct slide *slide = pen_slide(pen);

	if (!markup->marks)
		markup->marks = arena_array(pen_arena(pen), int,
					    pen->deck->footnote_count);
	int *number = &markup->marks[source - pen->deck->footnotes];
	if (*number == 0) {
		struct footnote *added = add_footnote(markup, source->text);
		*number = slide->footnote_count;
		added->mark = new_mark(pen_arena(pen), *number);
		added->text = (struct text){ .flows = true };
		added->step = pen->text->step;
		added->line = source->line;
	}
	return &slide->footnotes[*number - 1];
}

static void put_footnote(struct markup *markup, const struct token *token)
{
	struct pen *pen = &markup->pen;
	bool joins =
		token > pen->tokens->list && token[-1].kind == TOKEN_FOOTNOTE;

	if (pen->hidden)
		return;
	struct footnote *footnote =
		refer(markup, footnote_find(pen->deck, token->text));
	if (footnote->step > pen->text->step)
		footnote->step = pen->text->step;
	if (joins)
		pen_put(pen, (struct str)STR(","));
	pen_put(pen, footnote->mark);
}

/* ---- all else ---- */

/* reveal.js: <!-- .element: width="50%" --> behind an image. */
static void resize_image(struct pen *pen, const struct directive *directive)
{
	static const struct str element = STR(".element");
	struct slide *slide = pen_slide(pen);
	struct tag tag = { .attributes = directive->argument };

	if (!str_eq(directive->name, element) || slide->link_count == 0)
		return;
	struct link *last = &slide->links[slide->link_count - 1];
	if (last->image && last->line >= pen->text->line)
		element_read_sizes(pen, &tag, last);
}

static void put_comment(struct markup *markup, const struct token *token)
{
	struct pen *pen = &markup->pen;
	const struct deck *deck = pen->deck;
	struct directive directive =
		directive_parse(token->text, deck->settings.command_prefix);
	bool speaks = dialect_traits(deck->dialect)->comments == COMMENT_NOTES;

	if (pen->hidden)
		return;
	flow_drop(&pen->flow);
	if (directive.kind == DIRECTIVE_LOOKS)
		resize_image(pen, &directive);
	else if (directive.kind == DIRECTIVE_NOTE)
		note_add(&markup->notes, pen_arena(pen), directive.argument,
			 pen_line(pen, token));
	else if (speaks && (directive.kind == DIRECTIVE_NONE ||
			    directive.kind == DIRECTIVE_UNKNOWN))
		note_add(&markup->notes, pen_arena(pen), token->text,
			 pen_line(pen, token));
}

static void put_line_end(struct pen *pen, bool hard)
{
	struct look look = pen_look(pen);

	if (pen->hidden)
		return;
	if (hard)
		flow_break(&pen->flow);
	else
		flow_line_end(&pen->flow, &look);
}

static void put_markdown_link(struct pen *pen, struct token *token)
{
	if (token->closing)
		pen_close(pen, pen->tokens->list[token->pair].layer);
	else
		token->layer = pen_open(pen, token,
					(struct link){ .target = token->text },
					(struct tint){ 0, 0 });
}

static void put_wiki(struct pen *pen, const struct token *token)
{
	struct str target = arena_str(pen_arena(pen), token->text);

	pen_put_link(pen, token, (struct link){ .target = target },
		     token->label);
}

static void put_script(struct pen *pen, const struct token *token)
{
	if (token->closing)
		pen_close_script(pen);
	else
		pen_open_script(pen, token, token->kind);
}

static void put_token(struct markup *markup, struct token *token)
{
	struct pen *pen = &markup->pen;

	switch (token->kind) {
	case TOKEN_TEXT:
	case TOKEN_TILDES:
	case TOKEN_CARET:
		pen_put(pen, token->text);
		break;
	case TOKEN_CODE:
		pen_put_code(pen, token->text);
		break;
	case TOKEN_SOFT:
	case TOKEN_HARD:
		put_line_end(pen, token->kind == TOKEN_HARD);
		break;
	case TOKEN_EMPHASIS:
		pen_emphasise(pen, token->emphasis, token->closing);
		break;
	case TOKEN_STRIKE:
		pen_emphasise(pen, EMPHASIS_STRIKE, token->closing);
		break;
	case TOKEN_SUPER:
	case TOKEN_SUB:
		put_script(pen, token);
		break;
	case TOKEN_LINK:
		put_markdown_link(pen, token);
		break;
	case TOKEN_IMAGE:
		pen_put_image(pen, token,
			      (struct link){ .target = token->text },
			      token->label);
		break;
	case TOKEN_WIKI:
		put_wiki(pen, token);
		break;
	case TOKEN_FOOTNOTE:
		put_footnote(markup, token);
		break;
	case TOKEN_TAG:
		element_put(pen, token, &markup->classes);
		break;
	case TOKEN_COMMENT:
		put_comment(markup, token);
		break;
	case TOKEN_REMARK:
		pen_remark(pen, token->remark, token, token->text);
		break;
	}
}

void markup_put(struct markup *markup, const struct inline_text *text,
		const struct tokens *tokens)
{
	pen_begin(&markup->pen, text, tokens);
	for (size_t i = 0; i < tokens->count; i++)
		put_token(markup, &tokens->list[i]);
	pen_end(&markup->pen);
}
