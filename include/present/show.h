/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_SHOW_H
#define PRESENT_SHOW_H

#include "backend/direct.h"
#include "base/error.h"
#include "layout/frame.h"
#include "layout/stamp.h"
#include "picture/means.h"
#include "present/themes.h"
#include "present/aids.h"
#include "present/motion.h"
#include "present/prepared.h"
#include "present/talk.h"
#include "present/wardrobe.h"

struct present_options {
	const char *path;  /* of the deck; "-" is standard input */
	struct str source; /* of the deck, instead of a file's; or empty */
	struct deck_options deck;
	int slide; /* to begin with */
	enum number_style number;
	struct theme_wishes theme;
	struct direct_places places; /* of descriptions of the terminal */
	bool tours_themes;	     /* each slide is shown in the next one */
	enum transition transition; /* between all slides; unsaid: the deck's */
	enum transition usual_transition; /* if the deck has none */
	enum image_means images;	  /* how they are to be drawn */
	bool no_motion;		 /* nothing moves, whoever asks for it */
	const char *editor;	 /* as present/editor.h has it */
	const char *highlighter; /* as present/colourist.h has it */
	bool watch;		 /* read the deck again when it is saved */
	bool stay;		 /* and do not go to where it has changed */
	bool aids;		 /* show the author what is odd */
	struct aids_sizes sizes; /* at which that is looked for */
	const char *runtime_dir; /* as remote/address.h has it */
	bool follow;		 /* a talk that is given elsewhere, */
	const char *from;	 /* as present/viewer.h has it */
	const char *notice;	 /* for the bar, at first; NULL: none */
};

/*
 * What the audience sees: a deck, where the talk is in it, and the grid that
 * shows that. It reads files, but sees no terminal and no clock.
 *
 * After talk has changed, show_prepare lays out what it asks for; everything
 * else here needs that to have been done. All members are for reading, but for
 * talk.
 */
struct show {
	const struct present_options *options; /* borrowed */
	struct str path; /* of the deck, absolute and without links; or "-" */
	char *real;	 /* its memory, or NULL */
	struct deck deck;
	struct wardrobe wardrobe;
	bool redressed; /* the theme is not the one that was drawn with */
	struct stage stage;
	int surveyed; /* the columns that its widest line is known for */
	struct talk talk;
	char notice[256];     /* for the bar, until the next key */
	struct error trouble; /* the same, until a watched deck can be read */
	char hint[128];	      /* the same, for as long as it holds */

	/* What is drawn while the file is empty. The deck and the talk stay:
	   some programs empty a file to write it. */
	bool is_empty;
	struct deck empty;

	struct prepared prepared;
	const struct prepared_slide *current; /* NULL: not prepared yet */
	struct arena frame_arena;

	/* What the author is told about the slide. */
	int aided; /* the slide that it is about, 0: none */
	struct aids aids;
	struct arena aids_arena;

	/* The help, while it is shown. */
	struct deck help_deck;
	struct stage help_stage;
	struct arena help_arena;
	struct fit *help_fit;
};

/* Read the deck. False, with the reason in *error, when it cannot be read. */
bool show_open(struct show *show, const struct present_options *options,
	       struct error *error);
void show_close(struct show *show);

/* Draw no title in large letters: the screen cannot show them. */
void show_keep_plain(struct show *show);

/*
 * Begin the talk on a screen of that size. How images are shown may be said
 * before.
 */
void show_begin(struct show *show, struct size size);

/* How images are shown, and get onto the screen. */
void show_use_images(struct show *show, enum image_form form,
		     struct pane_medium medium);

/* Show all in the next theme. */
void show_next_theme(struct show *show);

/* The colour of the terminal's own ground is known: 0xRRGGBB, or -1: it is not.
 */
void show_take_ground(struct show *show, int rgb);

/* The screen has another size, or the same. */
void show_resize(struct show *show, struct size size);

/* Lay out what the talk asks for, and tell it how many views that has. */
void show_prepare(struct show *show);

/* Make the next slide a quick one. */
void show_prepare_ahead(struct show *show);

/*
 * What the user's highlighter is waited for on, -1: nothing, and in how many ms
 * show_take_colours wants to be called, -1: never. That does what there is to
 * do; true when the slide looks another way now, or the bar says why it does
 * not. It wants to be called again then.
 */
int show_colours_fd(const struct show *show);
int show_colours_timeout(const struct show *show, long long now);
bool show_take_colours(struct show *show, long long now);

/* Have the copies made of the images that are seen now, and of those next. */
void show_want_images(struct show *show);

/* What they are waited for on, -1: nothing; and what has come is taken. */
int show_images_fd(const struct show *show);
void show_take_images(struct show *show);

/* What to draw: of the screen's size, valid until the next call. */
struct grid show_draw(struct show *show);

/* The images that the terminal draws on that itself, valid as long as it. */
struct stamps show_stamps(struct show *show);

/* What that shows. */
struct scene show_scene(const struct show *show);

/* Say something in the bar, until the next key; "" takes it away. */
void show_notice(struct show *show, const char *text);

/* The same, until it is taken away; all else that is said goes before it. */
void show_hint(struct show *show, const char *text);

/* The file, and the line of it, where what is shown begins. */
const char *show_file(const struct show *show);
int show_line(const struct show *show);

/*
 * The files that what is shown is made of: the deck, what it includes, the
 * images of the slide, whether they are there or not, and the theme. Returns
 * how many; the array is the arena's, the paths are also borrowed from the
 * deck and from the theme.
 */
size_t show_files(const struct show *show, struct arena *arena,
		  const char ***paths);

/* The slide's images, or the colours of its code, may be others now. */
void show_look_again(struct show *show);

/*
 * Read the deck again. With `follow` the talk goes to where it has changed;
 * without it, and when it has not, it stays at the slide that it is at, which
 * may have another number now. When the deck cannot be read, the one that was
 * there stays, and the bar says why; so does *error, where false comes back.
 */
bool show_reload(struct show *show, bool follow, struct error *error);

#endif
