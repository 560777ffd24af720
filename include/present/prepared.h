/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_PREPARED_H
#define PRESENT_PREPARED_H

#include "layout/fit.h"
#include "present/colourist.h"
#include "present/pictures.h"

/*
 * The slides around the current one, read and laid out before a key asks for
 * them. All zero bytes is an empty one; release it when done.
 */
#define PREPARED_SLIDES 3 /* the current one and its neighbours */

/*
 * A slide of more source bytes is not prepared ahead: a key that comes in the
 * meantime would have to wait for it.
 */
#define PREPARED_BYTES_MAX ((size_t)16 * 1024)

struct prepared_slide {
	struct arena arena;
	struct slide *slide; /* NULL: the place is free */
	struct fit *fit;
};

struct prepared {
	struct colourist *colourist; /* for the code on them, or NULL */
	struct pictures pictures; /* on the slides; may be set to others before
				     all are forgotten */
	struct prepared_slide slides[PREPARED_SLIDES];
};

/*
 * Slide `number` of the stage's deck, read and laid out. It stays valid until
 * two more slides were asked for, or all are forgotten.
 */
const struct prepared_slide *prepared_get(struct prepared *prepared,
					  const struct stage *stage,
					  int number);

/* Make the next call for this slide a quick one, if there is such a slide. */
void prepared_ahead(struct prepared *prepared, const struct stage *stage,
		    int number);

/* Have copies made of all images on them, the nearest slide's first. */
void prepared_want(struct prepared *prepared, int number);

/* The deck or the size has changed: nothing that was prepared is right. */
void prepared_forget(struct prepared *prepared);
void prepared_release(struct prepared *prepared);

#endif
