/* SPDX-License-Identifier: MIT */
/*
 * Where talks are found: names, who may use them, and what is left behind.
 */
#include "remote/address.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/folder.h"
#include "support/unit.h"

static const struct str deck = STR("/home/a/talk.md");

/* The folder that the test stands in, as an absolute path. */
static const char *here(void **state)
{
	return *state;
}

static mode_t mode_of(const char *path)
{
	struct stat about;

	assert_int_equal(lstat(path, &about), 0);
	return about.st_mode & 07777;
}

static bool exists(const char *path)
{
	struct stat about;

	return lstat(path, &about) == 0;
}

static void must_listen(struct address *address, void **state, struct str name)
{
	struct error error = { "" };

	if (!address_listen(address, here(state), name, &error))
		fail_msg("%s", error.text);
}

/* How many talks are listed; in the order of their names. */
static int count_listed(void **state)
{
	struct arena arena = { 0 };
	struct address_list list;
	struct error error;

	assert_true(address_list(&list, here(state), &arena, &error));
	for (int i = 1; i < list.count; i++)
		assert_true(strcmp(list.paths[i - 1], list.paths[i]) < 0);
	arena_release(&arena);
	return list.count;
}

static void listens(void **state)
{
	struct address address;
	struct error error;
	char byte = 'x';

	must_listen(&address, state, deck);
	assert_int_equal(mode_of("deckle"), 0700);
	assert_int_equal(mode_of(address.path), 0600);
	int flags = fcntl(address.fd, F_GETFL);
	assert_true(flags & O_NONBLOCK);
	assert_true(fcntl(address.fd, F_GETFD) & FD_CLOEXEC);
	int client = address_connect(address.path, &error);
	assert_true(client >= 0);
	assert_true(fcntl(client, F_GETFD) & FD_CLOEXEC);
	int server = accept(address.fd, NULL, NULL);
	assert_int_equal(write(server, "a", 1), 1);
	assert_int_equal(read(client, &byte, 1), 1);
	assert_int_equal(byte, 'a');
	assert_int_equal(read(client, &byte, 1), -1);
	close(server);
	close(client);
	address_release(&address);
	assert_false(exists(address.path));
	assert_int_equal(count_listed(state), 0);
}

static void has_modes_of_its_own(void **state)
{
	static const mode_t masks[] = { 0, 077, 0777 };

	for (size_t i = 0; i < COUNT(masks); i++) {
		struct address address;
		struct error error;
		rmdir("deckle");
		mode_t before = umask(masks[i]);
		bool ok = address_listen(&address, here(state), deck, &error);
		umask(before);
		assert_true(ok);
		assert_int_equal(mode_of("deckle"), 0700);
		assert_int_equal(mode_of(address.path), 0600);
		address_release(&address);
	}
}

/* The deck's own name, as far as it goes, then a number. */
static void names_sockets(void **state)
{
	static const struct {
		const char *deck, *want;
	} cases[] = {
		{ "/home/a/talk.md", "talk.md-" },
		{ "/b/talk.md", "talk.md-" },
		{ "/a b/it's \"one\".md", "it_s__one_.md-" },
		{ "/.hidden", "_hidden-" },
		{ "/..", "_.-" },
		{ "/-x", "-x-" },
		{ "/\xe6\x97\xa5.md", "___.md-" },
		{ "/a\n\x1b.md", "a__.md-" },
		{ "-", "stdin-" },
		{ "/", "-" },
		{ "/123456789012345678901234567890.md",
		  "123456789012345678901234-" },
	};
	struct expect expect = { 0 };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct address address;
		must_listen(&address, state, str_of(cases[i].deck));
		const char *name = strrchr(address.path, '/') + 1;
		size_t shown = strlen(name) - strlen("0123456789abcdef.sock");
		expect_text(&expect, cases[i].deck, cases[i].want,
			    (struct str){ name, shown });
		expect_text(&expect, cases[i].deck, ".sock",
			    str_of(name + shown + 16));
		address_release(&address);
	}
	expect_done(&expect);
}

static void tells_decks_apart(void **state)
{
	struct address one, two;

	must_listen(&one, state, str_of("/a/talk.md"));
	must_listen(&two, state, str_of("/b/talk.md"));
	assert_string_not_equal(one.path, two.path);
	assert_null(strstr(two.path, "-2.sock"));
	assert_int_equal(count_listed(state), 2);
	address_release(&one);
	assert_int_equal(count_listed(state), 1);
	must_listen(&one, state, str_of("/a/talk.md"));
	address_release(&one);
	address_release(&two);
}

static void numbers_the_same_deck(void **state)
{
	struct address addresses[ADDRESS_NAMES_MAX], more;
	struct error error;

	for (int i = 0; i < ADDRESS_NAMES_MAX; i++)
		must_listen(&addresses[i], state, deck);
	assert_null(strstr(addresses[0].path, "-2.sock"));
	assert_non_null(strstr(addresses[1].path, "-2.sock"));
	assert_non_null(strstr(addresses[8].path, "-9.sock"));
	assert_false(address_listen(&more, here(state), deck, &error));
	assert_string_equal(error.text, "9 talks show this deck already");
	assert_int_equal(count_listed(state), ADDRESS_NAMES_MAX);
	address_release(&more);
	address_release(&addresses[4]);
	must_listen(&more, state, deck);
	assert_string_equal(more.path, addresses[4].path);
	address_release(&more);
	for (int i = 0; i < ADDRESS_NAMES_MAX; i++)
		address_release(&addresses[i]);
	assert_int_equal(count_listed(state), 0);
}

/* Take a name, say which, and keep it until the other end is closed. */
static void take_and_tell(const char *folder, int fd)
{
	struct address address;
	struct error error;
	char byte;

	if (!address_listen(&address, folder, deck, &error))
		address.path[0] = '\0';
	if (send(fd, address.path, sizeof(address.path), 0) > 0 &&
	    recv(fd, &byte, 1, 0) >= 0)
		address_release(&address);
}

/* Those that start together get a name each, stale ones included. */
static void keeps_starters_apart(void **state)
{
	int fds[ADDRESS_NAMES_MAX][2], found = 0;
	pid_t children[ADDRESS_NAMES_MAX];
	struct address stale;
	char path[ADDRESS_BYTES];

	must_listen(&stale, state, deck);
	close(stale.fd);
	for (int i = 0; i < ADDRESS_NAMES_MAX; i++) {
		assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, fds[i]),
				 0);
		children[i] = fork();
		assert_true(children[i] >= 0);
		if (children[i] > 0)
			continue;
		for (int other = 0; other <= i; other++)
			close(fds[other][0]);
		take_and_tell(here(state), fds[i][1]);
		_exit(0);
	}
	for (int i = 0; i < ADDRESS_NAMES_MAX; i++) {
		close(fds[i][1]);
		found += recv(fds[i][0], path, sizeof(path), MSG_WAITALL) ==
				 sizeof(path) &&
			 path[0];
	}
	assert_int_equal(found, ADDRESS_NAMES_MAX);
	assert_int_equal(count_listed(state), ADDRESS_NAMES_MAX);
	for (int i = 0; i < ADDRESS_NAMES_MAX; i++) {
		close(fds[i][0]);
		waitpid(children[i], NULL, 0);
	}
	assert_int_equal(count_listed(state), 0);
}

/* What a talk that was killed leaves behind. */
static void takes_stale_names(void **state)
{
	struct address killed, next;

	must_listen(&killed, state, deck);
	close(killed.fd);
	assert_true(exists(killed.path));
	must_listen(&next, state, deck);
	assert_string_equal(next.path, killed.path);
	assert_int_equal(count_listed(state), 1);
	address_release(&next);
}

static void lists_no_stale_names(void **state)
{
	struct address killed, other;

	must_listen(&killed, state, deck);
	must_listen(&other, state, str_of("/b.md"));
	close(killed.fd);
	assert_int_equal(count_listed(state), 1);
	assert_false(exists(killed.path));
	address_release(&other);
}

/* Somebody else may have removed it, and a third one taken the name. */
static void removes_only_its_own(void **state)
{
	struct address first, second;

	must_listen(&first, state, deck);
	unlink(first.path);
	must_listen(&second, state, deck);
	assert_string_equal(second.path, first.path);
	address_release(&first);
	assert_true(exists(second.path));
	assert_int_equal(count_listed(state), 1);
	address_release(&second);
	address_release(&second);
	assert_false(exists(second.path));
}

/* Only sockets are taken away. */
static void leaves_other_things(void **state)
{
	struct address address;
	char path[ADDRESS_BYTES];

	must_listen(&address, state, deck);
	strcpy(path, address.path);
	address_release(&address);
	folder_put(path, BYTES("mine"));
	folder_put("deckle/notes", BYTES("mine"));
	folder_put("deckle/.hidden.sock", BYTES("mine"));
	assert_int_equal(count_listed(state), 0);
	must_listen(&address, state, deck);
	assert_non_null(strstr(address.path, "-2.sock"));
	assert_int_equal(count_listed(state), 1);
	address_release(&address);
	assert_true(exists(path));
	assert_true(exists("deckle/notes"));
	assert_true(exists("deckle/.hidden.sock"));
}

static void expect_refused(void **state, const char *want)
{
	struct arena arena = { 0 };
	struct address address;
	struct address_list list;
	struct error error = { "" };

	assert_false(address_listen(&address, here(state), deck, &error));
	assert_non_null(strstr(error.text, want));
	assert_false(address_list(&list, here(state), &arena, &error));
	assert_non_null(strstr(error.text, want));
	arena_release(&arena);
}

static void refuses_open_folders(void **state)
{
	static const mode_t modes[] = { 0755, 0710, 0701, 0777, 01777 };

	folder_add("deckle");
	for (size_t i = 0; i < COUNT(modes); i++) {
		chmod("deckle", modes[i]);
		expect_refused(state, "open to others");
	}
}

static void refuses_what_is_no_folder(void **state)
{
	folder_put("deckle", BYTES(""));
	expect_refused(state, "not a folder");
	unlink("deckle");
	folder_add("elsewhere");
	assert_int_equal(symlink("elsewhere", "deckle"), 0);
	expect_refused(state, "not a folder");
	assert_int_equal(rmdir("elsewhere"), 0);
}

/* Only root can make a folder that belongs to somebody else. */
static void refuses_folders_of_others(void **state)
{
	folder_add("deckle");
	if (geteuid() != 0 || chown("deckle", 65534, 65534))
		skip();
	expect_refused(state, "belongs to another user");
}

static void needs_a_folder_to_be_in(void **state)
{
	struct arena arena = { 0 };
	struct address address;
	struct address_list list;
	struct buf path = { 0 };
	struct error error;

	buf_printf(&path, "%s/gone%c", here(state), '\0');
	assert_false(address_listen(&address, path.ptr, deck, &error));
	assert_non_null(strstr(error.text, "No such file"));
	address_release(&address);
	assert_true(address_list(&list, path.ptr, &arena, &error));
	assert_int_equal(list.count, 0);
	buf_release(&path);
	arena_release(&arena);
}

static void refuses_long_paths(void **state)
{
	struct buf path = { 0 };
	struct address address;
	struct error error;

	buf_printf(&path, "%s/", here(state));
	buf_repeat(&path, 'x', 60);
	buf_put_byte(&path, '\0');
	folder_add(path.ptr);
	assert_false(address_listen(&address, path.ptr, deck, &error));
	assert_non_null(strstr(error.text, "too long for a socket's path"));
	path.len--;
	buf_repeat(&path, 'x', 60);
	buf_put_byte(&path, '\0');
	assert_int_equal(address_connect(path.ptr, &error), -1);
	assert_non_null(strstr(error.text, "too long for a socket's path"));
	buf_release(&path);
}

/* One that was stopped in the middle of it keeps nobody waiting for long. */
static void gives_up_on_a_lock(void **state)
{
	struct address address;
	struct error error;

	must_listen(&address, state, deck);
	close(address.fd);
	int lock = open("deckle", O_RDONLY | O_DIRECTORY);
	assert_int_equal(flock(lock, LOCK_EX), 0);
	assert_int_equal(count_listed(state), 0);
	assert_true(exists(address.path));
	assert_false(address_listen(&address, here(state), deck, &error));
	assert_non_null(strstr(error.text, "locked"));
	close(lock);
	must_listen(&address, state, deck);
	address_release(&address);
}

static void tells_who_does_not_listen(void **state)
{
	struct address address;
	struct error error;
	int fds[1024], count = 0;

	must_listen(&address, state, deck);
	/* Nobody accepts: the queue fills up. */
	while (count < 1000 &&
	       (fds[count] = address_connect(address.path, &error)) >= 0)
		count++;
	assert_true(count > 0 && count < 1000);
	assert_non_null(strstr(error.text, "does not answer"));
	assert_int_equal(count_listed(state), 1);
	for (int i = 0; i < count; i++)
		close(fds[i]);
	address_release(&address);
	assert_int_equal(address_connect(address.path, &error), -1);
	assert_non_null(strstr(error.text, "No such file"));
}

/* Without a folder of the session's: one below /tmp, for this user alone. */
static void falls_back_to_tmp(void **state)
{
	char want[64];
	struct address address;
	struct error error;

	(void)state;
	snprintf(want, sizeof(want), "/tmp/deckle-%ld/", (long)geteuid());
	if (!address_listen(&address, NULL, str_of("/no/such/deck.md"), &error))
		fail_msg("%s", error.text);
	assert_true(str_starts(str_of(address.path), str_of(want)));
	address_release(&address);
}

#define TEST(function) \
	cmocka_unit_test_setup_teardown(function, folder_enter, folder_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(listens),
		TEST(has_modes_of_its_own),
		TEST(names_sockets),
		TEST(tells_decks_apart),
		TEST(numbers_the_same_deck),
		TEST(keeps_starters_apart),
		TEST(takes_stale_names),
		TEST(lists_no_stale_names),
		TEST(removes_only_its_own),
		TEST(leaves_other_things),
		TEST(refuses_open_folders),
		TEST(refuses_what_is_no_folder),
		TEST(refuses_folders_of_others),
		TEST(needs_a_folder_to_be_in),
		TEST(refuses_long_paths),
		TEST(gives_up_on_a_lock),
		TEST(tells_who_does_not_listen),
		TEST(falls_back_to_tmp),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
