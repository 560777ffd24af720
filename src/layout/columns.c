/* SPDX-License-Identifier: MIT */
/*
 * Sharing a width by weights.
 */
#include "layout/columns.h"

/* Weights can ask for more than any screen has; sums have to stay small. */
#define WEIGHT_MAX 1000
#define NEED_MAX   1000000

static long long min(long long a, long long b)
{
	return a < b ? a : b;
}

static long long weight_of(const struct column *column)
{
	return column->weight < 1 ? 1 : min(column->weight, WEIGHT_MAX);
}

static long long sum_of_weights(const struct column *columns, int count)
{
	long long sum = 0;

	for (int i = 0; i < count; i++)
		sum += weight_of(&columns[i]);
	return sum;
}

static long long gaps(int count, int gap)
{
	return min((long long)count * gap, NEED_MAX);
}

int columns_need(const struct column *columns, int count)
{
	long long sum = sum_of_weights(columns, count), need = 0;

	for (int i = 0; i < count; i++) {
		long long weight = weight_of(&columns[i]);
		long long all = (columns[i].need * sum + weight - 1) / weight;
		need = all > need ? all : need;
	}
	if (need == 0)
		return 0;
	return (int)(min(need, NEED_MAX) + gaps(count - 1, COLUMNS_GAP));
}

bool columns_place(struct column *columns, int count, int cols)
{
	bool narrow =
		cols < COLUMNS_COLS_WIDE && columns_need(columns, count) > cols;
	int gap = narrow ? COLUMNS_GAP_NARROW : COLUMNS_GAP;
	long long sum = sum_of_weights(columns, count), before = 0;
	long long room = cols - gaps(count - 1, gap);
	bool fits = true;

	if (room < 0)
		room = 0;
	for (int i = 0; i < count; i++) {
		long long after = before + weight_of(&columns[i]);
		columns[i].from = (int)(room * before / sum + gaps(i, gap));
		columns[i].to = (int)(room * after / sum + gaps(i, gap));
		int got = columns[i].to - columns[i].from;
		fits = fits &&
		       (got >= columns[i].need || got >= COLUMNS_COLS_MIN);
		before = after;
	}
	return fits;
}
