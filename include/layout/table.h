/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

#include "layout/form.h"
#include "layout/sheet.h"

/* Columns between two columns of a table: blank, rule, blank. */
#define TABLE_GAP 3

/*
 * Append a table's rows: a header, if it has one, in the look of a second-level
 * heading, a rule, then the rest. Columns are as wide as their widest cell
 * while that fits into `cols`; else the widest ones give way and their cells
 * wrap. Where too little is left for words, every cell gets rows of its own. A
 * table that is narrower than its place is aligned in it.
 */
struct table_place {
	int left; /* column of its left edge */
	int cols; /* columns there are */
	const struct form *form;
};
void table_layout(struct rows *rows, struct arena *arena,
		  const struct slide *slide, const struct block *table,
		  struct table_place place);

/* How many columns it takes when nothing is wrapped. */
int table_measure(struct arena *arena, const struct slide *slide,
		  const struct block *table);

#endif
