/* SPDX-License-Identifier: MIT */
/*
 * From the images that a slide names to files, and from files to what layout
 * can draw.
 */
#include "present/pictures.h"

#include "slide/read.h"

struct hanger {
	const struct pictures *pictures;
	const struct deck *deck;
	struct slide *slide;
	struct arena *arena;
};

static void remark(struct hanger *hanger, const struct link *link,
		   const char *text)
{
	remark_add(&hanger->slide->remarks, hanger->arena,
		   (struct remark){
			   .kind = REMARK_PICTURE,
			   .line = link->line,
			   .col = 1,
			   .detail = arena_str(hanger->arena, str_of(text)) });
}

static const struct picture *find_picture(struct hanger *hanger,
					  const struct link *link)
{
	static const struct str end = STR("\0");
	const struct picture *picture = NULL;
	struct error error;
	const char *path =
		read_image_path(hanger->deck, link, hanger->arena, &error);

	if (path)
		picture = album_find(
			hanger->pictures->album, path,
			arena_join(hanger->arena, link->target, end).ptr,
			&error);
	if (!picture && error.text[0])
		remark(hanger, link, error.text);
	return picture;
}

/* What is seen needs no number that leads to it. */
static void take_number(struct slide *slide, struct block *block)
{
	struct link *link = &slide->links[block->image.link];
	struct inline_run **run = &block->text.first;

	while (*run && ((*run)->kind != INLINE_NUMBER ||
			(*run)->link != block->image.link))
		run = &(*run)->next;
	if (*run)
		*run = (*run)->next;
	link->number = -1;
}

/* Others take the numbers that nothing has any more. */
static void close_gaps(const struct hanger *hanger)
{
	struct slide *slide = hanger->slide;
	int *numbers =
		arena_array(hanger->arena, int, (size_t)slide->link_count);
	int count = 0;

	for (int i = 0; i < slide->link_count; i++) {
		if (slide->links[i].number >= 0)
			numbers[slide->links[i].number] = 1;
	}
	for (int i = 0; i < slide->link_count; i++) {
		count += numbers[i];
		numbers[i] = count - 1;
	}
	for (int i = 0; i < slide->link_count; i++) {
		if (slide->links[i].number >= 0)
			slide->links[i].number =
				numbers[slide->links[i].number];
	}
}

static void hang(struct hanger *hanger, struct block *block)
{
	struct slide *slide = hanger->slide;
	const struct picture *picture =
		find_picture(hanger, &slide->links[block->image.link]);

	if (!picture)
		return;
	block->image.form = hanger->pictures->form;
	if (block->image.form == IMAGE_DRAWN) {
		block->image.picture = picture;
		take_number(slide, block);
	}
}

/* What was the text of the image itself is no link any more. */
static void add_runs(struct hanger *hanger, struct block *image,
		     const struct inline_run *run, bool numbers)
{
	struct inline_run **tail = &image->image.caption.first;

	while (*tail)
		tail = &(*tail)->next;
	for (; run; run = run->next) {
		if (numbers && run->kind != INLINE_NUMBER)
			continue;
		struct inline_run *copy =
			arena_new(hanger->arena, struct inline_run);
		*copy = *run;
		copy->next = NULL;
		if (image->kind == BLOCK_IMAGE &&
		    run->link == image->image.link)
			copy->link = -1;
		*tail = copy;
		tail = &copy->next;
	}
}

/*
 * Below what is drawn stands its text, if that is a caption, and the number of
 * the link around it.
 */
static void add_caption(struct hanger *hanger, struct block *image)
{
	if (image->image.form == IMAGE_DRAWN)
		add_runs(hanger, image, image->text.first,
			 !image->image.figure);
}

/* When some are drawn, the text of the others has a frame among them. */
static void hang_gallery(struct hanger *hanger, struct block *gallery)
{
	struct block *image;

	for (image = gallery->first; image; image = image->next) {
		hang(hanger, image);
		if (image->image.form != IMAGE_TEXT)
			gallery->image.form = image->image.form;
	}
	for (image = gallery->first; image; image = image->next) {
		if (gallery->image.form != IMAGE_TEXT &&
		    image->image.form == IMAGE_TEXT)
			image->image.form = IMAGE_FRAMED;
		add_caption(hanger, image);
	}
}

/* A text that belongs to the image above it stands where that does. */
static void take_caption(struct hanger *hanger, struct block *image)
{
	struct block *below = image->next;

	if (image->image.form == IMAGE_TEXT || !below ||
	    below->kind != BLOCK_TEXT || !below->text.captions ||
	    below->step != image->step)
		return;
	add_runs(hanger, image, below->text.first, false);
	image->next = below->next;
	if (image->parent->last == below)
		image->parent->last = image;
}

/* Depth is bounded by the deck. */
static void hang_all(struct hanger *hanger, struct block *block)
{
	for (struct block *child = block->first; child; child = child->next) {
		if (child->kind == BLOCK_IMAGE) {
			hang(hanger, child);
			take_caption(hanger, child);
			add_caption(hanger, child);
		} else if (child->kind == BLOCK_GALLERY) {
			hang_gallery(hanger, child);
			take_caption(hanger, child);
		} else {
			hang_all(hanger, child);
		}
	}
}

void pictures_hang(const struct pictures *pictures, const struct deck *deck,
		   struct slide *slide, struct arena *arena)
{
	struct hanger hanger = { pictures, deck, slide, arena };

	if (!pictures->album)
		return;
	hang_all(&hanger, &slide->body);
	close_gaps(&hanger);
}

void pictures_want(const struct pictures *pictures, const struct fit *fit,
		   bool seen)
{
	for (const struct pane *pane = fit->sheet->panes; pane;
	     pane = pane->next) {
		struct copy_wish wish = pane_wish(pane, &fit->stage->medium);
		album_want(pictures->album, pane->picture, &wish, seen);
	}
}
