/* SPDX-License-Identifier: MIT */
#ifndef SUPPORT_FOLDER_H
#define SUPPORT_FOLDER_H

#include "base/str.h"

/*
 * An empty folder for a test, which stands in it: setup and teardown of
 * cmocka. What is in it at the end goes away with it.
 */
int folder_enter(void **state);
int folder_leave(void **state);

/* Make the folder at `path`, or the file with that text. */
void folder_add(const char *path);
void folder_put(const char *path, struct str text);

/* Make the file at `path` a copy of another one. */
void folder_copy(const char *other, const char *path);

#endif
