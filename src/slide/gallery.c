/* SPDX-License-Identifier: MIT */
/*
 * Lines of nothing but images become blocks of their own, and so does what
 * stands above and below such lines.
 */
#include "slide/gallery.h"

#include "markup/caption.h"
#include "markup/length.h"

struct finder {
	const struct deck *deck;
	struct slide *slide;
	struct arena *arena;
};

/* ---- lines ---- */

static const struct link *link_of(const struct finder *finder,
				  const struct inline_run *run)
{
	return run->link >= 0 ? &finder->slide->links[run->link] : NULL;
}

static bool is_image(const struct finder *finder, const struct inline_run *run)
{
	const struct link *link = link_of(finder, run);

	return link && link->image && !link->background;
}

/* Between images there may be blanks, and the numbers of links around them. */
static bool is_beside(const struct finder *finder, const struct inline_run *run)
{
	const struct link *link = link_of(finder, run);

	if (run->kind == INLINE_NUMBER)
		return !link->image;
	return run->kind == INLINE_TEXT && str_is_blank(run->text);
}

/* Where the line ends that a run begins, and how many images it consists of. */
static struct inline_run *line_end(const struct finder *finder,
				   struct inline_run *run, int *images)
{
	int link = -1, count = 0;
	bool others = false;

	for (; run && run->kind != INLINE_BREAK; run = run->next) {
		if (!is_image(finder, run)) {
			others = others || !is_beside(finder, run);
		} else if (run->link != link) {
			link = run->link;
			count++;
		}
	}
	*images = others ? 0 : count;
	return run;
}

/* ---- parts ---- */

/* Lines of images, or lines of something else. */
struct part {
	struct inline_run *first;
	int images;
};

static void cut_before(struct inline_run *first, const struct inline_run *end)
{
	while (first && first->next != end)
		first = first->next;
	if (first)
		first->next = NULL;
}

/*
 * Take lines of one kind off the front of some runs. The break behind them goes
 * with them.
 */
static struct part take_part(const struct finder *finder,
			     struct inline_run **runs)
{
	struct inline_run *end, *next;
	struct part part = { .first = *runs };
	int images;

	end = line_end(finder, *runs, &part.images);
	while (end) {
		next = line_end(finder, end->next, &images);
		if ((images > 0) != (part.images > 0))
			break;
		part.images += images;
		end = next;
	}
	*runs = end ? end->next : NULL;
	if (end == part.first)
		part.first = NULL;
	else
		cut_before(part.first, end);
	return part;
}

/* ---- blocks ---- */

/*
 * mdp's links are shown as they are written; images are not, and none of them
 * is a background.
 */
static void read_caption(const struct finder *finder, struct inline_run *run)
{
	struct link *link = &finder->slide->links[run->link];

	if (finder->deck->dialect != DIALECT_MDP || run->kind != INLINE_TEXT ||
	    !run->next || run->next->kind != INLINE_NUMBER)
		return;
	length_read_alt(link, run->text);
	link->background = false;
	run->text = caption_of_image(run->text, link->target);
}

/*
 * pandoc: the text of an image in a paragraph of its own, if it has one, is
 * what stands below it.
 */
static bool is_figure(const struct finder *finder, const struct block *block)
{
	struct str target = finder->slide->links[block->image.link].target;
	struct str name = caption_of_image((struct str){ NULL, 0 }, target);
	bool named = true;

	for (const struct inline_run *run = block->text.first; run;
	     run = run->next) {
		if (run->kind == INLINE_NUMBER &&
		    run->link != block->image.link)
			return false;
		named = named &&
			(run->kind == INLINE_NUMBER || str_eq(run->text, name));
	}
	return finder->deck->dialect == DIALECT_PANDOC && !named;
}

/* The runs of an image, copied, without the blanks beside it. */
static void copy_runs(const struct finder *finder, struct block *image,
		      const struct inline_run *run)
{
	struct inline_run **tail = &image->text.first;
	int link = image->image.link;

	for (; run && run->kind != INLINE_BREAK; run = run->next) {
		if (is_image(finder, run) && run->link != link)
			return;
		if (!is_image(finder, run) && run->kind != INLINE_NUMBER)
			continue;
		*tail = arena_new(finder->arena, struct inline_run);
		**tail = *run;
		(*tail)->next = NULL;
		tail = &(*tail)->next;
	}
}

static void add_image(const struct finder *finder, struct block *gallery,
		      const struct inline_run *run)
{
	struct block *image = arena_new(finder->arena, struct block);

	*image = (struct block){ .parent = gallery,
				 .kind = BLOCK_IMAGE,
				 .line = link_of(finder, run)->line,
				 .col = gallery->col,
				 .step = gallery->step,
				 .align = gallery->align };
	image->image.link = run->link;
	copy_runs(finder, image, run);
	if (gallery->last)
		gallery->last->next = image;
	else
		gallery->first = image;
	gallery->last = image;
}

static void fill_gallery(const struct finder *finder, struct block *gallery)
{
	const struct inline_run *run = gallery->text.first;
	bool breaks = false;
	int link = -1;

	for (; run; run = run->next) {
		breaks = breaks || run->kind == INLINE_BREAK;
		if (!is_image(finder, run) || run->link == link)
			continue;
		add_image(finder, gallery, run);
		gallery->last->image.breaks = breaks;
		link = run->link;
		breaks = false;
	}
}

/* Make an image or a gallery of a text of nothing else. */
static void make_images(const struct finder *finder, struct block *block,
			int count)
{
	struct inline_run *run = block->text.first;
	int link = -1;

	for (; run; run = run->next) {
		if (!is_image(finder, run) || run->link == link)
			continue;
		read_caption(finder, run);
		if (link < 0)
			block->image.link = run->link;
		link = run->link;
	}
	block->text.captions = false;
	block->kind = count > 1 ? BLOCK_GALLERY : BLOCK_IMAGE;
	if (count > 1)
		fill_gallery(finder, block);
}

/* The line of the first image among some runs; `other` if there is none. */
static int line_of(const struct finder *finder, const struct inline_run *run,
		   int other)
{
	while (run && !is_image(finder, run))
		run = run->next;
	return run ? link_of(finder, run)->line : other;
}

/* A block like another one, behind it. */
static struct block *add_behind(const struct finder *finder,
				struct block *block)
{
	struct block *added = arena_new(finder->arena, struct block);

	*added = (struct block){ .parent = block->parent,
				 .next = block->next,
				 .kind = BLOCK_TEXT,
				 .line = block->line,
				 .col = block->col,
				 .step = block->step,
				 .align = block->align,
				 .text = { .hang = block->text.hang,
					   .flows = block->text.flows } };
	if (block->parent->last == block)
		block->parent->last = added;
	block->next = added;
	return added;
}

/* Returns the last of the blocks that a text has become. */
static struct block *split_text(const struct finder *finder,
				struct block *block)
{
	struct inline_run *rest = block->text.first;
	struct part part = take_part(finder, &rest);
	bool captions = block->text.captions;

	if (part.images == 1 && !rest) {
		make_images(finder, block, 1);
		block->image.figure = is_figure(finder, block);
		return block;
	}
	if (part.images == 0 && !rest)
		return block;
	for (bool below = false;;) {
		block->text.first = part.first;
		block->text.captions = captions && below;
		if (part.images > 0)
			make_images(finder, block, part.images);
		if (!rest)
			return block;
		below = below || part.images > 0;
		part = take_part(finder, &rest);
		block = add_behind(finder, block);
		block->line = line_of(finder, part.first, block->line);
	}
}

/* Depth is bounded by the deck. */
static void find_images(const struct finder *finder, struct block *block)
{
	for (struct block *child = block->first; child; child = child->next) {
		if (child->kind == BLOCK_TEXT && child->text.first)
			child = split_text(finder, child);
		else
			find_images(finder, child);
	}
}

void gallery_find(const struct deck *deck, struct slide *slide,
		  struct arena *arena)
{
	struct finder finder = { deck, slide, arena };

	find_images(&finder, &slide->body);
}
