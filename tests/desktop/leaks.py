#!/usr/bin/env python3
"""leaks.py - runs a test, and tells which leaks count. SPDX-License-Identifier: GPL-3.0-or-later

    leaks.py COMMAND...

Under AddressSanitizer a command is searched for leaks with short stacks first, which is many times quicker. Only where
that finds something does it run again with whole ones, in which the names in lsan.supp can be found; that run counts.
"""

import os
import re
import subprocess
import sys
import tempfile

# What short stacks tell of one place that took memory; a caller of GLib's allocator isn't seen
LEAK = re.compile(r"(?:Direct|Indirect) leak of (\d+) byte\(s\) in (\d+) object\(s\) allocated from:\n((?: +#.*\n)*)")
WHOLE_STACKS = "fast_unwind_on_malloc=0"


def is_known(size, count, stack):
    """What others leave for the life of the process. The table of GLib's quarks grows by blocks of 2048 and leaves the old ones
    to threads that may still read them. GTK's file chooser leaks the names of two folders, by way of libcloudproviders."""
    frames = re.findall(r" in (\w+)", stack)
    if frames[1:] == ["g_malloc"]:
        return size == sum(range(1, count + 1)) * 2048 * 8
    return frames[1:] == ["g_realloc"] and (size, count) == (256, 2)


def tells_leaks(printed):
    """Whether a sanitizer's report of leaks has others than those that are known."""
    leaks = LEAK.findall(printed)
    return not leaks or any(not is_known(int(size), int(count), stack) for size, count, stack in leaks)


def run_searched(arguments, env):
    """Runs a command to its end; its exit status."""
    if "ASAN_OPTIONS" not in env:
        return subprocess.run(arguments, env=env, check=False).returncode

    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        status = subprocess.run(arguments, env=env, stdout=out, stderr=err, check=False).returncode
        out.seek(0)
        err.seek(0)
        told = err.read().decode("utf-8", "replace")
        if "ERROR: LeakSanitizer" in told:
            if tells_leaks(told):
                print("# searched for leaks again, with whole stacks", flush=True)
                env = dict(env, ASAN_OPTIONS=env["ASAN_OPTIONS"] + ":" + WHOLE_STACKS)
                return subprocess.run(arguments, env=env, check=False).returncode
            status, told = 0, ""
        sys.stdout.buffer.write(out.read())
        sys.stdout.flush()
        sys.stderr.write(told)
        return status


if __name__ == "__main__":
    sys.exit(run_searched(sys.argv[1:], dict(os.environ)))
