/* SPDX-License-Identifier: MIT */
#ifndef SUPPORT_UNIT_H
#define SUPPORT_UNIT_H

/* What every unit test includes: cmocka, which needs these four before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/expect.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* The bytes of a string literal, NULs included. */
#define BYTES(literal) ((struct str){ "" literal, sizeof(literal) - 1 })

#endif
