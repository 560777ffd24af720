/* SPDX-License-Identifier: MIT */
/*
 * Inline markup through libcmark; no other file knows it. Every text that
 * holds a special character becomes one paragraph of a document of our making:
 *
 *     NBSP text LF LF  NBSP text LF LF ...  [label]: <deckle:N> LF LF ...
 *
 * The no-break space keeps block markup from beginning there and counts as a
 * blank for what may open emphasis. Targets of definitions are replaced with
 * their index, so that a long target used a thousand times is copied once.
 */
#include "deck/inline.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

#include "deck/clean.h"
#include "deck/definition.h"

#define GUARD		"\xc2\xa0"
#define GUARD_BYTES	(sizeof(GUARD) - 1)
#define REFERENCE	"deckle:"
#define LABEL_BYTES_MAX 999 /* CommonMark 4.7 */
/* Open brackets of one text cost libcmark their square. */
#define BRACKETS_MAX 1000

#define CODE_RUN_MAX 32 /* longer runs of backticks never open code */

/*
 * libcmark aborts when one of its strings needs 1 GiB; a text anywhere near
 * that is shown as it is.
 */
#define TEXT_BYTES_MAX ((size_t)64 * 1024 * 1024)

void inline_add(struct inline_batch *batch, struct arena *arena,
		struct inline_text text)
{
	size_t size = sizeof(*batch->texts);

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

/* ---- from the slide's texts to the document ---- */

struct document {
	struct buf buf;
	size_t *begins; /* of each text in buf, past its guard */
	size_t *owners; /* which text of the batch it is */
	size_t count;
	const struct deck *deck;
	struct buf labels; /* lines that define the labels met so far */
};

static bool has_markup(struct str text)
{
	static const char special[] = "*_`[\\&<";

	for (size_t i = 0; i < text.len; i++) {
		if (memchr(special, text.ptr[i], sizeof(special) - 1))
			return true;
	}
	return false;
}

static bool is_word_at(struct str text, size_t at)
{
	return at < text.len && str_is_word_byte(text.ptr[at]);
}

static bool is_punctuation(char byte)
{
	return byte > ' ' && byte < 0x7f && !str_is_word_byte(byte);
}

/*
 * Backticks: a code span goes in as it stands, up to its closing run. `missing`
 * remembers the run lengths that have no closing run ahead, so that a line of
 * backticks is not searched again for each of them.
 */
static size_t put_backticks(struct buf *out, struct str text, size_t at,
			    bool missing[CODE_RUN_MAX + 1])
{
	size_t run = str_run(str_from(text, at));
	size_t i = at + run;

	while (run <= CODE_RUN_MAX && !missing[run] && i < text.len) {
		const char *tick = str_find(str_from(text, i), '`');
		if (!tick)
			break;
		i = (size_t)(tick - text.ptr);
		size_t closing = str_run(str_from(text, i));
		i += closing;
		if (closing == run) {
			buf_put(out, (struct str){ text.ptr + at, i - at });
			return i;
		}
	}
	if (run <= CODE_RUN_MAX)
		missing[run] = true;
	/* mdp: two backticks where code may begin cancel each other. */
	bool cancel = run == 2 && (at == 0 || text.ptr[at - 1] == ' ');
	if (!cancel) {
		for (size_t n = 0; n < run; n++)
			buf_put_text(out, "\\`");
	}
	return at + run;
}

static size_t put_backslash(struct buf *out, struct str text, size_t at)
{
	bool last = at + 1 == text.len;

	if (last || text.ptr[at + 1] == '\\') {
		buf_put_text(out, "\\\\");
		return at + (last ? 1 : 2);
	}
	if (is_punctuation(text.ptr[at + 1]))
		buf_put_byte(out, '\\');
	buf_put_byte(out, text.ptr[at + 1]);
	return at + 2;
}

/*
 * mdp begins emphasis at the line's begin, behind a blank or behind another
 * marker; that much punctuation may stand before it as well. Behind anything
 * else, as in 2*3, a/__b__ or a C comment, stars and underscores are text.
 */
static bool may_emphasise(struct str text, size_t at, size_t run)
{
	static const char before[] = " ([{<\"'*_~|";

	return at == 0 || !is_word_at(text, at + run) ||
	       strchr(before, text.ptr[at - 1]);
}

static size_t put_emphasis(struct buf *out, struct str text, size_t at)
{
	size_t run = str_run(str_from(text, at));
	bool literal = !may_emphasise(text, at, run);

	for (size_t i = at; i < at + run; i++) {
		if (literal)
			buf_put_byte(out, '\\');
		buf_put_byte(out, text.ptr[i]);
	}
	return at + run;
}

/* A label that ends here and is defined somewhere gets its line. */
static void note_label(struct document *document, struct str text, size_t end)
{
	size_t begin = end;

	while (begin > 0 && text.ptr[begin - 1] != '[' &&
	       text.ptr[begin - 1] != ']' && text.ptr[begin - 1] != '\\' &&
	       end - begin < LABEL_BYTES_MAX)
		begin--;
	if (begin == 0 || text.ptr[begin - 1] != '[' || begin == end)
		return;
	struct str label = { text.ptr + begin, end - begin };
	int found = definition_find(document->deck, label);
	if (found >= 0)
		buf_printf(&document->labels, "[%.*s]: <" REFERENCE "%d>\n\n",
			   (int)label.len, label.ptr, found);
}

static void put_text(struct document *document, struct str text)
{
	bool missing[CODE_RUN_MAX + 1] = { false };
	struct buf *out = &document->buf;
	size_t i = 0;
	int brackets = 0;

	while (i < text.len) {
		char byte = text.ptr[i];
		if (byte == '`') {
			i = put_backticks(out, text, i, missing);
		} else if (byte == '\\') {
			i = put_backslash(out, text, i);
		} else if (byte == '*' || byte == '_') {
			i = put_emphasis(out, text, i);
		} else {
			if (byte == ']' && document->deck->definition_count)
				note_label(document, text, i);
			if (byte == '[' && ++brackets > BRACKETS_MAX)
				buf_put_byte(out, '\\');
			buf_put_byte(out, byte);
			i++;
		}
	}
}

static void document_add(struct document *document, struct str text,
			 size_t owner)
{
	buf_put_text(&document->buf, GUARD);
	document->begins[document->count] = document->buf.len;
	document->owners[document->count++] = owner;
	put_text(document, text);
	buf_put_text(&document->buf, "\n\n");
}

/* ---- from libcmark's tree to runs ---- */

struct walker {
	const struct deck *deck;
	struct slide *slide;
	struct arena *arena;
	struct document *document;
	size_t links_room;
	int numbers; /* links that show a number so far */

	const struct inline_text *text; /* the one being filled */
	size_t begin;			/* where it stands in the document */
	struct inline_run **tail;
	struct buf pending; /* plain text that looks the same */
	unsigned pending_emphasis;
	int pending_link;
	bool at_guard;

	int highlights, underlines, strongs; /* how many are open */
	struct open_link *open;
};

struct open_link {
	struct open_link *outer; /* an image inside a link */
	int link;
};

static void add_run(struct walker *walker, struct inline_run run)
{
	struct inline_run *added = arena_new(walker->arena, struct inline_run);

	*added = run;
	*walker->tail = added;
	walker->tail = &added->next;
}

static void flush(struct walker *walker)
{
	struct str text = buf_str(&walker->pending);

	if (text.len == 0)
		return;
	struct str shown = clean_text(walker->arena, text);
	if (shown.ptr == text.ptr)
		shown = arena_str(walker->arena, text);
	add_run(walker,
		(struct inline_run){ .kind = INLINE_TEXT,
				     .emphasis = walker->pending_emphasis,
				     .link = walker->pending_link,
				     .text = shown });
	buf_clear(&walker->pending);
}

static unsigned emphasis_of(const struct walker *walker)
{
	return (walker->highlights ? EMPHASIS_HIGHLIGHT : 0) |
	       (walker->underlines ? EMPHASIS_UNDERLINE : 0) |
	       (walker->strongs ? EMPHASIS_STRONG : 0);
}

static int link_of(const struct walker *walker)
{
	return walker->open ? walker->open->link : -1;
}

static void add_plain(struct walker *walker, struct str text)
{
	unsigned emphasis = emphasis_of(walker);
	int link = link_of(walker);

	if (walker->at_guard) {
		walker->at_guard = false;
		text = str_from(text, GUARD_BYTES);
	}
	if (emphasis != walker->pending_emphasis ||
	    link != walker->pending_link)
		flush(walker);
	walker->pending_emphasis = emphasis;
	walker->pending_link = link;
	buf_put(&walker->pending, text);
}

static void add_blanks(struct walker *walker, int columns)
{
	flush(walker);
	walker->pending_link = -1;
	walker->pending_emphasis = 0;
	buf_repeat(&walker->pending, ' ', (size_t)columns);
}

static void add_code(struct walker *walker, struct str text)
{
	flush(walker);
	struct str shown = clean_text(walker->arena, text);
	if (shown.len == 0)
		return;
	if (shown.ptr == text.ptr)
		shown = arena_str(walker->arena, text);
	add_run(walker, (struct inline_run){ .kind = INLINE_CODE,
					     .emphasis = emphasis_of(walker),
					     .link = link_of(walker),
					     .text = shown });
}

/* libcmark calls *x* and _x_ the same; the source tells them apart. */
static char delimiter_of(const struct walker *walker, cmark_node *node)
{
	struct str buf = buf_str(&walker->document->buf);
	int col = cmark_node_get_start_column(node);
	size_t at = walker->begin - GUARD_BYTES + (size_t)col - 1;

	return col > 0 && at < buf.len ? buf.ptr[at] : '*';
}

static void count_emphasis(struct walker *walker, cmark_node *node, int by)
{
	if (delimiter_of(walker, node) == '_')
		walker->underlines += by;
	else
		walker->highlights += by;
	if (cmark_node_get_type(node) == CMARK_NODE_STRONG)
		walker->strongs += by;
}

static struct str target_of(struct walker *walker, cmark_node *node)
{
	struct str url = str_of(cmark_node_get_url(node));
	static const struct str reference = STR(REFERENCE);

	if (str_starts(url, reference)) {
		size_t index = strtoul(url.ptr + reference.len, NULL, 10);
		if (index < walker->deck->definition_count)
			return walker->deck->definitions[index].target;
	}
	return arena_str(walker->arena, clean_text(walker->arena, url));
}

static void open_link(struct walker *walker, cmark_node *node)
{
	struct slide *slide = walker->slide;
	size_t count = (size_t)slide->link_count, size = sizeof(struct link);
	struct open_link *open = arena_new(walker->arena, struct open_link);

	flush(walker);
	if (count == walker->links_room) {
		walker->links_room = count ? count * 2 : 8;
		slide->links =
			arena_grow(walker->arena, slide->links, count * size,
				   walker->links_room * size);
	}
	slide->links[count] =
		(struct link){ .target = target_of(walker, node),
			       .step = walker->text->step,
			       .line = walker->text->line,
			       .number = -1,
			       .image = cmark_node_get_type(node) ==
					CMARK_NODE_IMAGE };
	*open = (struct open_link){ .outer = walker->open,
				    .link = slide->link_count++ };
	walker->open = open;
}

/* An autolink: its label says where it leads, so it gets no number. */
static bool label_is_target(cmark_node *node)
{
	cmark_node *label = cmark_node_first_child(node);
	struct str url = str_of(cmark_node_get_url(node));
	static const struct str mail = STR("mailto:");

	if (!label || cmark_node_next(label) ||
	    cmark_node_get_type(label) != CMARK_NODE_TEXT)
		return false;
	struct str text = str_of(cmark_node_get_literal(label));
	if (str_starts(url, mail) && !str_starts(text, mail))
		url = str_from(url, mail.len);
	return str_eq(text, url);
}

static void close_link(struct walker *walker, cmark_node *node)
{
	int link = walker->open->link;

	flush(walker);
	if (!label_is_target(node)) {
		walker->slide->links[link].number = walker->numbers++;
		add_run(walker,
			(struct inline_run){ .kind = INLINE_NUMBER,
					     .emphasis = emphasis_of(walker),
					     .link = link });
	}
	walker->open = walker->open->outer;
}

static void enter_node(struct walker *walker, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_HTML_INLINE:
		add_plain(walker, str_of(cmark_node_get_literal(node)));
		break;
	case CMARK_NODE_CODE:
		add_code(walker, str_of(cmark_node_get_literal(node)));
		break;
	case CMARK_NODE_EMPH:
	case CMARK_NODE_STRONG:
		count_emphasis(walker, node, 1);
		break;
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		open_link(walker, node);
		break;
	default:
		break;
	}
}

static void exit_node(struct walker *walker, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_EMPH:
	case CMARK_NODE_STRONG:
		count_emphasis(walker, node, -1);
		break;
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		close_link(walker, node);
		break;
	default:
		break;
	}
}

static void walk_paragraph(struct walker *walker, cmark_node *paragraph)
{
	cmark_iter *iter = cmark_iter_new(paragraph);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		if (event == CMARK_EVENT_ENTER)
			enter_node(walker, node);
		else
			exit_node(walker, node);
	}
	cmark_iter_free(iter);
}

static void begin_text(struct walker *walker, const struct inline_text *text)
{
	walker->text = text;
	walker->tail = &text->into->first;
	text->into->first = NULL;
	add_blanks(walker, text->indent);
}

static void end_text(struct walker *walker)
{
	add_blanks(walker, walker->text->pad);
	flush(walker);
}

/* ---- both together ---- */

static void read_marked(struct walker *walker, struct inline_batch *batch)
{
	struct document *document = walker->document;

	buf_put(&document->buf, buf_str(&document->labels));
	cmark_node *root =
		cmark_parse_document(document->buf.ptr, document->buf.len,
				     CMARK_OPT_DEFAULT);
	cmark_node *paragraph = cmark_node_first_child(root);
	for (size_t i = 0; i < document->count && paragraph; i++) {
		begin_text(walker, &batch->texts[document->owners[i]]);
		walker->begin = document->begins[i];
		walker->at_guard = true;
		walk_paragraph(walker, paragraph);
		end_text(walker);
		paragraph = cmark_node_next(paragraph);
	}
	cmark_node_free(root);
}

static void read_plain(struct walker *walker, const struct inline_text *text)
{
	begin_text(walker, text);
	if (walker->pending.len > 0 || text->pad > 0) {
		buf_put(&walker->pending, text->source);
		end_text(walker);
		return;
	}
	if (text->source.len > 0)
		add_run(walker, (struct inline_run){ .kind = INLINE_TEXT,
						     .link = -1,
						     .text = text->source });
}

void inline_read(struct inline_batch *batch, const struct deck *deck,
		 struct slide *slide, struct arena *arena)
{
	struct document document = {
		.deck = deck,
		.begins = arena_array(arena, size_t, batch->count),
		.owners = arena_array(arena, size_t, batch->count),
	};
	struct walker walker = { .deck = deck,
				 .slide = slide,
				 .arena = arena,
				 .document = &document };

	for (size_t i = 0; i < batch->count; i++) {
		struct str source = batch->texts[i].source;
		if (has_markup(source) && source.len <= TEXT_BYTES_MAX)
			document_add(&document, source, i);
		else
			read_plain(&walker, &batch->texts[i]);
	}
	if (document.count > 0)
		read_marked(&walker, batch);
	buf_release(&walker.pending);
	buf_release(&document.buf);
	buf_release(&document.labels);
}
