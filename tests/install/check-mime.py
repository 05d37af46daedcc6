"""check-mime.py - a casebook is known by its name and by its first line. SPDX-License-Identifier: GPL-3.0-or-later

check-mime.py MIME.xml
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import tap

package = Path(sys.argv[1])
TYPE = "application/vnd.shanhai.casebook+jsonl"
FIRST_LINE = '{"record":"casebook","format":1,"title":"Test"}\n'

CASES = (
    # file name, content, is it a casebook?
    ("named.shanhai", FIRST_LINE, True),
    ("damaged.shanhai", "not JSON\n", True),
    ("nameless", FIRST_LINE, True),
    ("spaced", FIRST_LINE.replace('":', '": '), True),
    ("other", '{"record":"place","id":"place-a"}\n', False),
    ("text.txt", "casebook\n", False),
)


def gio_knows_casebooks():
    for tool in ("update-mime-database", "gio"):
        if not shutil.which(tool):
            raise tap.Skip(f"{tool} isn't installed")
    with tempfile.TemporaryDirectory() as folder:
        packages = Path(folder, "data", "mime", "packages")
        packages.mkdir(parents=True)
        shutil.copy(package, packages)
        # The system's own types as well: a casebook must win against text and JSON
        system = Path("/usr/share/mime/packages/freedesktop.org.xml")
        if system.exists():
            shutil.copy(system, packages)
        done = subprocess.run(["update-mime-database", packages.parent], stderr=subprocess.PIPE, text=True, check=False)
        if done.returncode:
            yield done.stderr
        env = dict(os.environ, XDG_DATA_DIRS=f"{folder}/data", XDG_DATA_HOME=f"{folder}/home", LC_ALL="C.UTF-8")
        for name, content, is_casebook in CASES:
            file = Path(folder, name)
            file.write_text(content, encoding="utf-8")
            told = subprocess.run(
                ["gio", "info", "--attributes=standard::content-type", file],
                env=env, stdout=subprocess.PIPE, text=True, check=True).stdout
            if (TYPE in told) != is_casebook:
                yield f"{name}: {told.splitlines()[-1].strip()}"


def its_name_is_in_chinese_too():
    # GIO looks for it under the name of the locale, and no other
    if '<comment xml:lang="zh_CN">' not in package.read_text(encoding="utf-8"):
        yield "no comment for zh_CN"


tap.run(gio_knows_casebooks, its_name_is_in_chinese_too)
