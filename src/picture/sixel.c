/* SPDX-License-Identifier: MIT */
/*
 * Sixels by libchafa. It is loaded when a terminal has asked for them, because
 * a talk on another one should not wait for it at its start.
 */
#include "picture/sixel.h"

#include <chafa.h>
#include <dlfcn.h>

#define LIBRARY "libchafa.so.0"

#define CALLS(X)                                          \
	X(chafa_set_n_threads)                            \
	X(chafa_canvas_config_new)                        \
	X(chafa_canvas_config_unref)                      \
	X(chafa_canvas_config_set_geometry)               \
	X(chafa_canvas_config_set_cell_geometry)          \
	X(chafa_canvas_config_set_pixel_mode)             \
	X(chafa_canvas_config_set_canvas_mode)            \
	X(chafa_canvas_config_set_dither_mode)            \
	X(chafa_canvas_config_set_transparency_threshold) \
	X(chafa_canvas_new)                               \
	X(chafa_canvas_unref)                             \
	X(chafa_canvas_draw_all_pixels)                   \
	X(chafa_canvas_print)                             \
	X(chafa_term_info_new)                            \
	X(chafa_term_info_unref)                          \
	X(chafa_term_info_set_seq)                        \
	X(g_string_free)

struct calls {
#define MEMBER(name) __typeof__(&(name)) name;
	CALLS(MEMBER)
#undef MEMBER
};

/*
 * The library that is loaded already is found without looking at files. ISO C
 * has no way to make a function of what dlsym returns.
 */
static bool load(struct calls *calls)
{
	void *library = dlopen(LIBRARY, RTLD_LAZY | RTLD_LOCAL);

	if (!library)
		return false;
#define LOAD(name)                                             \
	if (!(*(void **)&calls->name = dlsym(library, #name))) \
		return false;
	CALLS(LOAD)
#undef LOAD
	return true;
}

bool sixel_open(struct error *error)
{
	struct calls calls;

	return load(&calls) ||
	       error_set(error, "no images as sixels: " LIBRARY
				" cannot be loaded (apt install libchafa0)");
}

/* One cell, as large as the image. */
static ChafaCanvas *canvas_of(const struct calls *calls,
			      const struct raster *raster)
{
	ChafaCanvasConfig *config = calls->chafa_canvas_config_new();

	calls->chafa_canvas_config_set_geometry(config, 1, 1);
	calls->chafa_canvas_config_set_cell_geometry(config, raster->width,
						     raster->height);
	calls->chafa_canvas_config_set_pixel_mode(config,
						  CHAFA_PIXEL_MODE_SIXELS);
	calls->chafa_canvas_config_set_canvas_mode(config,
						   CHAFA_CANVAS_MODE_TRUECOLOR);
	calls->chafa_canvas_config_set_dither_mode(config,
						   CHAFA_DITHER_MODE_DIFFUSION);
	calls->chafa_canvas_config_set_transparency_threshold(config, 0.5F);
	ChafaCanvas *canvas = calls->chafa_canvas_new(config);
	calls->chafa_canvas_draw_all_pixels(canvas,
					    CHAFA_PIXEL_RGBA8_UNASSOCIATED,
					    raster->bytes, raster->width,
					    raster->height,
					    raster->width * RASTER_PIXEL_BYTES);
	calls->chafa_canvas_config_unref(config);
	return canvas;
}

/* What stands around them is the screen's business. */
static ChafaTermInfo *no_frame(const struct calls *calls)
{
	ChafaTermInfo *info = calls->chafa_term_info_new();

	calls->chafa_term_info_set_seq(info, CHAFA_TERM_SEQ_BEGIN_SIXELS, "",
				       NULL);
	calls->chafa_term_info_set_seq(info, CHAFA_TERM_SEQ_END_SIXELS, "",
				       NULL);
	return info;
}

bool sixel_make(const struct raster *raster, struct buf *out)
{
	struct calls calls;

	if (!load(&calls))
		return false;
	/* Where this runs no threads can be had. */
	calls.chafa_set_n_threads(1);
	ChafaTermInfo *info = no_frame(&calls);
	ChafaCanvas *canvas = canvas_of(&calls, raster);
	GString *sixels = calls.chafa_canvas_print(canvas, info);
	buf_put(out, (struct str){ sixels->str, sixels->len });
	calls.g_string_free(sixels, TRUE);
	calls.chafa_canvas_unref(canvas);
	calls.chafa_term_info_unref(info);
	return true;
}
