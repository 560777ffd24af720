/* SPDX-License-Identifier: MIT */
/*
 * From pieces to slides. What a heading means depends on all headings of the
 * deck, so this comes when all of them are known.
 */
#include "source/cut.h"

#include "deck/definition.h"
#include "source/footnote.h"
#include "source/pieces.h"
#include "source/place.h"
#include "source/shape.h"

struct cutter {
	struct deck *deck;
	struct pieces pieces;
	int least, most; /* levels of the headings that begin a slide */
	bool titles;	 /* those above `most` are titles */
	bool alone;	 /* no text stands on the slide of a title */
	bool drops;	 /* comments alone are no slide */
	int intros;	 /* slides that are not of the source */

	/* The slide that is being put together. */
	struct slide_place place;
	bool visible, comment, skip;
	bool skipped; /* some slide was */
};

/* The first heading, when it stands above all others: the deck's title. */
static size_t find_title(const struct pieces *pieces)
{
	size_t title = pieces->count;

	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = pieces_at(pieces, i);
		if (!piece->heading)
			continue;
		if (title == pieces->count)
			title = i;
		else if (piece->heading <= pieces_at(pieces, title)->heading)
			return pieces->count;
	}
	return title;
}

/* The smallest level of a heading but one, with text below it if need be. */
static int find_level(const struct pieces *pieces, size_t but, bool text)
{
	int level = SHAPE_HEADING_MAX;

	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = pieces_at(pieces, i);
		if (piece->heading && piece->heading < level && i != but &&
		    (piece->text || !text))
			level = piece->heading;
	}
	return level;
}

/* The level of most headings with text below them. */
static int find_usual_level(const struct pieces *pieces)
{
	size_t counts[SHAPE_HEADING_MAX + 1] = { 0 };
	int usual = 1;

	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = pieces_at(pieces, i);
		if (piece->heading && piece->text)
			counts[(int)piece->heading]++;
	}
	for (int level = 2; level <= SHAPE_HEADING_MAX; level++) {
		if (counts[level] > counts[usual])
			usual = level;
	}
	return usual;
}

static void find_levels(struct cutter *cutter)
{
	const struct pieces *pieces = &cutter->pieces;
	enum sections sections =
		dialect_traits(cutter->deck->dialect)->sections;
	int asked = cutter->deck->settings.slide_level;

	cutter->least = 1;
	switch (sections) {
	case SECTIONS_NONE:
		return;
	case SECTIONS_ASKED:
		cutter->most = SHAPE_HEADING_MAX;
		return;
	case SECTIONS_LOOKATME:
		cutter->most = find_level(pieces, find_title(pieces), false);
		cutter->least = cutter->most;
		break;
	case SECTIONS_README:
		cutter->most = find_level(pieces, find_title(pieces), true);
		cutter->titles = true;
		break;
	case SECTIONS_PATAT:
		cutter->most = find_level(pieces, pieces->count, true);
		cutter->titles = cutter->alone = true;
		break;
	case SECTIONS_PANDOC:
		cutter->most = find_usual_level(pieces);
		cutter->titles = true;
		break;
	}
	if (asked)
		cutter->most = asked;
	if (pieces->headings < 2)
		cutter->most = 0;
}

static void begin_slide(struct cutter *cutter, size_t begin, int line)
{
	cutter->place = (struct slide_place){ .begin = begin, .line = line };
	cutter->visible = cutter->comment = cutter->skip = false;
}

static void end_slide(struct cutter *cutter, size_t end, bool last)
{
	struct deck *deck = cutter->deck;
	bool edge = last || deck->slide_count == cutter->intros;

	cutter->skipped |= cutter->skip;
	if (cutter->skip)
		return;
	if (!cutter->visible && (cutter->drops || (edge && !cutter->comment)))
		return;
	cutter->place.end = end;
	place_add_parts(deck, cutter->place);
}

/* The bytes of the heading that a piece begins with. */
static size_t heading_bytes(struct str text, int *lines)
{
	struct str rest = text, line = str_take_line(&rest);

	*lines = 1;
	shape_indent(line, &line);
	while (shape_heading(line) == 0 && shape_underline(line) == 0 &&
	       rest.len > 0) {
		shape_indent(str_take_line(&rest), &line);
		++*lines;
	}
	return text.len - rest.len;
}

/* A title stands on its own: what is below it is on the next slide. */
static void end_title(struct cutter *cutter, const struct piece *piece)
{
	struct str text = { cutter->deck->source.ptr + piece->begin,
			    piece->end - piece->begin };
	int lines;
	size_t body = piece->begin + heading_bytes(text, &lines);

	cutter->place.title = true;
	end_slide(cutter, body, false);
	begin_slide(cutter, body, piece->line + lines);
	cutter->visible = true;
}

static void add_piece(struct cutter *cutter, const struct piece *piece)
{
	bool begins = !piece->heading ||
		      (piece->heading >= cutter->least &&
		       piece->heading <= cutter->most && cutter->visible);

	if (begins) {
		end_slide(cutter, cutter->place.end, false);
		begin_slide(cutter, piece->begin, piece->line);
		cutter->place.front = piece->front;
	}
	cutter->visible |= piece->text || piece->heading;
	cutter->comment |= piece->comment;
	cutter->skip |= piece->skip;
	if (cutter->titles && piece->heading && piece->heading < cutter->most) {
		if (!piece->text)
			cutter->place.title = true;
		else if (cutter->alone)
			end_title(cutter, piece);
	}
	cutter->place.end = piece->end;
}

/* presenterm shows what its front matter says on a slide of its own. */
static void add_intro(struct cutter *cutter, size_t begin)
{
	struct deck *deck = cutter->deck;
	const struct str texts[] = { deck->title,  deck->sub_title,
				     deck->event,  deck->location,
				     deck->author, deck->date };

	if (deck->dialect != DIALECT_PRESENTERM)
		return;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		if (texts[i].len == 0)
			continue;
		place_add(deck, (struct slide_place){ .begin = begin,
						      .end = begin,
						      .line = 1,
						      .intro = true });
		cutter->intros = 1;
		return;
	}
}

void cut_slides(struct deck *deck, size_t begin, int line)
{
	struct cutter cutter = {
		.deck = deck, .drops = dialect_traits(deck->dialect)->pandoc
	};

	pieces_find(&cutter.pieces, deck, begin, line);
	add_intro(&cutter, begin);
	find_levels(&cutter);
	for (size_t i = 0; i < cutter.pieces.count; i++)
		add_piece(&cutter, pieces_at(&cutter.pieces, i));
	end_slide(&cutter, cutter.place.end, true);
	if (deck->slide_count == 0) {
		if (cutter.skipped)
			cutter.place.begin = deck->source.len;
		cutter.place.end = deck->source.len;
		place_add_parts(deck, cutter.place);
	}
	pieces_release(&cutter.pieces);
	definitions_sort(deck);
	footnotes_sort(deck);
}
