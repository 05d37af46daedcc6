"""check-translations.py - every word for people can be, and is, translated. SPDX-License-Identifier: GPL-3.0-or-later

check-translations.py SOURCE-DIR
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import tap

top = Path(sys.argv[1])
REMEDY = "build-aux/update-po mends this"


def lines_of(file):
    return [line for line in (top / "po" / file).read_text(encoding="utf-8").split("\n") if line and line[0] != "#"]


def tell(*command):
    """Runs a command; returns what it says on either output, and whether it was content."""
    done = subprocess.run(command, cwd=top, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return done.stdout, done.returncode == 0


def need(*tools):
    for tool in tools:
        if not shutil.which(tool):
            raise tap.Skip(f"{tool} isn't installed")


def potfiles_lists_every_file_with_words():
    found, content = tell("build-aux/extract-strings", "--list")
    if not content:
        yield found
        return
    wanted, listed = found.split(), lines_of("POTFILES")
    yield from (f"{file} is missing; {REMEDY}" for file in wanted if file not in listed)
    yield from (f"{file} has no words any more; {REMEDY}" for file in listed if file not in wanted)


def every_translation_is_well_formed():
    need("msgfmt")
    for language in lines_of("LINGUAS"):
        said, content = tell("msgfmt", "--check", "--output-file=/dev/null", f"po/{language}.po")
        if not content or said:
            yield from said.splitlines()


def no_translation_is_missing_or_doubtful():
    need("msgattrib")
    for language in lines_of("LINGUAS"):
        for kind in ("untranslated", "only-fuzzy"):
            said, content = tell("msgattrib", f"--{kind}", "--no-obsolete", "--no-wrap", f"po/{language}.po")
            if not content or "msgid" in said:
                yield from [f"{language}, {kind}:"] + said.splitlines()


def every_translation_is_up_to_date():
    need("xgettext", "msgcmp")
    with tempfile.TemporaryDirectory() as folder:
        pot = f"{folder}/shanhai.pot"
        said, content = tell("build-aux/extract-strings", "--pot", pot)
        if not content:
            yield said
            return
        yield from (f"xgettext: {line}" for line in said.splitlines() if "warning" in line)
        for language in lines_of("LINGUAS"):
            for po, reference in ((f"po/{language}.po", pot), (pot, f"po/{language}.po")):
                said, content = tell("msgcmp", "--use-untranslated", "--use-fuzzy", po, reference)
                if not content:
                    yield f"{po} lacks what {Path(reference).name} has; {REMEDY}"
                    yield from said.splitlines()


tap.run(
    potfiles_lists_every_file_with_words,
    every_translation_is_well_formed,
    no_translation_is_missing_or_doubtful,
    every_translation_is_up_to_date,
)
