# command_line.py - runs shanhai-cli for the tests of the command line. SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: the program, a folder of their own, and what a person is told.

Each test is called with the program and the source folder: test-NAME.py PROGRAM SOURCE. It runs the program as it is installed, never its code, so
what these tests hold is the contract that scripts rely on.
"""

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "install"))
import tap  # noqa: E402  pylint: disable=wrong-import-position

PROGRAM, SOURCE = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2]).resolve()
EXAMPLE = SOURCE / "data" / "examples" / "example.shanhai"
TIMEOUT = 120
NOBODY = 65534

_folder = tempfile.TemporaryDirectory(prefix="shanhai-test-")
FOLDER = Path(_folder.name)
# nothing of the person who runs the tests is read or written
ENVIRONMENT = {
    **os.environ,
    "HOME": str(FOLDER / "home"),
    "XDG_STATE_HOME": str(FOLDER / "state"),
    "XDG_DATA_HOME": str(FOLDER / "data"),
    "XDG_CONFIG_HOME": str(FOLDER / "config"),
    # a sanitizer's list of what it forgave is no message of the program
    "LSAN_OPTIONS": os.environ.get("LSAN_OPTIONS", "") + ":print_suppressions=0",
}
# for calls of the same kind as ones that were searched for leaks already: the search takes longer than the call
SEARCHED = {"ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"}

HEADER = b'{"record":"casebook","format":1,"title":"T","language":"en","created":"2026-11-21"}\n'
PLACE = b'{"record":"place","id":"place-a","name":"A","level":"county"}\n'


class Result:
    """What one call did."""

    def __init__(self, arguments, completed):
        self.call = " ".join(Path(a).name if a.startswith("/") else a for a in map(str, arguments))
        self.status = completed.returncode
        self.out = completed.stdout
        self.raw_err = completed.stderr
        self.err = completed.stderr.decode("utf-8", "backslashreplace")

    @property
    def text(self):
        return self.out.decode("utf-8")

    @property
    def plain(self):
        """As text, with every kind of space as an ordinary one."""
        return re.sub("[\u00a0\u2009\u202f]", " ", self.text)

    @property
    def json(self):
        return json.loads(self.out)


def run(*arguments, stdin=b"", before=None, stdout=subprocess.PIPE, **environment):
    """Runs the program; `before` runs in the new process. Signals that Python ignores keep their default, as under a shell."""
    completed = subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, stdout=stdout, stderr=subprocess.PIPE, check=False,
                               timeout=TIMEOUT, env={**ENVIRONMENT, **environment}, preexec_fn=before, cwd=FOLDER)
    completed.stdout = completed.stdout or b""
    return Result(arguments, completed)


def write(name, content):
    """A file in the tests' own folder."""
    path = FOLDER / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def lines(*records):
    return "".join(json.dumps(r, ensure_ascii=False, separators=(",", ":")) + "\n" for r in records).encode()


def book(name, *records):
    """A casebook of these records, in canonical form."""
    return write(name, HEADER + lines(*records))


def limited(size):
    """For `before`: files can't grow beyond that many bytes, as on a full disk."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def as_nobody():
    """For `before`: a person without rights. Skips where that can't be tried."""
    if os.geteuid() != 0:
        return None
    os.chmod(FOLDER, 0o755)
    try:
        ran = run("--version", before=lambda: os.setuid(NOBODY)).status == 0
    except (OSError, subprocess.SubprocessError):
        ran = False
    if not ran:
        raise tap.Skip("root may do anything, and nobody may not run the program")
    return lambda: os.setuid(NOBODY)


def done(result, status=0):
    """Yields what is wrong with a call that should have gone well and said nothing."""
    if result.status != status:
        yield f"{result.call}: exit status {result.status}, not {status}: {result.err.strip()}"
    elif result.err:
        yield f"{result.call}: says {result.err!r}"


def told(result, status, *words, out=False):
    """Yields what is wrong with a call that should have ended so, with one line that has these words, and with nothing printed unless `out`."""
    where = result.call[:120]
    if result.status != status:
        yield f"{where}: exit status {result.status}, not {status}: {result.err.strip()[:300]}"
    if not re.fullmatch(r"shanhai-cli: [^\n]+\n", result.err):
        yield f"{where}: not one line on standard error: {result.err[:300]!r}"
    if re.search(r"WARNING|CRITICAL|ERROR \*\*|Sanitizer", result.err):
        yield f"{where}: a warning on the terminal: {result.err[:300]!r}"
    for word in words:
        if word not in result.err:
            yield f"{where}: the message lacks “{word}”: {result.err.strip()[:300]}"
    if bool(result.out) != out:
        yield f"{where}: {'nothing' if out else 'something'} was printed"


def leftovers(*expected):
    """Yields the files in the tests' folder that begin with a dot: parts of files that were never finished."""
    for path in FOLDER.rglob(".*"):
        if path.name not in expected:
            yield f"left behind: {path.name}"


def call(function, **arguments):
    """A test function with its arguments, under its own name; for tap.run()."""
    def test():
        yield from function(**arguments)
    test.__name__ = " ".join([function.__name__.replace("_", " "), *map(str, arguments.values())])
    return test
