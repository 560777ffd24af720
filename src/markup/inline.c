/* SPDX-License-Identifier: MIT */
/*
 * Inline markup through libcmark; no other file knows it. Texts that may hold
 * markup become one document (see draft.h), whose paragraphs become runs: of
 * mdp directly, of CommonMark by way of tokens.
 */
#include "markup/inline.h"

#include <cmark.h>
#include <string.h>

#include "deck/clean.h"
#include "deck/definition.h"
#include "markup/draft.h"
#include "markup/markup.h"
#include "markup/shield.h"

/*
 * libcmark aborts when one of its strings needs 1 GiB; a text anywhere near
 * that is shown as it is.
 */
#define TEXT_BYTES_MAX ((size_t)64 * 1024 * 1024)

void inline_add(struct inline_batch *batch, struct arena *arena,
		struct inline_text text)
{
	size_t size = sizeof(*batch->texts);

	/* Not arena_extend: texts are dropped, too. */
	if (batch->count == batch->room) {
		batch->room = batch->count ? batch->count * 2 : 32;
		batch->texts =
			arena_grow(arena, batch->texts, batch->count * size,
				   batch->room * size);
	}
	batch->texts[batch->count++] = text;
}

struct str inline_drop_last(struct inline_batch *batch)
{
	return batch->texts[--batch->count].source;
}

/* What the texts of a slide are read with. */
struct reader {
	const struct inline_batch *batch;
	const struct deck *deck;
	struct run_writer writer;
	struct draft *draft;

	/* ---- mdp ---- */
	const struct inline_text *text;	     /* the one being filled */
	size_t begin;			     /* where it stands in the draft */
	int highlights, underlines, strongs; /* how many are open */
	struct open_link *open;

	/* ---- CommonMark ---- */
	struct tokens tokens;
	struct markup markup;
	int images;	/* how many are open */
	struct buf alt; /* of the outermost one */
	struct place place;

	bool at_guard;
};

struct open_link {
	struct open_link *outer; /* an image inside a link */
	int link;
};

static struct str literal_of(cmark_node *node)
{
	return str_of(cmark_node_get_literal(node));
}

/* Text of libcmark's, without the guard if it is the paragraph's first. */
static struct str text_of(struct reader *reader, cmark_node *node)
{
	struct str text = literal_of(node);

	if (reader->at_guard)
		text = str_from(text, sizeof(DRAFT_GUARD) - 1);
	reader->at_guard = false;
	return text;
}

/* The target of a link; one that is defined is not copied. */
static struct str target_of(const struct reader *reader, cmark_node *node)
{
	struct arena *arena = reader->writer.arena;
	struct str url = str_of(cmark_node_get_url(node));
	int definition = draft_definition(reader->draft, url);

	if (definition >= 0)
		return reader->deck->definitions[definition].target;
	return arena_str(arena, clean_text(arena, shield_plain(arena, url)));
}

/* ---- mdp: from libcmark's tree to runs ---- */

static struct look look_of(const struct reader *reader, enum inline_kind kind)
{
	return (struct look){
		.kind = kind,
		.emphasis = (reader->highlights ? EMPHASIS_HIGHLIGHT : 0U) |
			    (reader->underlines ? EMPHASIS_UNDERLINE : 0U) |
			    (reader->strongs ? EMPHASIS_STRONG : 0U),
		.link = reader->open ? reader->open->link : -1,
	};
}

static void put(struct reader *reader, enum inline_kind kind, struct str text)
{
	struct look look = look_of(reader, kind);

	run_put(&reader->writer, &look, text);
}

/* libcmark calls *x* and _x_ the same; the source tells them apart. */
static char delimiter_of(const struct reader *reader, cmark_node *node)
{
	struct str buf = buf_str(&reader->draft->buf);
	int col = cmark_node_get_start_column(node);
	size_t at = reader->begin - (sizeof(DRAFT_GUARD) - 1) + (size_t)col - 1;

	return col > 0 && at < buf.len ? buf.ptr[at] : '*';
}

static void count_emphasis(struct reader *reader, cmark_node *node, int by)
{
	if (delimiter_of(reader, node) == '_')
		reader->underlines += by;
	else
		reader->highlights += by;
	if (cmark_node_get_type(node) == CMARK_NODE_STRONG)
		reader->strongs += by;
}

static void open_link(struct reader *reader, cmark_node *node)
{
	struct arena *arena = reader->writer.arena;
	struct open_link *open = arena_new(arena, struct open_link);

	open->outer = reader->open;
	open->link =
		run_link(&reader->writer,
			 (struct link){ .target = target_of(reader, node),
					.step = reader->text->step,
					.line = reader->text->line,
					.image = cmark_node_get_type(node) ==
						 CMARK_NODE_IMAGE });
	reader->open = open;
}

/* An autolink: its label says where it leads, so it gets no number. */
static bool label_is_target(cmark_node *node)
{
	cmark_node *label = cmark_node_first_child(node);

	return label && !cmark_node_next(label) &&
	       cmark_node_get_type(label) == CMARK_NODE_TEXT &&
	       run_label_is_target(literal_of(label),
				   str_of(cmark_node_get_url(node)));
}

static void close_link(struct reader *reader, cmark_node *node)
{
	if (!label_is_target(node))
		run_number(&reader->writer,
			   look_of(reader, INLINE_TEXT).emphasis,
			   reader->open->link);
	run_flush(&reader->writer);
	reader->open = reader->open->outer;
}

static void take_mdp(struct reader *reader, cmark_node *node, bool enter)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_HTML_INLINE:
		put(reader, INLINE_TEXT, text_of(reader, node));
		break;
	case CMARK_NODE_CODE:
		put(reader, INLINE_CODE, literal_of(node));
		break;
	case CMARK_NODE_EMPH:
	case CMARK_NODE_STRONG:
		count_emphasis(reader, node, enter ? 1 : -1);
		break;
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		if (enter)
			open_link(reader, node);
		else
			close_link(reader, node);
		break;
	default:
		break;
	}
}

/* ---- CommonMark: from libcmark's tree to tokens ---- */

/* Where a node begins; line ends have no place of their own. */
static void note_place(struct reader *reader, cmark_node *node)
{
	int line = cmark_node_get_start_line(node);
	int at = cmark_node_get_start_column(node) - 1;

	if (line < 1 || (size_t)line > reader->draft->line_count)
		return;
	struct draft_line from = reader->draft->lines[line - 1];
	if (from.first)
		at -= (int)sizeof(DRAFT_GUARD) - 1;
	reader->place = (struct place){ .index = from.index,
					.line = from.ptr,
					.at = at > 0 ? at : 0 };
}

/* The text of an image is what its alternative text says, without markup. */
static void take_alt(struct reader *reader, cmark_node *node, bool enter)
{
	struct arena *arena = reader->writer.arena;

	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		buf_put(&reader->alt, shield_plain(arena, literal_of(node)));
		break;
	case CMARK_NODE_CODE:
		buf_put(&reader->alt, shield_raw(arena, literal_of(node)));
		break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		buf_put_byte(&reader->alt, ' ');
		break;
	case CMARK_NODE_IMAGE:
		reader->images += enter ? 1 : -1;
		break;
	default:
		break;
	}
	if (reader->images > 0)
		return;
	tokens_add(&reader->tokens,
		   (struct token){
			   .kind = TOKEN_IMAGE,
			   .text = target_of(reader, node),
			   .label = arena_str(arena, buf_str(&reader->alt)),
			   .place = reader->place });
	buf_clear(&reader->alt);
}

static void take_span(struct reader *reader, struct token token, bool enter)
{
	token.place = reader->place;
	if (enter)
		tokens_open(&reader->tokens, token);
	else
		tokens_close(&reader->tokens);
}

static void add_code(struct reader *reader, cmark_node *node)
{
	struct arena *arena = reader->writer.arena;

	tokens_add(&reader->tokens,
		   (struct token){ .kind = TOKEN_CODE,
				   .text = shield_raw(arena, literal_of(node)),
				   .place = reader->place });
}

/* What says where it leads is no text, whatever characters are in it. */
static void add_text(struct reader *reader, cmark_node *node)
{
	struct arena *arena = reader->writer.arena;
	cmark_node *parent = cmark_node_parent(node);
	struct str text = text_of(reader, node);

	if (cmark_node_get_type(parent) != CMARK_NODE_LINK ||
	    !label_is_target(parent))
		tokens_add_text(&reader->tokens, shield_text(arena, text),
				reader->place);
	else if (text.len > 0)
		tokens_add(&reader->tokens,
			   (struct token){ .kind = TOKEN_TEXT,
					   .text = shield_plain(arena, text),
					   .place = reader->place });
}

static void take_commonmark(struct reader *reader, cmark_node *node, bool enter)
{
	struct tokens *tokens = &reader->tokens;
	struct arena *arena = reader->writer.arena;
	struct token token = { .kind = TOKEN_EMPHASIS };

	if (reader->images > 0) {
		take_alt(reader, node, enter);
		return;
	}
	note_place(reader, node);
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		add_text(reader, node);
		break;
	case CMARK_NODE_HTML_INLINE:
		tokens_add_html(tokens, shield_raw(arena, literal_of(node)),
				reader->place);
		break;
	case CMARK_NODE_CODE:
		add_code(reader, node);
		break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		token.kind = cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK
				     ? TOKEN_SOFT
				     : TOKEN_HARD;
		tokens_add(tokens, token);
		break;
	case CMARK_NODE_EMPH:
	case CMARK_NODE_STRONG:
		token.emphasis = cmark_node_get_type(node) == CMARK_NODE_EMPH
					 ? EMPHASIS_ITALIC
					 : EMPHASIS_STRONG;
		take_span(reader, token, enter);
		break;
	case CMARK_NODE_LINK:
		token.kind = TOKEN_LINK;
		token.text = target_of(reader, node);
		take_span(reader, token, enter);
		break;
	case CMARK_NODE_IMAGE:
		reader->images++;
		break;
	default:
		break;
	}
}

/* ---- both ---- */

static void walk(struct reader *reader, cmark_node *paragraph)
{
	cmark_iter *iter = cmark_iter_new(paragraph);
	bool commonmark = reader->batch->commonmark;
	cmark_event_type event;

	reader->at_guard = true;
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		bool enter = event == CMARK_EVENT_ENTER;
		if (commonmark)
			take_commonmark(reader, node, enter);
		else
			take_mdp(reader, node, enter);
	}
	cmark_iter_free(iter);
}

static void read_mdp(struct reader *reader, const struct inline_text *text,
		     cmark_node *paragraph)
{
	reader->text = text;
	run_begin(&reader->writer, text->into);
	run_put_blanks(&reader->writer, text->indent);
	walk(reader, paragraph);
	run_put_blanks(&reader->writer, text->pad);
	run_flush(&reader->writer);
}

static void read_commonmark(struct reader *reader,
			    const struct inline_text *text,
			    cmark_node *paragraph)
{
	tokens_begin(&reader->tokens);
	walk(reader, paragraph);
	tokens_end(&reader->tokens);
	markup_put(&reader->markup, text, &reader->tokens);
}

static void read_marked(struct reader *reader, struct inline_batch *batch)
{
	struct draft *draft = reader->draft;

	draft_finish(draft);
	cmark_node *root =
		cmark_parse_document(draft->buf.ptr, draft->buf.len,
				     batch->commonmark ? CMARK_OPT_SOURCEPOS
						       : CMARK_OPT_DEFAULT);
	cmark_node *paragraph = cmark_node_first_child(root);
	for (size_t i = 0; i < draft->count && paragraph; i++) {
		const struct inline_text *text =
			&batch->texts[draft->texts[i].owner];
		reader->begin = draft->texts[i].begin;
		if (batch->commonmark)
			read_commonmark(reader, text, paragraph);
		else
			read_mdp(reader, text, paragraph);
		paragraph = cmark_node_next(paragraph);
	}
	cmark_node_free(root);
}

static bool has_markup(const struct inline_batch *batch, struct str text)
{
	static const char special[] = "*_`[\\&<~^\n\r";
	size_t count = batch->commonmark ? sizeof(special) - 1
					 : sizeof("*_`[\\&<") - 1;

	for (size_t i = 0; i < text.len; i++) {
		if (memchr(special, text.ptr[i], count))
			return true;
	}
	return false;
}

static void read_plain(struct reader *reader, const struct inline_text *text)
{
	static const struct look look = { .link = -1 };
	struct str source = text->source;

	if (reader->batch->commonmark)
		source = str_trim(source);
	run_begin(&reader->writer, text->into);
	run_put_blanks(&reader->writer, text->indent);
	run_put(&reader->writer, &look, source);
	run_put_blanks(&reader->writer, text->pad);
	run_flush(&reader->writer);
}

static void read_texts(struct reader *reader, struct inline_batch *batch)
{
	struct draft draft = { .deck = reader->deck,
			       .arena = reader->writer.arena };
	/* Marks may make eleven bytes of one. */
	size_t max = batch->commonmark ? TEXT_BYTES_MAX / 8 : TEXT_BYTES_MAX;

	reader->batch = batch;
	reader->draft = &draft;
	for (size_t i = 0; i < batch->count; i++) {
		struct str source = batch->texts[i].source;
		if (!has_markup(batch, source) || source.len > max)
			read_plain(reader, &batch->texts[i]);
		else if (batch->commonmark)
			draft_add(&draft, source, i);
		else
			draft_add_mdp(&draft, source, i);
	}
	if (draft.count > 0)
		read_marked(reader, batch);
	draft_release(&draft);
}

/* The texts of footnotes, which may refer to further ones. */
static void read_footnotes(struct reader *reader, bool keeps_lines)
{
	struct slide *slide = reader->writer.slide;
	struct arena *arena = reader->writer.arena;
	int done = 0;

	while (done < slide->footnote_count) {
		const struct str *sources = reader->markup.sources;
		int count = slide->footnote_count - done;
		struct inline_batch batch = { .commonmark = true,
					      .keeps_lines = keeps_lines };
		struct text *texts =
			arena_array(arena, struct text, (size_t)count);
		for (int i = 0; i < count; i++) {
			const struct footnote *footnote =
				&slide->footnotes[done + i];
			texts[i] = footnote->text;
			inline_add(&batch, arena,
				   (struct inline_text){
					   .into = &texts[i],
					   .source = sources[done + i],
					   .line = footnote->line,
					   .step = footnote->step });
		}
		read_texts(reader, &batch);
		for (int i = 0; i < count; i++)
			slide->footnotes[done + i].text = texts[i];
		done += count;
	}
}

void inline_read(struct inline_batch *batch, const struct deck *deck,
		 struct slide *slide, struct arena *arena)
{
	struct reader reader = {
		.deck = deck,
		.writer = { .slide = slide, .arena = arena },
		.tokens = { .deck = deck, .arena = arena },
		.markup.pen = { .deck = deck,
				.flow = { .writer = &reader.writer,
					  .keeps_lines = batch->keeps_lines } },
	};

	read_texts(&reader, batch);
	read_footnotes(&reader, batch->keeps_lines);
	notes_merge(slide, &reader.markup.notes);
	markup_release(&reader.markup);
	run_release(&reader.writer);
	buf_release(&reader.alt);
}
