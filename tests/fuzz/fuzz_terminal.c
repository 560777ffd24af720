/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as the description of a terminal, and as what a terminal says.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "backend/answer.h"
#include "backend/direct.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int truth, const char *what)
{
	if (truth)
		return;
	fprintf(stderr, "broken rule: %s\n", what);
	abort();
}

static void check_description(struct str bytes)
{
	struct buf patched = { 0 }, again = { 0 };
	bool ok = direct_patch(bytes, &patched);

	require(ok == (patched.len > 0), "all or nothing is written");
	require(patched.len <= 32768, "as much as ncurses reads");
	require(!ok || !direct_patch(buf_str(&patched), &again),
		"once is enough");
	buf_release(&patched);
	buf_release(&again);
}

static void check_answers(const uint8_t *data, size_t size)
{
	struct answers answers = { .expected = 3 };

	for (size_t i = 0; i < size; i++) {
		if (answers.state != ANSWER_NONE)
			answer_take(&answers, data[i]);
		else
			answer_begin(&answers, data[i]);
		require(answers.length >= 0 &&
				answers.length <= ANSWER_LENGTH_MAX,
			"an answer has an end");
	}
	require(answers.ground >= 0 && answers.ground <= 0xffffff,
		"a ground is a colour");
	require(answers.sixel_most.cols >= 0 &&
			answers.sixel_most.cols <= 99999 &&
			answers.sixel_most.rows >= 0 &&
			answers.sixel_most.rows <= 99999,
		"sixels have a size");
	require(answers.expected >= 0 && answers.expected <= 3,
		"nothing is answered that was not asked");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	check_description((struct str){ (const char *)data, size });
	check_answers(data, size);
	return 0;
}
