/* SPDX-License-Identifier: MIT */
/*
 * What every layout test does first: read, survey, fit, draw.
 */
#include "slide/read.h"
#include "support/rig.h"

#include "backend/text.h"

void rig_init(struct rig *rig, struct str source, struct size size)
{
	rig_init_as(rig, source, size, DIALECT_MDP);
}

void rig_init_as(struct rig *rig, struct str source, struct size size,
		 enum dialect dialect)
{
	struct buf bytes = { 0 };

	*rig = (struct rig){ 0 };
	buf_put(&bytes, source);
	read_deck(&rig->deck, &bytes,
		  &(struct deck_options){ .dialect = dialect });
	rig->stage = (struct stage){ .deck = &rig->deck,
				     .widest = survey_deck(&rig->deck, NULL,
							   SURVEY_ALL),
				     .size = size };
}

void rig_release(struct rig *rig)
{
	arena_release(&rig->arena);
	deck_release(&rig->deck);
}

void rig_use_form(struct rig *rig, const struct form *form)
{
	rig->stage.form = form;
	rig->stage.widest = survey_deck(&rig->deck, form, SURVEY_ALL);
}

void rig_fit(struct rig *rig, int number)
{
	arena_reset(&rig->arena);
	rig->slide = read_slide(&rig->deck, number, &rig->arena);
	rig->fit = fit_slide(&rig->arena, &rig->stage, rig->slide);
}

struct grid rig_draw(struct rig *rig, struct view view)
{
	struct bars bars = { .number = rig->slide->number };
	struct grid grid = frame_draw(&rig->arena, rig->fit, view, &bars);

	grid_check(&grid);
	return grid;
}

void rig_put_views(struct rig *rig, int number, struct buf *out)
{
	rig_fit(rig, number);
	for (int i = 0; i < rig->fit->view_count; i++) {
		struct view view = rig->fit->views[i];
		struct grid grid = rig_draw(rig, view);
		buf_printf(out, "== slide %d step %d page %d\n", number,
			   view.step, view.page);
		text_write_planes(&grid, out);
	}
}
