/* SPDX-License-Identifier: MIT */
/*
 * Code blocks. What stands behind the fence is read word by word; words that
 * ask for the code to be run are a remark.
 */
#include "slide/listing.h"

#include <string.h>

#include "deck/clean.h"
#include "source/front.h"
#include "source/include.h"

#define FOCUSES_MAX	    64	   /* each is a key press: nobody has more */
#define LINES_MAX	    100000 /* beyond it no line of a selection is lit */
#define NUMBER_MAX	    1000000 /* of a line: its digits take columns */
#define SELECTION_BYTES_MAX 4096    /* each range in it may be all lines */

struct lister {
	struct builder *builder;
	struct block *code;
	struct str language;
	struct str title;     /* above them */
	struct str selection; /* of the lines that light up, without braces */
	bool run;	      /* some word would have it run */
	int start, end;	      /* of a file's lines, 0: not said */
	int line;	      /* where they begin; 0: in a file */
	int count;	      /* lines so far */
};

/* ---- what stands behind the fence ---- */

static struct str take_word(struct str *rest)
{
	size_t end = 0;
	struct str text = str_trim_left(*rest);
	char open = text.len > 0 ? text.ptr[0] : ' ';
	char close = open == '{' ? '}' : open == '[' ? ']' : '\0';

	while (end < text.len && (close ? text.ptr[end] != close
					: !strchr(" \t,{", text.ptr[end])))
		end++;
	end += (close && end < text.len) ||
	       (end == 0 && text.len > 0 && !close);
	*rest = str_from(text, end);
	return (struct str){ text.ptr, end };
}

static bool is_language(struct str word)
{
	return word.len > 0 && !strchr("+-{.=", word.ptr[0]);
}

/* What an attribute begins with that names the code. */
static const struct str title = STR("title=");

/* `title="two words"` or title=one, if that stands next. */
static bool take_title(struct lister *lister, struct str *rest)
{
	struct str text = str_trim_left(*rest);

	if (!str_starts(text, title))
		return false;
	text = str_from(text, title.len);
	bool quoted = text.len > 0 && strchr("\"'", text.ptr[0]);
	struct str value = str_from(text, quoted);
	size_t end = 0;
	while (end < value.len && (quoted ? value.ptr[end] != text.ptr[0]
					  : !strchr(" \t{", value.ptr[end])))
		end++;
	lister->title = (struct str){ value.ptr, end };
	*rest = str_from(value, end + quoted);
	return true;
}

/* "{.haskell .numberLines startFrom="7"}" */
static void read_classes(struct lister *lister, struct str text)
{
	static const struct str numbers = STR("numberLines"),
				numbered = STR("number-lines"),
				from = STR("startFrom=");

	while (text.len > 0) {
		if (take_title(lister, &text))
			continue;
		struct str word = take_word(&text);
		int number;
		bool class = word.len > 1 && word.ptr[0] == '.';
		struct str name = str_from(word, class ? 1 : 0);
		if (class && (str_eq(name, numbers) || str_eq(name, numbered)))
			lister->code->code.first_number = 1;
		else if (class && lister->language.len == 0)
			lister->language = name;
		if (!str_starts(word, from))
			continue;
		struct str value = str_from(word, from.len);
		if (value.len > 2 && value.ptr[0] == '"')
			value = (struct str){ value.ptr + 1, value.len - 2 };
		if (front_int(value, 1, NUMBER_MAX, &number))
			lister->code->code.first_number = number;
	}
}

static void read_braces(struct lister *lister, struct str word)
{
	struct str inside =
		str_trim((struct str){ word.ptr + 1, word.len - 1 });

	if (inside.len > 0 && inside.ptr[inside.len - 1] == '}')
		inside = str_trim((struct str){ inside.ptr, inside.len - 1 });
	if (inside.len > 0 &&
	    (strchr(".#", inside.ptr[0]) || str_starts(inside, title)))
		read_classes(lister, inside);
	else if (inside.len > 0 && (strchr("0123456789a*", inside.ptr[0])))
		lister->selection = inside;
}

/* reveal.js: "[1-2|4]", "[7: 1-2|4]" of lines that count from 7, or "[]". */
static void read_brackets(struct lister *lister, struct str word)
{
	struct str inside = { word.ptr + 1, word.len - 1 };
	int *first = &lister->code->code.first_number;

	if (inside.len > 0 && inside.ptr[inside.len - 1] == ']')
		inside.len--;
	const char *colon = str_find(inside, ':');
	struct str from = { inside.ptr,
			    colon ? (size_t)(colon - inside.ptr) : 0 };
	*first = 1;
	if (colon && front_int(str_trim(from), 1, NUMBER_MAX, first))
		inside = str_from(inside, from.len + 1);
	lister->selection = str_trim(inside);
}

/* Slidev: "[main.ts]" */
static void read_file_name(struct lister *lister, struct str word)
{
	struct str inside = { word.ptr + 1, word.len - 1 };

	if (inside.len > 0 && inside.ptr[inside.len - 1] == ']')
		inside.len--;
	lister->title = str_trim(inside);
}

/* "+exec", "+exec:alt" and its kin would have it run. */
static void read_flag(struct lister *lister, struct str word)
{
	static const struct str numbers = STR("+line_numbers");
	static const struct str running[] = {
		STR("+exec"),	      STR("+auto_exec"),
		STR("+exec_replace"), STR("+image"),
		STR("+render"),	      STR("+pty"),
		STR("+validate"),     STR("+acquire_terminal"),
	};
	const char *colon = str_find(word, ':');

	if (colon)
		word.len = (size_t)(colon - word.ptr);
	if (str_eq(word, numbers))
		lister->code->code.first_number = 1;
	for (size_t i = 0; i < sizeof(running) / sizeof(running[0]); i++)
		lister->run = lister->run || str_eq(word, running[i]);
}

static void read_option(struct lister *lister, struct str word,
			struct str *rest)
{
	static const struct str numbered = STR("--numbered"),
				start = STR("--start-at-line");
	int number;

	if (str_eq(word, numbered) && lister->code->code.first_number == 0)
		lister->code->code.first_number = 1;
	if (str_eq(word, start) &&
	    front_int(take_word(rest), 1, NUMBER_MAX, &number))
		lister->code->code.first_number = number;
}

static void read_info(struct lister *lister, struct str info)
{
	enum dialect dialect = lister->builder->deck->dialect;
	bool first = true;

	while (str_trim_left(info).len > 0) {
		if (take_title(lister, &info))
			continue;
		struct str word = take_word(&info);
		if (word.ptr[0] == '{')
			read_braces(lister, word);
		else if (word.ptr[0] == '[' && dialect == DIALECT_REVEAL)
			read_brackets(lister, word);
		else if (word.ptr[0] == '[' && dialect == DIALECT_SLIDEV)
			read_file_name(lister, word);
		else if (word.ptr[0] == '+')
			read_flag(lister, word);
		else if (word.ptr[0] == '-')
			read_option(lister, word, &info);
		else if (first && is_language(word))
			lister->language = word;
		first = false;
	}
}

/* ---- lines that light up ---- */

/* Light the lines of "1,3-5" or "all"; false when it is neither. */
static bool light(struct str part, bool *lit, int count)
{
	static const struct str all = STR("all"), star = STR("*");

	part = str_trim(part);
	if (str_eq(part, all) || str_eq(part, star)) {
		memset(lit, true, (size_t)count);
		return true;
	}
	while (part.len > 0) {
		const char *comma = str_find(part, ',');
		struct str range = part;
		if (comma)
			range.len = (size_t)(comma - part.ptr);
		part = str_from(part, range.len + (comma ? 1 : 0));
		const char *dash = str_find(range, '-');
		struct str low = range, high = range;
		if (dash) {
			low.len = (size_t)(dash - range.ptr);
			high = str_from(range, low.len + 1);
		}
		int from, to;
		if (!front_int(str_trim(low), 1, LINES_MAX, &from) ||
		    !front_int(str_trim(high), 1, LINES_MAX, &to))
			return false;
		for (int i = from; i <= to && i <= count; i++)
			lit[i - 1] = true;
	}
	return true;
}

static int count_parts(struct str selection)
{
	int count = 1;

	for (size_t i = 0; i < selection.len; i++)
		count += selection.ptr[i] == '|';
	return count;
}

/* Each line's view of all selections. */
static void spread(struct lister *lister, const bool *lit, int focuses)
{
	struct code_line *line = lister->code->code.first;

	for (int i = 0; line; line = line->next, i++) {
		bool *own = arena_array(lister->builder->arena, bool,
					(size_t)focuses);
		for (int n = 0; n < focuses; n++)
			own[n] = lit[n * lister->count + i];
		line->lit = own;
	}
}

static void read_selection(struct lister *lister)
{
	struct builder *builder = lister->builder;
	struct str rest = lister->selection;
	int count = lister->count, focuses = count_parts(rest);

	if (rest.len == 0 || count == 0)
		return;
	bool *lit = focuses > FOCUSES_MAX || rest.len > SELECTION_BYTES_MAX
			    ? NULL
			    : arena_array(builder->arena, bool,
					  (size_t)focuses *(size_t)count);
	for (int i = 0; i < focuses; i++) {
		const char *bar = str_find(rest, '|');
		struct str part = rest;
		if (bar)
			part.len = (size_t)(bar - rest.ptr);
		rest = str_from(rest, part.len + 1);
		if (lit && light(part, lit + i * count, count))
			continue;
		builder_remark(builder, builder->col, REMARK_CODE_STEPS,
			       lister->selection);
		return;
	}
	lister->code->code.focuses = focuses;
	for (int i = 1; i < focuses; i++) {
		int step = builder_extra_step(builder);
		if (i == 1)
			lister->code->code.focus_step = step;
	}
	spread(lister, lit, focuses);
}

/* ---- its lines ---- */

static bool is_rust(struct str language)
{
	static const struct str names[] = { STR("rust"), STR("rs") };

	return str_eq_nocase(language, names[0]) ||
	       str_eq_nocase(language, names[1]);
}

/* What is there for the compiler only. */
static bool is_hidden(const struct lister *lister, struct str text)
{
	static const struct str slashes = STR("///"), doc = STR("/// "),
				hash = STR("# ");

	switch (lister->builder->deck->dialect) {
	case DIALECT_SLIDES:
		return str_starts(text, slashes);
	case DIALECT_PRESENTERM:
		return str_starts(text, is_rust(lister->language) ? hash : doc);
	default:
		return false;
	}
}

static void add_line(struct lister *lister, struct str text, int number)
{
	struct code_line *line =
		arena_new(lister->builder->arena, struct code_line);
	struct block *code = lister->code;

	line->text = clean_text(lister->builder->arena, str_trim_right(text));
	line->line = lister->line ? lister->line + number - 1 : code->line;
	if (code->code.last)
		code->code.last->next = line;
	else
		code->code.first = line;
	code->code.last = line;
	lister->count++;
}

static void add_lines(struct lister *lister, struct str text)
{
	for (int number = 1; text.len > 0; number++) {
		struct str line = str_take_line(&text);
		bool wanted = (lister->start == 0 || number >= lister->start) &&
			      (lister->end == 0 || number <= lister->end);
		if (wanted && !is_hidden(lister, line))
			add_line(lister, line, number);
	}
}

/* Somebody may want to know when it changes. */
static void remember_file(struct builder *builder, struct str path)
{
	const struct deck *deck = builder->deck;
	struct slide *slide = builder->slide;
	const char *from = deck_origin(deck, builder->line).path;

	if (!deck->options.path)
		return;
	slide->files =
		arena_extend(builder->arena, slide->files,
			     (size_t)slide->file_count, sizeof(*slide->files));
	slide->files[slide->file_count++] =
		include_find(deck, from, path, builder->arena).path;
}

/* ```file: the block says which one; true when it can be shown. */
static bool read_file(struct lister *lister, const struct listing *listing)
{
	static const struct str name = STR("file");
	struct builder *builder = lister->builder;
	const struct front_entry *entry;
	struct front front;
	struct error error;
	struct str text;

	if (!str_eq(lister->language, name))
		return false;
	front_read_bare(&front, builder->arena, listing->literal, listing->line,
			&builder->slide->remarks);
	const struct front_entry *path = front_find(&front, "path");
	if (!path)
		return false;
	remember_file(builder, path->value);
	if (!include_read(builder->deck, builder->line, path->value,
			  builder->arena, &text, &error)) {
		builder_remark(builder, builder->col, REMARK_INCLUDE,
			       str_of(error.text));
		return false;
	}
	lister->line = 0;
	entry = front_find(&front, "language");
	entry = entry ? entry : front_find(&front, "lang");
	if (entry)
		lister->language = entry->value;
	entry = front_find(&front, "start_line");
	entry = entry ? entry : front_find(&front, "lines.start");
	if (entry)
		front_int(entry->value, 1, NUMBER_MAX, &lister->start);
	entry = front_find(&front, "end_line");
	entry = entry ? entry : front_find(&front, "lines.end");
	if (entry)
		front_int(entry->value, 1, NUMBER_MAX, &lister->end);
	add_lines(lister, text);
	return true;
}

/* Blocks that lookatme and slides would run for their name alone. */
static bool would_run(const struct lister *lister, bool tildes)
{
	static const struct str terminal = STR("terminal");
	enum dialect dialect = lister->builder->deck->dialect;

	if (dialect == DIALECT_LOOKATME)
		return str_starts(lister->language, terminal);
	return dialect == DIALECT_SLIDES && tildes && lister->language.len > 0;
}

void listing_add(struct builder *builder, struct block *parent,
		 const struct listing *listing)
{
	struct lister lister = { .builder = builder, .line = listing->line };

	lister.code = builder_block(builder, parent, BLOCK_CODE);
	read_info(&lister, listing->info);
	if (!read_file(&lister, listing))
		add_lines(&lister, listing->literal);
	if (lister.run || would_run(&lister, listing->tildes))
		builder_remark(builder, builder->col, REMARK_NOT_RUN,
			       listing->info);
	lister.code->code.info = arena_str(builder->arena, lister.language);
	lister.code->code.title = arena_str(builder->arena, lister.title);
	read_selection(&lister);
}
