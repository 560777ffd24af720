/* SPDX-License-Identifier: MIT */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdint.h>

#include "base/str.h"

/*
 * FNV-1a with 64 bits, as its authors publish it: quick, and no secret. Begin
 * with HASH_BEGIN, and go on with what came back.
 */
#define HASH_BEGIN 0xcbf29ce484222325ULL

uint64_t hash_put(uint64_t hash, struct str text);
uint64_t hash_put_byte(uint64_t hash, char byte);

#endif
