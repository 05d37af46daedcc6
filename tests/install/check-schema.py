"""check-schema.py - the settings, and that the code uses no others. SPDX-License-Identifier: GPL-3.0-or-later

check-schema.py SCHEMA SOURCE-DIR
"""

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import tap

schema, source_dir = Path(sys.argv[1]), Path(sys.argv[2])
USE = re.compile(r'\bg_settings_(?:get|set|bind|reset|create_action)\w*\s*\(\s*[^,;"]+,\s*"([^"]+)"')


def the_compiler_accepts_it():
    tool = shutil.which("glib-compile-schemas")
    if not tool:
        raise tap.Skip("glib-compile-schemas isn't installed")
    done = subprocess.run([tool, "--strict", "--dry-run", schema.parent], stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode or done.stderr:
        yield from done.stderr.splitlines() or [f"status {done.returncode}"]


def every_key_says_what_it_is():
    for key in ET.parse(schema).getroot().iter("key"):
        if not key.findtext("summary"):
            yield f"{key.get('name')} has no summary"


def the_code_uses_no_other_keys():
    keys = {key.get("name") for key in ET.parse(schema).getroot().iter("key")}
    for file in sorted((source_dir / "src").rglob("*.c")):
        for name in USE.findall(file.read_text(encoding="utf-8")):
            if name not in keys:
                yield f"{file.relative_to(source_dir)}: {name}"


tap.run(the_compiler_accepts_it, every_key_says_what_it_is, the_code_uses_no_other_keys)
