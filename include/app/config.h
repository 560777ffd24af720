/* SPDX-License-Identifier: MIT */
#ifndef APP_CONFIG_H
#define APP_CONFIG_H

#include <stdbool.h>

#include "backend/direct.h"
#include "base/arena.h"
#include "base/error.h"
#include "layout/frame.h"
#include "picture/means.h"
#include "present/themes.h"
#include "remote/request.h"

/* More of these on one command line are a slip of the finger. */
#define CONFIG_SIZES_MAX   16
#define CONFIG_ALLOWED_MAX 16

/* What the user asked for, from the command line and the environment. */
enum command {
	COMMAND_PRESENT,
	COMMAND_PREVIEW,
	COMMAND_FOLLOW,
	COMMAND_EXPORT,
	COMMAND_CHECK,
	COMMAND_THEMES,
	COMMAND_REMOTE,
	COMMAND_HELP,
	COMMAND_VERSION,
	COMMAND_LIST_DIRECTIVES,
	COMMAND_LIST_WARNINGS,
};

/* What the process ends with. */
enum status {
	STATUS_OK = 0,
	STATUS_FOUND = 1, /* a check has found something, a talk refuses */
	STATUS_ERROR = 2, /* something could not be used; it has been said */
};

enum format {
	FORMAT_TEXT,
	FORMAT_JSON,
};

/* What `deckle remote` is asked for. */
struct remote_options {
	const char *deck;	/* the talk's; NULL: there is only one */
	bool list;		/* the talks that run, instead of a request */
	struct request request; /* but for its file, */
	const char *file;	/* which is as typed; NULL: none */
};

struct config {
	enum command command;
	const char *file;	  /* with defaults; NULL: the usual one */
	const char *path;	  /* of the first deck; "-": standard input */
	const char *const *paths; /* of all decks */
	int path_count;		  /* 0: standard input alone */
	const char *output;	  /* of an export; NULL is standard output */
	const char *slides;	  /* of an export: "2,5-7"; NULL is all */
	struct size size;	  /* of an export; rows 0: the slide's own */
	struct size sizes[CONFIG_SIZES_MAX]; /* of a check, a preview */
	int size_count;			     /* 0: the one of a terminal */
	enum format format;		     /* of a check's warnings */
	bool ignored[REMARK_COUNT];	     /* warnings left out of a check */
	bool steps;	/* export: a screen for each step */
	bool notes;	/* export: below each slide */
	bool form_feed; /* export: between screens, instead of a line */
	bool big;	/* export: titles in large letters, as on the screen */
	bool remarks;	/* say on standard error what was odd */
	struct deck_options deck; /* how it is read */
	const char *allowed[CONFIG_ALLOWED_MAX];
	const char *editor; /* for a slide's source, as present/editor.h says */
	const char *highlighter; /* as present/colourist.h says, or NULL */
	const char *from;  /* of a follower; NULL: the talk's own socket */
	bool watch;	   /* read the deck again when it is saved */
	bool watch_if_can; /* the same, if it can be read again */
	bool stay;	   /* and do not go to where it has changed */
	int jump;	   /* the slide to begin with, 0: the first */
	enum number_style number;
	enum transition transition; /* between all slides; unsaid: the deck's */
	enum transition usual_transition; /* if the deck has none */
	enum image_means images;	  /* how they are to be drawn */
	bool no_motion; /* nothing moves, whoever asks for it */
	struct theme_wishes theme;
	bool has_theme;	   /* the environment names one */
	enum depth wished; /* as many colours as the environment wants */
	enum depth depth;  /* as many colours as the terminal may have */
	struct direct_places places;
	const char *runtime_dir; /* for sockets; NULL: there is none */
	const char *config_dir;	 /* $XDG_CONFIG_HOME; NULL: there is none */
	struct error trouble;	 /* with the file of defaults, or empty */
	struct arena arena;	 /* what was read from it */
	struct remote_options remote;
};

/*
 * The defaults, with what the environment says (NO_COLOR, DECKLE_THEME, VISUAL,
 * XDG_RUNTIME_DIR and others). The configuration points into itself: hand it on
 * by its address.
 */
void config_init(struct config *config);
void config_release(struct config *config);

/*
 * A path that the file of defaults names, of the configuration's arena: "~/" is
 * the user's own folder, all else is relative to the folder of that file.
 */
const char *config_beside(struct config *config, const char *path);

#endif
