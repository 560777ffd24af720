/* SPDX-License-Identifier: MIT */
/*
 * Included files. The deck and what it includes are walked line by line, but
 * only where the word "include:" stands in them; what lies between includes is
 * copied in one piece.
 */
#include "source/expand.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "deck/directive.h"
#include "source/front.h"
#include "source/include.h"
#include "source/line.h"

#define CODE_INDENT 4 /* columns that make code of a comment */
/*
 * A longer fence is closed by this many: one that is left open is looked for
 * to the end of the file, once for each size that there is.
 */
#define FENCE_MAX 10

static const struct str byte_order_mark = STR("\xef\xbb\xbf");

struct expander {
	struct deck *deck;
	struct buf out;
	int line;	   /* of what will be the source: the next to be put */
	size_t bytes_left; /* that may still be included */
	int includes_left; /* that may still be followed; -1: said so */
	struct str prefix; /* of directives */
	struct arena scratch;
};

/* A file that is being walked. */
struct walk {
	const struct walk *parent; /* the file that includes it */
	const char *path;	   /* as it can be opened; NULL: the deck */
	const char *real;	   /* without links; NULL: standard input */
	int depth;
	struct str text;
	size_t put; /* so much of it is in expander->out, or left out */
	size_t at;  /* the line that is looked at */
	int line;
	bool open_comment; /* from here on, no comment is closed */
};

struct comment {
	struct str inside;
	int col;
	size_t end; /* the line behind it */
	bool alone; /* nothing else stands on its lines */
};

/* A colon is rarer than any letter. */
static bool has_include(struct str text)
{
	static const struct str word = STR("include");
	const char *colon;

	for (struct str rest = text; (colon = str_find(rest, ':'));) {
		if ((size_t)(colon - text.ptr) >= word.len &&
		    !memcmp(colon - word.len, word.ptr, word.len))
			return true;
		rest = str_from(rest, (size_t)(colon - rest.ptr) + 1);
	}
	return false;
}

/* Go on to byte `end`, or to the next line when that is further. */
static void pass(struct expander *expander, struct walk *walk, size_t end)
{
	struct str rest = str_from(walk->text, walk->at);

	do {
		str_take_line(&rest);
		walk->at = walk->text.len - rest.len;
		walk->line++;
		expander->line++;
	} while (rest.len > 0 && walk->at < end);
}

/* Where lines from two files meet, "\r" and "\n" stay two line ends. */
static void put_lines(struct buf *out, struct str text)
{
	if (text.len > 0 && text.ptr[0] == '\n' && out->len > 0 &&
	    out->ptr[out->len - 1] == '\r')
		buf_put_byte(out, '\n');
	buf_put(out, text);
}

static void put_until(struct expander *expander, struct walk *walk, size_t end)
{
	struct str text = str_from(walk->text, walk->put);

	text.len = end - walk->put;
	put_lines(&expander->out, text);
	walk->put = end;
}

static struct str without_list_marker(struct str line)
{
	struct str text = str_trim_left(line);
	size_t bytes = str_digits(text);

	if (bytes + 1 < text.len && text.ptr[bytes + 1] == ' ' &&
	    str_is_byte_of(text.ptr[bytes], bytes > 0 ? ".)" : "-*+"))
		return str_from(text, bytes + 2);
	return text;
}

/*
 * The line behind the code whose fence opens here, or 0. The next line that
 * could be a fence tells whether it is closed: without an info string it
 * closes, with one it opens another, so that ours was left open.
 */
static size_t find_code_end(const struct walk *walk)
{
	struct str rest = str_from(walk->text, walk->at);
	struct str line =
		str_trim_left(without_list_marker(str_take_line(&rest)));
	bool bare = false;

	if (line.len == 0 || !str_is_byte_of(line.ptr[0], "`~") ||
	    !line_is_fence(line, line.ptr[0], LINE_FENCE_MIN, &bare))
		return 0;
	size_t run = str_run(line);
	int size = run < FENCE_MAX ? (int)run : FENCE_MAX;
	bare = false;
	while (rest.len > 0) {
		if (line_is_fence(str_take_line(&rest), line.ptr[0], size,
				  &bare))
			break;
	}
	return bare ? walk->text.len - rest.len : 0;
}

/* The comment that the line begins with, when it is closed. */
static bool find_comment(struct walk *walk, struct comment *comment)
{
	struct str text = str_from(walk->text, walk->at);
	size_t indent = 0, bytes;
	bool closed;

	while (indent < text.len && text.ptr[indent] == ' ')
		indent++;
	text = str_from(text, indent);
	if (indent >= CODE_INDENT || walk->open_comment ||
	    !comment_take(text, &comment->inside, &bytes, &closed))
		return false;
	walk->open_comment = !closed;
	struct str rest = str_from(text, bytes), tail = { NULL, 0 };
	if (rest.len > 0)
		tail = str_take_line(&rest);
	comment->col = (int)indent + 1;
	comment->end = walk->text.len - rest.len;
	comment->alone = str_is_blank(tail);
	return closed;
}

static struct str without_quotes(struct str text)
{
	if (text.len < 2 || !str_is_byte_of(text.ptr[0], "\"'") ||
	    text.ptr[text.len - 1] != text.ptr[0])
		return text;
	return (struct str){ text.ptr + 1, text.len - 2 };
}

static void add_remark(struct expander *expander, enum remark_kind kind,
		       int col, struct str detail)
{
	remark_add(&expander->deck->remarks, &expander->deck->arena,
		   (struct remark){ .kind = kind,
				    .line = expander->line,
				    .col = col,
				    .detail = detail });
}

/* What is no text of a file stays out of the deck. */
static void drop_head(struct expander *expander, struct walk *walk,
		      const char *name)
{
	struct remarks ignored = { 0 };
	struct front front;
	struct error detail;

	if (str_starts(walk->text, byte_order_mark))
		walk->at = byte_order_mark.len;
	if (front_read(&front, &expander->scratch,
		       str_from(walk->text, walk->at), 1, &ignored)) {
		error_set_reason(&detail, name, "its front matter");
		add_remark(expander, REMARK_INCLUDE, 1, str_of(detail.text));
		walk->at += front.bytes;
		walk->line += front.lines;
	}
	walk->put = walk->at;
	arena_reset(&expander->scratch);
}

static void expand(struct expander *expander, struct walk *walk);

/* The file's text, as whole lines of its own. */
static void put_file(struct expander *expander, struct walk *walk,
		     const char *name)
{
	struct deck *deck = expander->deck;
	static const struct str line_end = STR("\n");
	struct buf *out = &expander->out;
	size_t begin = out->len;

	drop_head(expander, walk, name);
	origins_add(&deck->origins, &deck->arena,
		    (struct origin_piece){ expander->line,
					   { walk->path, walk->line } });
	expand(expander, walk);
	if (out->len == begin) {
		put_lines(out, line_end);
		expander->line++;
	} else if (!str_is_byte_of(out->ptr[out->len - 1], "\r\n")) {
		buf_put(out, line_end);
	}
}

static void remember_file(struct expander *expander, const char *path)
{
	struct deck *deck = expander->deck;

	deck->files =
		arena_extend(&deck->arena, deck->files,
			     (size_t)deck->file_count, sizeof(*deck->files));
	deck->files[deck->file_count++] = path;
}

/* Read what may be included here; all but its text is set already. */
static bool read_file(struct expander *expander, struct walk *file,
		      const char *name, struct buf *bytes, struct error *error)
{
	for (const struct walk *walk = file->parent; walk;
	     walk = walk->parent) {
		if (walk->real && !strcmp(walk->real, file->real))
			return error_set_reason(error, name, "includes itself");
	}
	if (file->depth > EXPAND_DEPTH_MAX)
		return error_set_reason(error, name, "too deep");
	if (!file_read_regular(file->real, name, expander->bytes_left, bytes,
			       error))
		return false;
	expander->bytes_left -= bytes->len;
	file->text = buf_str(bytes);
	return true;
}

static bool include_file(struct expander *expander, struct walk *walk,
			 const struct include *include, struct error *error)
{
	char *real = include_resolve(expander->deck, include, error);
	struct walk file = { .parent = walk,
			     .path = include->path,
			     .real = real,
			     .depth = walk->depth + 1,
			     .line = 1 };
	struct buf bytes = { 0 };
	bool ok = real &&
		  read_file(expander, &file, include->name, &bytes, error);

	remember_file(expander, include->path);
	if (ok) {
		put_until(expander, walk, walk->at);
		put_file(expander, &file, include->name);
	}
	buf_release(&bytes);
	free(real);
	return ok;
}

/* The same, when there is any use in trying. */
static bool try_include(struct expander *expander, struct walk *walk,
			const struct include *include, bool alone,
			struct error *error)
{
	if (expander->includes_left-- == 0)
		return error_set_reason(error, include->name, "too many");
	if (!alone)
		return error_set_reason(error, include->name,
					"not alone on its line");
	return include_file(expander, walk, include, error);
}

static bool is_one_line(struct str path)
{
	return !str_find(path, '\n') && !str_find(path, '\r') &&
	       !str_find(path, '\0');
}

/* Put a file in the place of the comment; false when the comment stays. */
static bool follow(struct expander *expander, struct walk *walk,
		   const struct comment *comment)
{
	static const struct str name = STR("include");
	struct deck *deck = expander->deck;
	struct directive directive =
		directive_parse(comment->inside, expander->prefix);
	struct str path = without_quotes(directive.argument);
	struct error error;

	/* Whoever needs more than so many need not be told of each. */
	if (directive.kind != DIRECTIVE_INCLUDE || expander->includes_left < 0)
		return false;
	if (path.len == 0 || !is_one_line(path)) {
		add_remark(expander, REMARK_ARGUMENT, comment->col, name);
		return false;
	}
	struct include include =
		include_find(deck, walk->path, path, &deck->arena);
	bool ok = try_include(expander, walk, &include, comment->alone, &error);
	if (!ok) {
		add_remark(expander, REMARK_INCLUDE, comment->col,
			   str_of(error.text));
		return false;
	}
	/* The comment's own lines are not among those that are put. */
	int line = expander->line;
	pass(expander, walk, comment->end);
	expander->line = line;
	walk->put = walk->at;
	origins_add(&deck->origins, &deck->arena,
		    (struct origin_piece){ line, { walk->path, walk->line } });
	return true;
}

/* Put all of a file, from walk->put on. */
static void expand(struct expander *expander, struct walk *walk)
{
	bool includes = has_include(walk->text);
	struct comment comment;

	while (walk->at < walk->text.len) {
		size_t end = includes ? find_code_end(walk) : walk->text.len;
		if (end == 0 && find_comment(walk, &comment)) {
			if (follow(expander, walk, &comment))
				continue;
			end = comment.end;
		}
		pass(expander, walk, end);
	}
	/* The deck stays as it is when nothing was put into it. */
	if (walk->parent || walk->put > 0)
		put_until(expander, walk, walk->text.len);
}

/* The deck's own front matter stays, and may say how directives begin. */
static void pass_head(struct expander *expander, struct walk *walk)
{
	struct deck *deck = expander->deck;
	struct remarks ignored = { 0 };
	const struct front_entry *entry = NULL;
	struct front front;

	if (str_starts(walk->text, byte_order_mark))
		walk->at = byte_order_mark.len;
	if (front_read(&front, &expander->scratch,
		       str_from(walk->text, walk->at), 1, &ignored)) {
		entry = front_find(&front, "options.command_prefix");
		pass(expander, walk, walk->at + front.bytes);
	}
	if (entry)
		expander->prefix = arena_str(&deck->arena, entry->value);
	arena_reset(&expander->scratch);
}

void expand_includes(struct deck *deck)
{
	struct expander expander = { .deck = deck,
				     .line = 1,
				     .bytes_left = EXPAND_BYTES_MAX,
				     .includes_left = EXPAND_COUNT_MAX };
	struct walk walk = { .text = buf_str(&deck->source), .line = 1 };

	if (!deck->options.path || !has_include(walk.text))
		return;
	/* So that the deck's lines can still be counted with an int. */
	if (expander.bytes_left > FILE_BYTES_MAX - deck->source.len)
		expander.bytes_left = FILE_BYTES_MAX - deck->source.len;
	bool piped = !strcmp(deck->options.path, "-");
	char *real = piped ? NULL : realpath(deck->options.path, NULL);
	walk.real = real;
	pass_head(&expander, &walk);
	expand(&expander, &walk);
	free(real);
	arena_release(&expander.scratch);
	if (expander.out.len == 0)
		return;
	buf_release(&deck->source);
	deck->source = expander.out;
}
