/* SPDX-License-Identifier: MIT */
#ifndef CODE_PURE_H
#define CODE_PURE_H

#include "code/language.h"

/* Languages of functions. */
extern const struct language language_elixir;
extern const struct language language_elm;
extern const struct language language_haskell;
extern const struct language language_nix;

#endif
