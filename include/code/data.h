/* SPDX-License-Identifier: MIT */
#ifndef CODE_DATA_H
#define CODE_DATA_H

#include "code/language.h"

/* What is stored, and what asks for it. */
extern const struct language language_diff;
extern const struct language language_ini;
extern const struct language language_json;
extern const struct language language_sql;
extern const struct language language_toml;
extern const struct language language_yaml;

#endif
