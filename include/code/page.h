/* SPDX-License-Identifier: MIT */
#ifndef CODE_PAGE_H
#define CODE_PAGE_H

#include "code/language.h"

/* Pages, and what stands in them. */
extern const struct language language_css;
extern const struct language language_html;
extern const struct language language_markdown;
extern const struct language language_php;
extern const struct language language_xml;

#endif
