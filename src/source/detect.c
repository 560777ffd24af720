/* SPDX-License-Identifier: MIT */
/*
 * How a deck gives its dialect away, as a table of evidence.
 */
#include "source/detect.h"

#include <string.h>

#include "deck/directive.h"
#include "source/fence.h"
#include "source/front.h"
#include "source/shape.h"

/* So much of a deck tells its dialect; the rest is more of the same. */
#define DETECT_BYTES_MAX ((size_t)256 * 1024)

#define SURE   100 /* decides */
#define ENOUGH 20  /* what less than this points to is chance */

/* Where a word stands that points to a dialect. */
enum spot {
	SPOT_KEY,     /* of the front matter, or one above it */
	SPOT_SLIDE,   /* a line of a slide's own front matter */
	SPOT_TOP,     /* a line at the top of a slide */
	SPOT_LINE,    /* any line that is not code */
	SPOT_LONE,    /* the same, not right below text */
	SPOT_INFO,    /* what follows a fence */
	SPOT_TILDES,  /* the same, of tildes */
	SPOT_CODE,    /* a line between fences */
	SPOT_COMMENT, /* a directive, its prefix "_" included */
};

enum match {
	MATCH_WHOLE,
	MATCH_BEGIN,
	MATCH_INSIDE,
};

/*
 * What points to a dialect, and how clearly. Each counts once; the dialect
 * with the largest sum is it.
 */
static const struct evidence {
	enum spot spot;
	enum match match;
	struct str word;
	enum dialect dialect;
	int weight;
} evidence[] = {
	/* clang-format off */
	{ SPOT_KEY, MATCH_WHOLE, STR("marp"), DIALECT_MARP, SURE },
	{ SPOT_KEY, MATCH_WHOLE, STR("paginate"), DIALECT_MARP, 40 },
	{ SPOT_KEY, MATCH_WHOLE, STR("headingDivider"), DIALECT_MARP, 60 },
	{ SPOT_KEY, MATCH_WHOLE, STR("patat"), DIALECT_PATAT, SURE },
	{ SPOT_KEY, MATCH_WHOLE, STR("styles"), DIALECT_LOOKATME, 60 },
	{ SPOT_KEY, MATCH_WHOLE, STR("extensions"), DIALECT_LOOKATME, 50 },
	{ SPOT_KEY, MATCH_WHOLE, STR("paging"), DIALECT_SLIDES, SURE },
	{ SPOT_KEY, MATCH_WHOLE, STR("options"), DIALECT_PRESENTERM, 40 },
	{ SPOT_KEY, MATCH_WHOLE, STR("sub_title"), DIALECT_PRESENTERM, 60 },
	{ SPOT_KEY, MATCH_WHOLE, STR("event"), DIALECT_PRESENTERM, 30 },
	{ SPOT_KEY, MATCH_WHOLE, STR("revealOptions"), DIALECT_REVEAL, SURE },
	{ SPOT_KEY, MATCH_WHOLE, STR("separator"), DIALECT_REVEAL, 60 },
	{ SPOT_KEY, MATCH_WHOLE, STR("verticalSeparator"), DIALECT_REVEAL, 60 },
	{ SPOT_KEY, MATCH_WHOLE, STR("highlighter"), DIALECT_SLIDEV, 50 },
	{ SPOT_KEY, MATCH_WHOLE, STR("drawings"), DIALECT_SLIDEV, 50 },
	{ SPOT_KEY, MATCH_WHOLE, STR("themeConfig"), DIALECT_SLIDEV, 50 },
	{ SPOT_KEY, MATCH_WHOLE, STR("mdc"), DIALECT_SLIDEV, 50 },
	{ SPOT_KEY, MATCH_WHOLE, STR("colorSchema"), DIALECT_SLIDEV, 50 },
	{ SPOT_KEY, MATCH_WHOLE, STR("canvasWidth"), DIALECT_SLIDEV, 50 },
	{ SPOT_KEY, MATCH_WHOLE, STR("layout"), DIALECT_SLIDEV, 20 },
	{ SPOT_KEY, MATCH_WHOLE, STR("header-includes"), DIALECT_PANDOC, 40 },
	{ SPOT_KEY, MATCH_WHOLE, STR("aspectratio"), DIALECT_PANDOC, 40 },
	{ SPOT_KEY, MATCH_WHOLE, STR("colortheme"), DIALECT_PANDOC, 40 },
	{ SPOT_KEY, MATCH_WHOLE, STR("slide-level"), DIALECT_PANDOC, 40 },
	{ SPOT_SLIDE, MATCH_BEGIN, STR("layout:"), DIALECT_SLIDEV, 60 },
	{ SPOT_SLIDE, MATCH_BEGIN, STR("background:"), DIALECT_SLIDEV, 60 },
	{ SPOT_SLIDE, MATCH_BEGIN, STR("transition:"), DIALECT_SLIDEV, 60 },
	{ SPOT_SLIDE, MATCH_BEGIN, STR("clicks:"), DIALECT_SLIDEV, 60 },
	{ SPOT_SLIDE, MATCH_BEGIN, STR("src:"), DIALECT_SLIDEV, 60 },
	{ SPOT_SLIDE, MATCH_BEGIN, STR("class:"), DIALECT_SLIDEV, 60 },
	{ SPOT_LINE, MATCH_BEGIN, STR("<v-click"), DIALECT_SLIDEV, 60 },
	{ SPOT_LINE, MATCH_WHOLE, STR("::right::"), DIALECT_SLIDEV, 60 },
	{ SPOT_LINE, MATCH_WHOLE, STR("???"), DIALECT_REMARK, SURE },
	{ SPOT_TOP, MATCH_BEGIN, STR("class:"), DIALECT_REMARK, 60 },
	{ SPOT_TOP, MATCH_BEGIN, STR("name:"), DIALECT_REMARK, 60 },
	{ SPOT_TOP, MATCH_BEGIN, STR("layout:"), DIALECT_REMARK, 60 },
	{ SPOT_TOP, MATCH_BEGIN, STR("template:"), DIALECT_REMARK, 60 },
	{ SPOT_TOP, MATCH_BEGIN, STR("background-image:"), DIALECT_REMARK, 60 },
	{ SPOT_LINE, MATCH_BEGIN, STR(".left-column["), DIALECT_REMARK, 40 },
	{ SPOT_LINE, MATCH_BEGIN, STR(".right-column["), DIALECT_REMARK, 40 },
	{ SPOT_LINE, MATCH_BEGIN, STR(".footnote["), DIALECT_REMARK, 40 },
	{ SPOT_LINE, MATCH_BEGIN, STR(".center["), DIALECT_REMARK, 40 },
	{ SPOT_LINE, MATCH_WHOLE, STR(". . ."), DIALECT_PATAT, 60 },
	{ SPOT_LINE, MATCH_BEGIN, STR("-> "), DIALECT_MDP, 40 },
	{ SPOT_LINE, MATCH_WHOLE, STR("^"), DIALECT_MDP, 40 },
	{ SPOT_LINE, MATCH_WHOLE, STR("Note:"), DIALECT_REVEAL, 30 },
	{ SPOT_LINE, MATCH_WHOLE, STR("Notes:"), DIALECT_REVEAL, 30 },
	{ SPOT_LINE, MATCH_BEGIN, STR("Note: "), DIALECT_REVEAL, 10 },
	{ SPOT_LONE, MATCH_WHOLE, STR("--"), DIALECT_REVEAL, 25 },
	{ SPOT_LONE, MATCH_WHOLE, STR("----"), DIALECT_REVEAL, 20 },
	{ SPOT_LINE, MATCH_BEGIN, STR(":::"), DIALECT_PANDOC, 40 },
	{ SPOT_INFO, MATCH_INSIDE, STR(" +exec"), DIALECT_PRESENTERM, 60 },
	{ SPOT_INFO, MATCH_INSIDE, STR(" +line_numbers"), DIALECT_PRESENTERM, 60 },
	{ SPOT_INFO, MATCH_INSIDE, STR(" +render"), DIALECT_PRESENTERM, 60 },
	{ SPOT_INFO, MATCH_BEGIN, STR("terminal"), DIALECT_LOOKATME, 60 },
	{ SPOT_INFO, MATCH_WHOLE, STR("qrcode"), DIALECT_LOOKATME, 40 },
	{ SPOT_INFO, MATCH_BEGIN, STR("qrcode-ex"), DIALECT_LOOKATME, 60 },
	{ SPOT_TILDES, MATCH_INSIDE, STR(" -"), DIALECT_SLIDES, 40 },
	{ SPOT_TILDES, MATCH_INSIDE, STR("./"), DIALECT_SLIDES, 40 },
	{ SPOT_TILDES, MATCH_BEGIN, STR("graph-easy"), DIALECT_SLIDES, 40 },
	{ SPOT_CODE, MATCH_BEGIN, STR("~~~."), DIALECT_SLIDES, 40 },
	{ SPOT_CODE, MATCH_BEGIN, STR("~~~bash"), DIALECT_SLIDES, 30 },
	{ SPOT_CODE, MATCH_BEGIN, STR("~~~sh"), DIALECT_SLIDES, 30 },
	{ SPOT_CODE, MATCH_BEGIN, STR("~~~graph-easy"), DIALECT_SLIDES, 40 },
	{ SPOT_CODE, MATCH_BEGIN, STR("///package"), DIALECT_SLIDES, 40 },
	{ SPOT_CODE, MATCH_BEGIN, STR("///import"), DIALECT_SLIDES, 40 },
	{ SPOT_COMMENT, MATCH_WHOLE, STR("end_slide"), DIALECT_PRESENTERM, SURE },
	{ SPOT_COMMENT, MATCH_WHOLE, STR("jump_to_middle"), DIALECT_PRESENTERM, SURE },
	/* clang-format on */
};
enum { EVIDENCE = sizeof(evidence) / sizeof(evidence[0]) };

/* What a directive points to that the table does not name. */
#define DIRECTIVE_WEIGHT 40
/* Front matter that ends with "...". */
#define DOTS_WEIGHT 30

struct detector {
	struct str source; /* as much of it as is looked at */
	bool seen[EVIDENCE];
	int sums[DIALECT_COUNT];
	int directives[DIALECT_COUNT]; /* what theirs weigh */
	enum dialect said; /* by the deck itself, or beyond doubt; or AUTO */

	struct fence fence;
	bool text_above;
	bool top;     /* nothing but blank lines on the slide so far */
	size_t pass;  /* a comment goes on up to this byte */
	int headings; /* # at the margin */
	bool breaks;  /* a rule, not right below text */
	bool front;   /* it has front matter */
	bool header;  /* it has lines that begin with % */
	bool keyed;   /* of the form "%key: value" */
};

static void add_weight(struct detector *detector, enum dialect dialect,
		       int weight)
{
	detector->sums[dialect] += weight;
	if (detector->sums[dialect] >= SURE && detector->said == DIALECT_AUTO)
		detector->said = dialect;
}

static bool is_inside(struct str word, struct str text)
{
	const char *at;

	while ((at = str_find(text, word.ptr[0])) != NULL) {
		text = str_from(text, (size_t)(at - text.ptr));
		if (str_starts(text, word))
			return true;
		text = str_from(text, 1);
	}
	return false;
}

static bool matches(const struct evidence *at, struct str text)
{
	if (at->match == MATCH_INSIDE)
		return is_inside(at->word, text);
	return at->match == MATCH_WHOLE ? str_eq(text, at->word)
					: str_starts(text, at->word);
}

static void weigh(struct detector *detector, enum spot spot, struct str text)
{
	for (size_t i = 0; i < EVIDENCE; i++) {
		const struct evidence *at = &evidence[i];
		if (at->spot != spot || detector->seen[i] || !matches(at, text))
			continue;
		detector->seen[i] = true;
		add_weight(detector, at->dialect, at->weight);
	}
}

/* What a comment says: each directive comes from some dialect. */
static void weigh_comment(struct detector *detector, struct str inside)
{
	static const struct str none = { NULL, 0 };
	struct directive directive = directive_parse(inside, none);
	struct directive_row row;

	if (directive.kind == DIRECTIVE_NONE ||
	    directive.kind == DIRECTIVE_UNKNOWN)
		return;
	weigh(detector, SPOT_COMMENT, directive.name);
	for (int i = 0; directive_row(i, &row); i++) {
		/* Notes are of the home dialect, and in decks of any. */
		if (row.dialect != DIALECT_MDP &&
		    str_eq(directive.name, str_of(row.name)))
			detector->directives[row.dialect] = DIRECTIVE_WEIGHT;
	}
}

static void read_comments(struct detector *detector, struct str raw)
{
	static const size_t open = sizeof("<!--") - 1,
			    close = sizeof("-->") - 1;
	const char *source = detector->source.ptr;
	const char *mark;

	while ((mark = comment_find(raw)) != NULL) {
		size_t at = (size_t)(mark - source);
		size_t end = comment_end(detector->source, at, false);
		if (end > detector->pass) {
			weigh_comment(detector,
				      (struct str){ mark + open,
						    end - at - open - close });
			detector->pass = end;
		}
		size_t next = end > 0 ? end - at : open;
		raw = str_from(raw, (size_t)(mark - raw.ptr) + next);
	}
}

static void read_fence(struct detector *detector, struct str text)
{
	struct str info = str_trim(str_from(text, str_run(text)));

	weigh(detector, SPOT_INFO, info);
	if (detector->fence.mark == '~')
		weigh(detector, SPOT_TILDES, info);
}

/* A line of dashes; `after` is the byte behind it. */
static void read_dashes(struct detector *detector, struct str text,
			size_t after)
{
	struct str front = str_from(detector->source, after);

	if (!detector->text_above) {
		weigh(detector, SPOT_LONE, str_trim_right(text));
		detector->breaks |= shape_is_rule(text);
	}
	detector->text_above = false;
	detector->top = shape_dashes(text) == 3;
	front.len = detector->top ? shape_slide_front(front) : 0;
	detector->pass = after + front.len;
	while (front.len > 0)
		weigh(detector, SPOT_SLIDE, str_take_line(&front));
}

static void read_text(struct detector *detector, struct str text)
{
	bool heading = shape_heading(text) > 0;

	text = str_trim_right(text);
	if (detector->top)
		weigh(detector, SPOT_TOP, text);
	if (!str_is_word_byte(text.ptr[0]) || text.ptr[0] == 'N')
		weigh(detector, SPOT_LINE, text);
	detector->headings += heading;
	detector->text_above = !heading;
	detector->top = false;
}

static void read_line(struct detector *detector, struct str raw, size_t after)
{
	struct fence *fence = &detector->fence;
	struct str text;
	bool bare;
	int indent = shape_indent(raw, &text);

	if (fence->mark) {
		if (line_is_fence(raw, fence->mark, fence->size, &bare) && bare)
			fence->mark = 0;
		else
			weigh(detector, SPOT_CODE, text);
	} else if (fence_opens(raw, fence)) {
		detector->text_above = detector->top = false;
		read_fence(detector, text);
	} else if (text.len == 0) {
		detector->text_above = false;
	} else if (indent > SHAPE_INDENT_MAX) {
		detector->top = false;
	} else if (shape_dashes(text) > 1) {
		read_dashes(detector, text, after);
	} else {
		read_text(detector, text);
		read_comments(detector, raw);
	}
}

static void read_body(struct detector *detector, struct str rest)
{
	detector->top = true;
	while (rest.len > 0 && detector->said == DIALECT_AUTO) {
		struct str raw = str_take_line(&rest);
		size_t after = detector->source.len - rest.len;
		if (after > detector->pass)
			read_line(detector, raw, after);
	}
}

/* "%key: value" tells mdp's header from pandoc's "% title". */
static void read_header_line(struct detector *detector, struct str text)
{
	static const struct str dialect = STR("dialect");
	size_t i = 0;

	while (i < text.len && (str_is_word_byte(text.ptr[i]) ||
				text.ptr[i] == '-' || text.ptr[i] == '_'))
		i++;
	struct str key = { text.ptr, i };
	struct str value = str_trim_left(str_from(text, i));
	if (i == 0 || value.len == 0 || value.ptr[0] != ':')
		return;
	if (str_eq_nocase(key, dialect))
		dialect_find(str_trim(str_from(value, 1)), &detector->said);
	else
		detector->keyed = true;
}

static void read_header(struct detector *detector, struct str *rest)
{
	struct str ahead = *rest;

	if (ahead.len > 0 && line_is_rule(str_take_line(&ahead)) &&
	    ahead.len > 0 && ahead.ptr[0] == '%')
		*rest = ahead;
	while (rest->len > 0 && rest->ptr[0] == '%') {
		read_header_line(detector, str_from(str_take_line(rest), 1));
		detector->header = true;
	}
	if (detector->keyed && detector->said == DIALECT_AUTO)
		detector->said = DIALECT_MDP;
}

static void weigh_entry(struct detector *detector,
			const struct front_entry *entry)
{
	static const struct str dialect = STR("dialect");
	const char *dot = str_find(entry->key, '.');
	struct str key = entry->key;

	if (str_eq(key, dialect))
		dialect_find(entry->value, &detector->said);
	if (dot)
		key.len = (size_t)(dot - key.ptr);
	weigh(detector, SPOT_KEY, key);
}

static void read_front(struct detector *detector, struct str *rest)
{
	static const struct str end = STR("...");
	struct arena scratch = { 0 };
	struct remarks remarks = { 0 };
	struct front front;

	if (front_read(&front, &scratch, *rest, 1, &remarks)) {
		struct str last = { NULL, 0 };
		struct str lines = { rest->ptr, front.bytes };
		while (lines.len > 0)
			last = str_take_line(&lines);
		if (str_starts(last, end))
			add_weight(detector, DIALECT_PATAT, DOTS_WEIGHT);
		for (int i = 0; i < front.count; i++)
			weigh_entry(detector, &front.entries[i]);
		detector->front = true;
		*rest = str_from(*rest, front.bytes);
	}
	arena_release(&scratch);
}

/* What was seen in one kind of place weighs so much for a dialect. */
static int spot_weight(const struct detector *detector, enum spot spot,
		       enum dialect dialect)
{
	int sum = 0;

	for (size_t i = 0; i < EVIDENCE; i++) {
		const struct evidence *at = &evidence[i];
		if (detector->seen[i] && at->spot == spot &&
		    at->dialect == dialect)
			sum += at->weight;
	}
	return sum;
}

/* A deck that did not say it clearly. */
static enum dialect decide(struct detector *detector)
{
	enum dialect best = DIALECT_MARKDOWN;
	int *sums = detector->sums;

	if (detector->header) {
		/* Slides of pandoc's need headings, those of mdp rules. */
		bool pandoc = sums[DIALECT_PANDOC] + sums[DIALECT_PATAT] > 0 ||
			      (!detector->breaks && detector->headings > 1);
		return pandoc && sums[DIALECT_MDP] == 0 ? DIALECT_PANDOC
							: DIALECT_MDP;
	}
	if (detector->front)
		sums[DIALECT_MDP] = 0; /* it has no front matter */
	/*
	 * Rules end no slide of presenterm's; what all dialects have of it does
	 * not count beside them.
	 */
	if (detector->breaks) {
		detector->directives[DIALECT_PRESENTERM] = 0;
		sums[DIALECT_PRESENTERM] -=
			spot_weight(detector, SPOT_INFO, DIALECT_PRESENTERM);
	}
	for (int i = 0; i < DIALECT_COUNT; i++) {
		sums[i] += detector->directives[i];
		if (sums[i] >= ENOUGH && sums[i] > sums[best])
			best = (enum dialect)i;
	}
	return best;
}

enum dialect detect_dialect(struct str source)
{
	static const struct str mark = STR("\xef\xbb\xbf");
	struct detector detector = { .source = source };
	struct str rest = source;

	if (str_starts(rest, mark))
		rest = str_from(rest, mark.len);
	read_header(&detector, &rest);
	if (!detector.header)
		read_front(&detector, &rest);
	if (rest.len > DETECT_BYTES_MAX)
		rest.len = DETECT_BYTES_MAX;
	if (rest.len > 0)
		detector.source.len =
			(size_t)(rest.ptr - source.ptr) + rest.len;
	read_body(&detector, rest);
	return detector.said != DIALECT_AUTO ? detector.said
					     : decide(&detector);
}
