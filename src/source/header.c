/* SPDX-License-Identifier: MIT */
/*
 * The "%" lines. Keys decide; positions only fill in where no key has spoken.
 */
#include "source/header.h"

#include "deck/clean.h"
#include "source/front.h"
#include "source/line.h"

#define POSITIONS 3 /* title, author, date */

struct header_line {
	struct str key; /* empty when there is none */
	struct str value;
	int line, col; /* where the value begins in the source */
};

struct header_reader {
	struct deck *deck;
	struct str positional[POSITIONS];
	int positionals; /* lines whose key means nothing to us */
	int keyless;
	bool keyed;    /* a line has the key title or author */
	unsigned said; /* the keys that have a value, as bits */
};

static struct header_line split_line(struct str raw, int line)
{
	struct header_line header = { .value = str_trim(str_from(raw, 1)),
				      .line = line };
	struct str text = str_from(raw, 1);
	const char *colon = str_find(text, ':');

	if (!colon || text.ptr[0] == ' ' || text.ptr[0] == '\t')
		return header;
	struct str key = { text.ptr, (size_t)(colon - text.ptr) };
	key = str_trim_right(key);
	if (key.len == 0 || str_find(key, ' '))
		return header;
	header.key = key;
	header.value = str_trim(str_from(text, (size_t)(colon - text.ptr) + 1));
	return header;
}

static struct header_line read_parts(struct str raw, int line)
{
	struct header_line header = split_line(raw, line);

	header.col = 1;
	if (header.value.len > 0)
		header.col += (int)(header.value.ptr - raw.ptr);
	return header;
}

static void set_text(struct header_reader *reader, struct str *member,
		     const struct header_line *header)
{
	if (member->len == 0)
		*member = clean_source(&reader->deck->arena, header->value,
				       &reader->deck->remarks,
				       (struct remark){ .line = header->line,
							.col = header->col });
}

static void add_remark(struct header_reader *reader,
		       const struct header_line *header, enum remark_kind kind)
{
	remark_add(&reader->deck->remarks, &reader->deck->arena,
		   (struct remark){ .kind = kind,
				    .line = header->line,
				    .col = header->col,
				    .detail = header->key });
}

static void set_title(struct header_reader *reader,
		      const struct header_line *header)
{
	reader->keyed = true;
	set_text(reader, &reader->deck->title, header);
}

static void set_author(struct header_reader *reader,
		       const struct header_line *header)
{
	reader->keyed = true;
	set_text(reader, &reader->deck->author, header);
}

static void set_date(struct header_reader *reader,
		     const struct header_line *header)
{
	set_text(reader, &reader->deck->date, header);
}

static void set_width(struct header_reader *reader,
		      const struct header_line *header)
{
	int width = 0;

	for (size_t i = 0; i < header->value.len && width < 10000; i++) {
		char digit = header->value.ptr[i];
		if (digit < '0' || digit > '9') {
			width = 0;
			break;
		}
		width = width * 10 + digit - '0';
	}
	if (width == 0)
		add_remark(reader, header, REMARK_VALUE);
	else if (reader->deck->settings.width == 0)
		reader->deck->settings.width = width;
}

static void set_arrows(struct header_reader *reader,
		       const struct header_line *header)
{
	static const struct str literal = STR("literal"),
				centred = STR("centred");

	if (str_eq_nocase(header->value, literal))
		reader->deck->settings.arrows_literal = true;
	else if (!str_eq_nocase(header->value, centred))
		add_remark(reader, header, REMARK_VALUE);
}

static void set_transition(struct header_reader *reader,
			   const struct header_line *header)
{
	if (!transition_find(header->value, &reader->deck->settings.transition))
		add_remark(reader, header, REMARK_VALUE);
}

static void set_milliseconds(struct header_reader *reader,
			     const struct header_line *header)
{
	if (!front_int(header->value, TRANSITION_MS_MIN, TRANSITION_MS_MAX,
		       &reader->deck->settings.transition_ms))
		add_remark(reader, header, REMARK_VALUE);
}

static void set_theme(struct header_reader *reader,
		      const struct header_line *header)
{
	set_text(reader, &reader->deck->theme, header);
	reader->deck->theme_line = header->line;
}

/* The dialect was told before the header was read. */
static void set_dialect(struct header_reader *reader,
			const struct header_line *header)
{
	enum dialect dialect;

	if (!dialect_find(header->value, &dialect))
		add_remark(reader, header, REMARK_VALUE);
}

static const struct {
	struct str key;
	void (*set)(struct header_reader *, const struct header_line *);
} keys[] = {
	{ STR("title"), set_title },
	{ STR("author"), set_author },
	{ STR("date"), set_date },
	{ STR("width"), set_width },
	{ STR("arrows"), set_arrows },
	{ STR("dialect"), set_dialect },
	{ STR("transition"), set_transition },
	{ STR("transition_ms"), set_milliseconds },
	{ STR("theme"), set_theme },
};

static void read_header_line(struct header_reader *reader, struct str raw,
			     int line)
{
	struct header_line header = read_parts(raw, line);

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		if (!str_eq_nocase(header.key, keys[i].key))
			continue;
		if (reader->said & 1u << i)
			add_remark(reader, &header, REMARK_DUPLICATE);
		else
			keys[i].set(reader, &header);
		if (header.value.len > 0)
			reader->said |= 1u << i;
		return;
	}
	if (reader->positionals < POSITIONS)
		reader->positional[reader->positionals++] = header.value;
	if (header.key.len > 0)
		return;
	struct deck *deck = reader->deck;
	struct str *members[] = { &deck->title, &deck->author, &deck->date };
	if (reader->keyless < POSITIONS)
		set_text(reader, members[reader->keyless++], &header);
}

/* mdp counts positions, whatever the keys are called. */
static void use_positions(struct header_reader *reader)
{
	struct deck *deck = reader->deck;
	struct str *members[] = { &deck->title, &deck->author };

	for (int i = 0; i < 2 && i < reader->positionals; i++) {
		if (members[i]->len == 0)
			*members[i] =
				clean_text(&deck->arena, reader->positional[i]);
	}
}

/*
 * The next "%" line. Pandoc's goes on over lines that are set in: more of the
 * title, or one author each.
 */
static struct str take_header_line(struct header_reader *reader,
				   struct str *rest, int *line)
{
	struct str first = str_take_line(rest);
	struct buf joined = { 0 };

	++*line;
	if (reader->deck->dialect != DIALECT_PANDOC)
		return first;
	buf_put(&joined, first);
	while (rest->len > 0 && str_is_blank_byte(rest->ptr[0])) {
		struct str more = str_trim(str_take_line(rest));
		++*line;
		if (more.len == 0)
			break;
		buf_put_text(&joined, reader->keyless == 1 ? ", " : " ");
		buf_put(&joined, more);
	}
	if (joined.len > first.len)
		first = arena_str(&reader->deck->arena, buf_str(&joined));
	buf_release(&joined);
	return first;
}

size_t header_read(struct deck *deck, struct str source, int *line)
{
	static const struct str mark = STR("\xef\xbb\xbf");
	struct header_reader reader = { .deck = deck };
	struct str rest = source;

	*line = 1;
	if (str_starts(rest, mark))
		rest = str_from(rest, mark.len);
	struct str ahead = rest;
	if (ahead.len > 0 && line_is_rule(str_take_line(&ahead)) &&
	    ahead.len > 0 && ahead.ptr[0] == '%') {
		rest = ahead;
		(*line)++;
	}
	/* "%%" is a note on the first slide. */
	while (rest.len > 0 && rest.ptr[0] == '%' &&
	       (rest.len < 2 || rest.ptr[1] != '%')) {
		int first = *line;
		struct str raw = take_header_line(&reader, &rest, line);
		read_header_line(&reader, raw, first);
	}
	if (!reader.keyed && reader.keyless == 0)
		use_positions(&reader);
	return source.len - rest.len;
}
