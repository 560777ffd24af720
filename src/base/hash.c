/* SPDX-License-Identifier: MIT */
/*
 * FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
 */
#include "base/hash.h"

#define PRIME 0x100000001b3ULL

uint64_t hash_put_byte(uint64_t hash, char byte)
{
	return (hash ^ (unsigned char)byte) * PRIME;
}

uint64_t hash_put(uint64_t hash, struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		hash = (hash ^ (unsigned char)text.ptr[i]) * PRIME;
	return hash;
}
