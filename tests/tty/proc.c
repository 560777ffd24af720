/* SPDX-License-Identifier: MIT */
/*
 * Walks through /proc: no call kills a session, or tells what a process group
 * has done.
 */
#include "proc.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "text.h"

/* The next entry of a directory that is a number; 0 at the end. */
static pid_t next_number(DIR *dir)
{
	struct dirent *entry;
	int number;

	while (dir && (entry = readdir(dir)))
		if (str_number(str_of(entry->d_name), &number) && number > 0)
			return number;
	return 0;
}

void proc_kill_session(pid_t session)
{
	DIR *dir = opendir("/proc");
	pid_t pid;

	while ((pid = next_number(dir)) > 0)
		if (pid != session && getsid(pid) == session)
			kill(pid, SIGKILL);
	if (dir)
		closedir(dir);
}

/* Add up the lines "voluntary_ctxt_switches: 12" and its sister's. */
static bool add_switches(const char *path, long long *count)
{
	FILE *file = fopen(path, "r");
	bool found = false;
	char line[256];

	while (file && fgets(line, sizeof(line), file)) {
		const char *value = strstr(line, "voluntary_ctxt_switches:");

		if (!value)
			continue;
		*count += strtoll(strchr(value, ':') + 1, NULL, 10);
		found = true;
	}
	if (file)
		fclose(file);
	return found;
}

static bool add_threads(pid_t process, long long *count)
{
	bool found = false;
	char path[64];
	pid_t thread;
	DIR *dir;

	snprintf(path, sizeof(path), "/proc/%d/task", (int)process);
	dir = opendir(path);
	while ((thread = next_number(dir)) > 0) {
		snprintf(path, sizeof(path), "/proc/%d/task/%d/status",
			 (int)process, (int)thread);
		found |= add_switches(path, count);
	}
	if (dir)
		closedir(dir);
	return found;
}

bool proc_switches(pid_t group, long long *count)
{
	DIR *dir = opendir("/proc");
	bool found = false;
	pid_t pid;

	*count = 0;
	while ((pid = next_number(dir)) > 0)
		if (getpgid(pid) == group)
			found |= add_threads(pid, count);
	if (dir)
		closedir(dir);
	return found;
}
