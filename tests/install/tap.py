"""tap.py - the little of TAP that these tests need. SPDX-License-Identifier: GPL-3.0-or-later

A test is a function that yields one sentence for each thing that is wrong, and nothing when all is well.
It may raise Skip with the reason why it can't run here.
"""

import sys
import traceback


class Skip(Exception):
    """Raised by a test that can't run here, with the reason."""


def run(*tests):
    """Runs the test functions in turn; ends the program with status 1 if any found something."""
    print(f"1..{len(tests)}")
    failed = False
    for number, test in enumerate(tests, 1):
        name = test.__name__.replace("_", " ")
        try:
            problems = list(test())
        except Skip as reason:
            print(f"ok {number} {name} # SKIP {reason}")
            continue
        except Exception:  # pylint: disable=broad-except
            problems = traceback.format_exc().splitlines()
        print(f"{'not ok' if problems else 'ok'} {number} {name}")
        # On standard error: that is what meson shows of a failed test
        for problem in problems:
            print(f"{name}: {problem}", file=sys.stderr)
        failed = failed or bool(problems)
    sys.stdout.flush()
    sys.exit(1 if failed else 0)
