"""check-desktop-entry.py - the desktop entry and its D-Bus service. SPDX-License-Identifier: GPL-3.0-or-later

check-desktop-entry.py ENTRY SERVICE
"""

import configparser
import shutil
import subprocess
import sys
from pathlib import Path

import tap

entry_path, service_path = map(Path, sys.argv[1:])


def read(path):
    parser = configparser.ConfigParser(interpolation=None, delimiters="=")
    parser.optionxform = str
    parser.read_string(path.read_text(encoding="utf-8"))
    return parser


def the_validator_accepts_it():
    if not shutil.which("desktop-file-validate"):
        raise tap.Skip("desktop-file-validate isn't installed")
    done = subprocess.run(["desktop-file-validate", entry_path], stdout=subprocess.PIPE, text=True, check=False)
    yield from done.stdout.splitlines()
    if done.returncode and not done.stdout:
        yield f"desktop-file-validate ended with {done.returncode}"


def its_words_are_in_chinese_too():
    entry = read(entry_path)["Desktop Entry"]
    for key in ("Name", "GenericName", "Comment", "Keywords"):
        if f"{key}[zh_CN]" not in entry:
            yield f"{key} has no Chinese"
    if not entry.get("Keywords[zh_CN]", ";").endswith(";"):
        yield "the Chinese keywords don't end with a semicolon"


def the_service_starts_what_the_entry_names():
    entry, service = read(entry_path)["Desktop Entry"], read(service_path)["D-BUS Service"]
    app_id = entry_path.stem
    if entry.get("DBusActivatable") != "true":
        yield "the entry isn't activated over D-Bus, but a service is installed"
    if service["Name"] != app_id or service_path.stem != app_id:
        yield f"the service is {service['Name']} in {service_path.name}, the entry {app_id}"
    program, *arguments = service["Exec"].split()
    if not Path(program).is_absolute() or arguments != ["--gapplication-service"]:
        yield f"Exec={service['Exec']}"
    if Path(program).name != entry["Exec"].split()[0]:
        yield f"the service starts {program}, the entry {entry['Exec']}"
    if entry["Icon"] != app_id:
        yield f"Icon={entry['Icon']}"


tap.run(the_validator_accepts_it, its_words_are_in_chinese_too, the_service_starts_what_the_entry_names)
