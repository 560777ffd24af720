/* SPDX-License-Identifier: MIT */
/*
 * Descriptions of terminals: those of this machine are changed and stay
 * sound, cut or twisted ones are refused or changed, never more.
 */
#include "backend/direct.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "support/folder.h"
#include "support/unit.h"

static const char *const terms[] = {
	"xterm",	 "xterm-256color", "screen", "screen-256color", "tmux",
	"tmux-256color", "linux",	   "rxvt",   "vt100",		"vt220",
	"xterm-color",	 "ansi",	   "dumb"
};
static const char *const folders[] = { "/lib/terminfo", "/usr/share/terminfo",
				       "/etc/terminfo" };

static bool read_term(const char *term, struct buf *bytes)
{
	struct error error;
	char path[256];

	buf_clear(bytes);
	for (size_t i = 0; i < COUNT(folders); i++) {
		snprintf(path, sizeof(path), "%s/%c/%s", folders[i], term[0],
			 term);
		if (file_read_regular(path, path, 32768, bytes, &error))
			return true;
	}
	return false;
}

static int word_at(const struct buf *bytes, size_t at)
{
	return (unsigned char)bytes->ptr[at] | (unsigned char)bytes->ptr[at + 1]
						       << 8;
}

/* Where the numbers of an entry begin. */
static size_t numbers_at(const struct buf *entry)
{
	size_t at = 12 + (size_t)word_at(entry, 2) + (size_t)word_at(entry, 4);

	return at + at % 2;
}

static bool holds(const struct buf *bytes, const char *text)
{
	size_t len = strlen(text) + 1;

	for (size_t i = 0; i + len <= bytes->len; i++) {
		if (!memcmp(bytes->ptr + i, text, len))
			return true;
	}
	return false;
}

static void check_patched(struct expect *expect, const char *term,
			  const struct buf *entry, const struct buf *patched)
{
	struct buf again = { 0 };
	size_t numbers = numbers_at(patched);

	expect_int(expect, term, 01036, word_at(patched, 0));
	expect_int(expect, term, 0, word_at(patched, numbers + 4 * 13));
	expect_int(expect, term, 0x100, word_at(patched, numbers + 4 * 13 + 2));
	expect_true(expect, term, holds(patched, "RGB"));
	expect_true(expect, term,
		    !memcmp(entry->ptr + 12, patched->ptr + 12,
			    (size_t)word_at(entry, 2)));
	/* It is sound, and has what would be added. */
	expect_true(expect, term, !direct_patch(buf_str(patched), &again));
	expect_int(expect, term, 0, (long long)again.len);
	buf_release(&again);
}

static void real_ones_are_changed(void **state)
{
	struct expect expect = { 0 };
	struct buf entry = { 0 }, patched = { 0 };
	int found = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(terms); i++) {
		if (!read_term(terms[i], &entry))
			continue;
		found++;
		buf_clear(&patched);
		expect_true(&expect, terms[i],
			    direct_patch(buf_str(&entry), &patched));
		check_patched(&expect, terms[i], &entry, &patched);
	}
	assert_true(found > 0);
	buf_release(&entry);
	buf_release(&patched);
	expect_done(&expect);
}

/* A byte less, a byte else: all of them, of one that every machine has. */
static void broken_ones_do_no_harm(void **state)
{
	static const unsigned char bytes[] = { 0x00, 0x01, 0x7f, 0x80, 0xff };
	struct buf entry = { 0 }, patched = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(terms) && entry.len == 0; i++)
		read_term(terms[i], &entry);
	assert_true(entry.len > 0);
	for (size_t len = 0; len < entry.len; len++) {
		struct str cut = { entry.ptr, len };
		buf_clear(&patched);
		if (!direct_patch(cut, &patched))
			assert_int_equal(patched.len, 0);
	}
	/* The counts and offsets matter most. */
	for (size_t i = 0; i < entry.len; i += i < 200 ? 1 : 7) {
		char was = entry.ptr[i];
		for (size_t k = 0; k < COUNT(bytes); k++) {
			entry.ptr[i] = (char)bytes[k];
			buf_clear(&patched);
			direct_patch(buf_str(&entry), &patched);
			assert_true(patched.len <= 32768);
		}
		entry.ptr[i] = was;
	}
	buf_release(&entry);
	buf_release(&patched);
}

static bool describes(struct direct_places places)
{
	struct buf out = { 0 };
	bool ok = direct_describe(&places, &out);

	assert_true(ok ? out.len > 5 && !memcmp(out.ptr, "b64:", 4) &&
				    out.ptr[out.len - 1] == '\0'
		       : out.len == 0);
	buf_release(&out);
	return ok;
}

static void are_found(void **state)
{
	struct buf entry = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(terms) && entry.len == 0; i++)
		read_term(terms[i], &entry);
	folder_add("own");
	folder_add("own/m");
	folder_add("hex");
	folder_add("hex/6d");
	folder_add(".terminfo");
	folder_add(".terminfo/h");
	folder_put("own/m/mine", buf_str(&entry));
	folder_put("hex/6d/more", buf_str(&entry));
	folder_put(".terminfo/h/home", buf_str(&entry));
	folder_put("own/m/bad", BYTES("no description"));
	assert_true(describes(
		(struct direct_places){ .term = "mine", .terminfo = "own" }));
	assert_true(describes(
		(struct direct_places){ .term = "more", .dirs = "x::hex" }));
	assert_true(describes(
		(struct direct_places){ .term = "home", .home = "." }));
	assert_false(describes((struct direct_places){ .term = "mine" }));
	assert_false(describes(
		(struct direct_places){ .term = "bad", .terminfo = "own" }));
	assert_false(describes((struct direct_places){ .term = "../own/m/mine",
						       .terminfo = "own" }));
	assert_false(describes((struct direct_places){ .term = "" }));
	assert_false(describes((struct direct_places){ .term = NULL }));
	buf_release(&entry);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(real_ones_are_changed),
		cmocka_unit_test(broken_ones_do_no_harm),
		cmocka_unit_test_setup_teardown(are_found, folder_enter,
						folder_leave),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
