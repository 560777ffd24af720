/* SPDX-License-Identifier: MIT */
/*
 * Line by line, with the keys that are open above the line in a stack. Every
 * line is a key, an item, part of the value above it, or a remark; every byte
 * is looked at a few times at most.
 */
#include "source/yaml.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "deck/clean.h"
#include "source/yaml_text.h"

#define PATH_BYTES_MAX 256 /* of a key: no known one is nearly as long */
#define DEPTH_MAX      32 /* keys below keys; deeper ones stand at this depth */
#define FLOW_DEPTH_MAX 8  /* brackets in brackets: it bounds the recursion */

/* A key whose value may still be coming. */
struct level {
	struct str path;
	int indent;
	int line, col;
	bool filled; /* an entry was made for it or below it */
	bool valued; /* it has a value of its own: no items can follow */
};

struct reader {
	struct front *front;
	struct arena *arena;
	struct remarks *remarks;
	struct str rest; /* the lines that are not read yet */
	int line;	 /* the number of the first of them */
	struct level levels[DEPTH_MAX];
	int depth;
	struct front_entry *tops; /* keys at the left edge */
	int top_count;
	struct buf raw, value; /* what is being put together */
};

/* ---- lines ---- */

/*
 * The next line that is not blank, and how many blank ones are before it. They
 * stay to be read until they are skipped.
 */
static bool peek_line(const struct reader *reader, struct yaml_line *line,
		      int *blanks)
{
	struct str rest = reader->rest;

	for (*blanks = 0; rest.len > 0; (*blanks)++) {
		*line = yaml_take_line(&rest, reader->line + *blanks);
		if (line->body.len > 0)
			return true;
	}
	return false;
}

static void skip_lines(struct reader *reader, int count)
{
	for (; count > 0; count--) {
		str_take_line(&reader->rest);
		reader->line++;
	}
}

static int column(const struct yaml_line *line, struct str part)
{
	return (int)(part.ptr - line->text.ptr) + 1;
}

static void remark(struct reader *reader, enum remark_kind kind,
		   struct front_entry at)
{
	remark_add(reader->remarks, reader->arena,
		   (struct remark){ .kind = kind,
				    .line = at.line,
				    .col = at.col,
				    .detail = at.key });
}

static void remark_line(struct reader *reader, const struct yaml_line *line)
{
	remark(reader, REMARK_FRONT_MATTER,
	       (struct front_entry){ .line = line->number,
				     .col = column(line, line->body) });
}

/* ---- keys ---- */

static struct str join_path(struct reader *reader, struct str path,
			    struct str key)
{
	struct buf out = { 0 };

	key = clean_text(reader->arena, key);
	if (path.len == 0)
		return key;
	if (path.len + key.len > PATH_BYTES_MAX)
		return path;
	buf_put(&out, path);
	buf_put_byte(&out, '.');
	buf_put(&out, key);
	key = arena_str(reader->arena, buf_str(&out));
	buf_release(&out);
	return key;
}

/* ---- entries ---- */

static void add_entry(struct reader *reader, struct front_entry entry)
{
	struct front *front = reader->front;

	front->entries =
		arena_extend(reader->arena, front->entries,
			     (size_t)front->count, sizeof(*front->entries));
	front->entries[front->count++] = entry;
	for (int i = reader->depth; i > 0 && !reader->levels[i - 1].filled; i--)
		reader->levels[i - 1].filled = true;
}

/* What was put together, clean, its line ends kept. */
static void add_value(struct reader *reader, struct front_entry entry)
{
	struct str rest = buf_str(&reader->value);

	if (!str_find(rest, '\n')) {
		rest = arena_str(reader->arena, rest);
		entry.value = clean_text(reader->arena, rest);
		add_entry(reader, entry);
		return;
	}
	struct buf out = { 0 };
	while (rest.len > 0) {
		const char *end = str_find(rest, '\n');
		struct str line = { rest.ptr,
				    end ? (size_t)(end - rest.ptr) : rest.len };
		buf_put(&out, clean_text(reader->arena, line));
		if (end)
			buf_put_byte(&out, '\n');
		rest = str_from(rest, line.len + 1);
	}
	entry.value = arena_str(reader->arena, buf_str(&out));
	buf_release(&out);
	add_entry(reader, entry);
}

/* Close the keys that are set in by `indent` or more: nothing follows them. */
static void close_levels(struct reader *reader, int indent)
{
	while (reader->depth > 0 &&
	       reader->levels[reader->depth - 1].indent >= indent) {
		struct level *level = &reader->levels[reader->depth - 1];
		if (!level->filled)
			add_entry(reader,
				  (struct front_entry){ .key = level->path,
							.line = level->line,
							.col = level->col });
		reader->depth--;
	}
}

static struct level *open_level(struct reader *reader, int indent,
				struct front_entry at)
{
	struct str path = { 0 };

	close_levels(reader, indent);
	if (reader->depth == DEPTH_MAX)
		close_levels(reader, reader->levels[DEPTH_MAX - 1].indent);
	if (reader->depth > 0)
		path = reader->levels[reader->depth - 1].path;
	at.key = join_path(reader, path, at.key);
	if (reader->depth == 0) {
		reader->tops = arena_extend(reader->arena, reader->tops,
					    (size_t)reader->top_count,
					    sizeof(*reader->tops));
		reader->tops[reader->top_count++] = at;
	}
	struct level *level = &reader->levels[reader->depth++];
	*level = (struct level){
		.path = at.key, .indent = indent, .line = at.line, .col = at.col
	};
	return level;
}

/* ---- values in brackets ---- */

/* Where in such a value the reader is. */
struct flow {
	struct reader *reader;
	struct str rest;
	const char *begin; /* of the line */
	int line, col;	   /* of that begin */
};

static void skip_gap(struct flow *flow)
{
	while (flow->rest.len > 0) {
		char byte = flow->rest.ptr[0];
		if (yaml_is_comment(flow->rest)) {
			const char *end = str_find(flow->rest, '\n');
			flow->rest =
				str_from(flow->rest,
					 end ? (size_t)(end - flow->rest.ptr)
					     : flow->rest.len);
			continue;
		}
		if (byte != ' ' && byte != '\t' && byte != '\n')
			return;
		flow->rest = str_from(flow->rest, 1);
		if (byte == '\n') {
			flow->begin = flow->rest.ptr;
			flow->line++;
			flow->col = 1;
		}
	}
}

static bool at_byte(const struct flow *flow, const char *bytes)
{
	return flow->rest.len > 0 && flow->rest.ptr[0] &&
	       strchr(bytes, flow->rest.ptr[0]);
}

static struct front_entry flow_place(const struct flow *flow, struct str path)
{
	int col = flow->col;

	if (flow->rest.len > 0)
		col += (int)(flow->rest.ptr - flow->begin);
	return (struct front_entry){ .key = path,
				     .line = flow->line,
				     .col = col };
}

/* Take a text off, quoted or up to a byte that ends it; at least one byte. */
static struct str take_token(struct flow *flow, bool key)
{
	struct str rest = flow->rest;
	size_t i = 0;

	if (at_byte(flow, "\"'")) {
		struct yaml_scan scan = { 0 };
		i = yaml_scan(&scan, rest);
	}
	while (i < rest.len &&
	       (!rest.ptr[i] || !strchr(",]}\n", rest.ptr[i])) &&
	       !(key && rest.ptr[i] == ':'))
		i++;
	if (i == 0 && rest.len > 0)
		i = 1;
	flow->rest = str_from(rest, i);
	return str_trim((struct str){ rest.ptr, i });
}

static struct str without_quotes(struct str token)
{
	if (token.len < 2 || (token.ptr[0] != '"' && token.ptr[0] != '\''))
		return token;
	return (struct str){ token.ptr + 1, token.len - 2 };
}

static void add_token(struct flow *flow, struct front_entry entry)
{
	struct str token = take_token(flow, false);
	struct yaml_scan scan = { 0 };
	struct buf *value = &flow->reader->value;

	buf_clear(value);
	if (token.len > 1 && strchr("\"'", token.ptr[0]) &&
	    yaml_scan(&scan, token) == token.len)
		yaml_unquote(token, value);
	else
		buf_put(value, yaml_trim(token));
	add_value(flow->reader, entry);
}

/* A list or a map, up to its closing bracket. */
static void read_flow(struct flow *flow, struct str path, int depth)
{
	bool map = at_byte(flow, "{");

	flow->rest = str_from(flow->rest, 1);
	for (skip_gap(flow); flow->rest.len > 0; skip_gap(flow)) {
		if (at_byte(flow, ",]}")) {
			bool end = !at_byte(flow, ",");
			flow->rest = str_from(flow->rest, 1);
			if (end)
				return;
			continue;
		}
		struct front_entry entry = flow_place(flow, path);
		if (map) {
			struct str key = without_quotes(take_token(flow, true));
			entry.key = join_path(flow->reader, path, key);
			if (at_byte(flow, ":"))
				flow->rest = str_from(flow->rest, 1);
			skip_gap(flow);
		}
		if (at_byte(flow, "[{") && depth < FLOW_DEPTH_MAX)
			read_flow(flow, entry.key, depth + 1);
		else if (at_byte(flow, ",]}"))
			add_entry(flow->reader, entry);
		else
			add_token(flow, entry);
	}
}

/* ---- values ---- */

/* What a value belongs to. */
struct place {
	const struct yaml_line *line;
	struct front_entry entry; /* without its value */
	int indent;		  /* the lines of the value are set in deeper */
};

static void read_plain(struct reader *reader, const struct place *place,
		       struct str value)
{
	struct yaml_line line;
	struct str key, rest;
	int blanks;

	buf_clear(&reader->value);
	buf_put(&reader->value, yaml_trim(value));
	while (peek_line(reader, &line, &blanks) &&
	       line.indent > place->indent && !yaml_is_comment(line.body)) {
		if (yaml_take_key(line.body, false, &key, &rest))
			remark_line(reader, &line);
		if (blanks == 0)
			buf_put_byte(&reader->value, ' ');
		buf_repeat(&reader->value, '\n', (size_t)blanks);
		buf_put(&reader->value, yaml_trim(line.body));
		skip_lines(reader, blanks + 1);
	}
	add_value(reader, place->entry);
}

/* "|" or ">", with how to indent and how to end, which makes no difference. */
static bool is_block(struct str value)
{
	size_t i = 1;

	if (value.ptr[0] != '|' && value.ptr[0] != '>')
		return false;
	while (i < value.len && value.ptr[i] &&
	       strchr("+-123456789", value.ptr[i]))
		i++;
	return yaml_trim(str_from(value, i)).len == 0;
}

/* The columns that the block's lines are set in, 0: as its first line is. */
static int block_indent(struct str value, int indent)
{
	for (size_t i = 1; i < value.len && i < 3; i++) {
		if (value.ptr[i] >= '1' && value.ptr[i] <= '9')
			return indent + value.ptr[i] - '0';
	}
	return 0;
}

static void read_block(struct reader *reader, const struct place *place,
		       struct str value)
{
	bool folds = value.ptr[0] == '>', deeper = false;
	int indent = block_indent(value, place->indent);
	struct yaml_line line;
	int blanks;

	buf_clear(&reader->value);
	while (peek_line(reader, &line, &blanks) &&
	       line.indent > place->indent) {
		if (indent == 0)
			indent = line.indent;
		bool keeps = !folds || deeper || line.indent > indent;
		deeper = line.indent > indent;
		if (reader->value.len > 0) {
			buf_repeat(&reader->value, '\n',
				   (size_t)blanks + (keeps ? 1 : 0));
			if (!keeps && blanks == 0)
				buf_put_byte(&reader->value, ' ');
		}
		if (deeper)
			buf_repeat(&reader->value, ' ',
				   (size_t)(line.indent - indent));
		buf_put(&reader->value, str_trim_right(line.body));
		skip_lines(reader, blanks + 1);
	}
	add_value(reader, place->entry);
}

/* A bracket that closes may stand at the edge. */
static bool is_inside(const struct yaml_line *line, int indent)
{
	return line->indent > indent || line->body.ptr[0] == ']' ||
	       line->body.ptr[0] == '}';
}

/*
 * Put a quoted or bracketed value together in reader->raw. False when it is
 * not closed or when more follows it.
 */
static bool gather(struct reader *reader, const struct place *place,
		   struct str value)
{
	struct yaml_scan scan = { 0 };
	struct buf *raw = &reader->raw;
	struct yaml_line line;
	int blanks;

	buf_clear(raw);
	buf_put(raw, value);
	size_t end = yaml_scan(&scan, value);
	while (end == 0 && peek_line(reader, &line, &blanks) &&
	       is_inside(&line, place->indent)) {
		buf_repeat(raw, '\n', (size_t)blanks + 1);
		size_t bytes = yaml_scan(&scan, line.text);
		if (bytes > 0)
			end = raw->len + bytes;
		buf_put(raw, line.text);
		skip_lines(reader, blanks + 1);
	}
	if (end == 0 || yaml_trim(str_from(buf_str(raw), end)).len > 0)
		return false;
	raw->len = end;
	return true;
}

static void read_enclosed(struct reader *reader, const struct place *place,
			  struct str value)
{
	struct flow flow = { .reader = reader,
			     .line = place->line->number,
			     .col = column(place->line, value) };

	buf_clear(&reader->value);
	if (!gather(reader, place, value)) {
		remark(reader, REMARK_FRONT_MATTER,
		       (struct front_entry){ .line = flow.line,
					     .col = flow.col });
		yaml_fold(str_trim(buf_str(&reader->raw)), &reader->value);
		add_value(reader, place->entry);
		return;
	}
	flow.rest = buf_str(&reader->raw);
	flow.begin = flow.rest.ptr;
	if (at_byte(&flow, "[{")) {
		read_flow(&flow, place->entry.key, 1);
		skip_gap(&flow);
		if (flow.rest.len > 0)
			remark(reader, REMARK_FRONT_MATTER,
			       flow_place(&flow, (struct str){ 0 }));
		return;
	}
	yaml_unquote(flow.rest, &reader->value);
	add_value(reader, place->entry);
}

/* "{{ x }}" is of a template that nobody has filled in. */
static bool is_template(struct str value)
{
	return value.len > 1 && value.ptr[0] == '{' &&
	       (value.ptr[1] == '{' || value.ptr[1] == '%');
}

/* False when there is none. */
static bool read_value(struct reader *reader, const struct place *place,
		       struct str value)
{
	if (value.len == 0 || yaml_is_comment(value))
		return false;
	if (is_block(value))
		read_block(reader, place, value);
	else if (strchr("\"'[{", value.ptr[0]) && value.ptr[0] &&
		 !is_template(value))
		read_enclosed(reader, place, value);
	else
		read_plain(reader, place, value);
	return true;
}

/* ---- the lines ---- */

/* False when `body`, a part of the line, does not begin with a key. */
static bool read_key(struct reader *reader, const struct yaml_line *line,
		     struct str body, int indent)
{
	struct place place = { .line = line, .indent = indent };
	struct str value;

	place.entry.line = line->number;
	place.entry.col = column(line, body);
	if (!yaml_take_key(body, true, &place.entry.key, &value))
		return false;
	struct level *level = open_level(reader, indent, place.entry);
	place.entry.key = level->path;
	level->valued = read_value(reader, &place, value);
	return true;
}

static void read_item(struct reader *reader, const struct yaml_line *line)
{
	struct place place = { .line = line, .indent = line->indent };
	struct str body = line->body;

	close_levels(reader, line->indent + 1);
	if (reader->depth == 0 || reader->levels[reader->depth - 1].valued) {
		remark_line(reader, line);
		return;
	}
	while (yaml_is_item(body)) {
		place.indent = line->indent + (int)(body.ptr - line->body.ptr);
		body = str_trim_left(str_from(body, 1));
	}
	if (body.len == 0)
		return;
	int indent = line->indent + (int)(body.ptr - line->body.ptr);
	if (read_key(reader, line, body, indent))
		return;
	place.entry.key = reader->levels[reader->depth - 1].path;
	place.entry.line = line->number;
	place.entry.col = column(line, body);
	read_value(reader, &place, body);
}

static int compare_tops(const void *left, const void *right)
{
	const struct front_entry *a = left, *b = right;
	size_t len = a->key.len < b->key.len ? a->key.len : b->key.len;
	int order = len ? memcmp(a->key.ptr, b->key.ptr, len) : 0;

	if (order == 0 && a->key.len != b->key.len)
		order = a->key.len < b->key.len ? -1 : 1;
	return order ? order : a->line - b->line;
}

static void remark_duplicates(struct reader *reader)
{
	if (reader->top_count > 0)
		qsort(reader->tops, (size_t)reader->top_count,
		      sizeof(reader->tops[0]), compare_tops);
	for (int i = 1; i < reader->top_count; i++) {
		if (str_eq(reader->tops[i - 1].key, reader->tops[i].key))
			remark(reader, REMARK_DUPLICATE, reader->tops[i]);
	}
}

void yaml_read(struct front *front, struct arena *arena, struct str source,
	       int line, struct remarks *remarks)
{
	struct reader reader = { .front = front,
				 .arena = arena,
				 .remarks = remarks,
				 .rest = source,
				 .line = line };
	struct yaml_line next;
	int blanks;

	while (peek_line(&reader, &next, &blanks)) {
		skip_lines(&reader, blanks + 1);
		if (next.body.ptr[0] == '#')
			continue;
		if (yaml_is_item(next.body))
			read_item(&reader, &next);
		else if (!read_key(&reader, &next, next.body, next.indent))
			remark_line(&reader, &next);
	}
	close_levels(&reader, 0);
	remark_duplicates(&reader);
	buf_release(&reader.raw);
	buf_release(&reader.value);
}
