/* SPDX-License-Identifier: MIT */
/*
 * Bytes that grow.
 */
#include "base/buf.h"

#include <string.h>

#include "support/unit.h"

static void puts_everything(void **state)
{
	struct buf buf;
	struct expect expect = { 0 };

	(void)state;
	buf_init(&buf);
	expect_text(&expect, "empty", "", buf_str(&buf));
	buf_put(&buf, (struct str){ NULL, 0 });
	buf_put_text(&buf, "");
	buf_repeat(&buf, 'x', 0);
	expect_text(&expect, "still empty", "", buf_str(&buf));
	buf_put(&buf, BYTES("ab"));
	buf_put_byte(&buf, 'c');
	buf_put_text(&buf, "de");
	buf_repeat(&buf, '-', 3);
	buf_printf(&buf, "%d %s", 42, "f");
	expect_text(&expect, "all kinds", "abcde---42 f", buf_str(&buf));
	buf_clear(&buf);
	expect_text(&expect, "cleared", "", buf_str(&buf));
	buf_put_byte(&buf, '\0');
	expect_int(&expect, "NUL is a byte", 1, (long long)buf.len);
	buf_release(&buf);
	expect_true(&expect, "released", !buf.ptr && !buf.len && !buf.room);
	buf_put_text(&buf, "again");
	expect_text(&expect, "usable after", "again", buf_str(&buf));
	buf_release(&buf);
	expect_done(&expect);
}

/* Whatever room is left, what is put is whole: 1 byte up to a few rooms. */
static void grows_at_every_size(void **state)
{
	char piece[700];

	(void)state;
	memset(piece, 'p', sizeof(piece));
	for (size_t before = 250; before < 260; before++) {
		for (size_t size = 0; size < sizeof(piece); size++) {
			struct buf buf = { 0 };
			buf_repeat(&buf, 'b', before);
			buf_put(&buf, (struct str){ piece, size });
			buf_printf(&buf, "%.*s", (int)size, piece);
			assert_int_equal(buf.len, before + 2 * size);
			assert_true(buf.room >= buf.len);
			assert_true(buf.ptr[before - 1] == 'b');
			if (size)
				assert_true(buf.ptr[buf.len - 1] == 'p');
			buf_release(&buf);
		}
	}
}

static void reserves(void **state)
{
	struct buf buf = { 0 };

	(void)state;
	buf_reserve(&buf, 10000);
	assert_true(buf.room >= 10000);
	assert_int_equal(buf.len, 0);
	char *ptr = buf.ptr;
	buf_repeat(&buf, 'x', 10000);
	assert_ptr_equal(buf.ptr, ptr);
	buf_clear(&buf);
	assert_ptr_equal(buf.ptr, ptr);
	buf_release(&buf);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(puts_everything),
		cmocka_unit_test(grows_at_every_size),
		cmocka_unit_test(reserves),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
