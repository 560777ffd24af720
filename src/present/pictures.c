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

/* What is seen needs no number that leads to it: others take its place. */
static void take_number(struct slide *slide, struct block *block)
{
	int number = slide->links[block->image.link].number;
	struct inline_run **run = &block->text.first;

	if (number < 0)
		return;
	while (*run && (*run)->kind != INLINE_NUMBER)
		run = &(*run)->next;
	if (*run)
		*run = (*run)->next;
	slide->links[block->image.link].number = -1;
	for (int i = 0; i < slide->link_count; i++)
		slide->links[i].number -= slide->links[i].number > number;
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

/* Depth is bounded by the deck. */
static void hang_all(struct hanger *hanger, struct block *block)
{
	if (block->kind == BLOCK_IMAGE)
		hang(hanger, block);
	for (struct block *child = block->first; child; child = child->next)
		hang_all(hanger, child);
}

void pictures_hang(const struct pictures *pictures, const struct deck *deck,
		   struct slide *slide, struct arena *arena)
{
	struct hanger hanger = { pictures, deck, slide, arena };

	if (pictures->album)
		hang_all(&hanger, &slide->body);
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
