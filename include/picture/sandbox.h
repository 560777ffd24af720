/* SPDX-License-Identifier: MIT */
#ifndef PICTURE_SANDBOX_H
#define PICTURE_SANDBOX_H

/*
 * From here on this process can use the memory it gets, write to what it has
 * open, and end; all else that it asks of the system is refused, whatever code
 * runs in it. There is no way back. Where the system has nothing like that it
 * does nothing.
 */
void sandbox_enter(void);

#endif
