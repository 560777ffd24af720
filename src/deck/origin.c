/* SPDX-License-Identifier: MIT */
/*
 * Where lines came from, as a list of pieces: two for each included file.
 */
#include "deck/origin.h"

#include <limits.h>
#include <string.h>

#include "deck/deck.h"

void origins_add(struct origins *origins, struct arena *arena,
		 struct origin_piece piece)
{
	size_t count = origins->count;

	if (count > 0 && origins->pieces[count - 1].line == piece.line) {
		origins->pieces[count - 1] = piece;
		return;
	}
	origins->pieces =
		arena_extend(arena, origins->pieces, count, sizeof(piece));
	origins->pieces[origins->count++] = piece;
}

struct origin deck_origin(const struct deck *deck, int line)
{
	const struct origin_piece *pieces = deck->origins.pieces;
	struct origin origin = { .line = line };
	size_t low = 0, high = deck->origins.count;

	/* Pieces before `low` begin at or above the line, others below it. */
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (pieces[middle].line <= line)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == 0)
		return origin;
	origin = pieces[low - 1].origin;
	origin.line += line - pieces[low - 1].line;
	return origin;
}

static bool is_path(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

int deck_line(const struct deck *deck, struct origin origin)
{
	const struct origins *origins = &deck->origins;
	struct origin_piece piece = { 1, { NULL, 1 } };
	int found = 0, best = 0;

	for (size_t i = 0; i <= origins->count; i++) {
		bool last = i == origins->count;
		int end = last ? INT_MAX : origins->pieces[i].line;
		int first = piece.origin.line;
		if (is_path(piece.origin.path, origin.path) &&
		    first <= origin.line && first > best) {
			int line = origin.line - first;
			best = first;
			found = line < end - piece.line ? piece.line + line
							: end;
		}
		if (!last)
			piece = origins->pieces[i];
	}
	return found;
}
