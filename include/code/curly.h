/* SPDX-License-Identifier: MIT */
#ifndef CODE_CURLY_H
#define CODE_CURLY_H

#include "code/language.h"

/* Languages with braces, that are compiled. */
extern const struct language language_c;
extern const struct language language_cpp;
extern const struct language language_csharp;
extern const struct language language_go;
extern const struct language language_java;
extern const struct language language_kotlin;
extern const struct language language_rust;
extern const struct language language_scala;
extern const struct language language_swift;
extern const struct language language_zig;

#endif
