"""check-installed.py - what `meson install` puts where. SPDX-License-Identifier: GPL-3.0-or-later

check-installed.py BUILD-DIR SOURCE-DIR PREFIX VERSION MESON...
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import tap

build_dir, source_dir, prefix, version = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4]
meson = sys.argv[5:]
ID = "io.github.shanhai.Shanhai"

INSTALLED = (
    "bin/shanhai",
    "bin/shanhai-cli",
    f"share/applications/{ID}.desktop",
    f"share/metainfo/{ID}.metainfo.xml",
    f"share/dbus-1/services/{ID}.service",
    f"share/glib-2.0/schemas/{ID}.gschema.xml",
    f"share/icons/hicolor/scalable/apps/{ID}.svg",
    f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
    f"share/icons/hicolor/scalable/mimetypes/{ID}-casebook.svg",
    f"share/mime/packages/{ID}.xml",
    "share/locale/zh_CN/LC_MESSAGES/shanhai.mo",
    "share/shanhai/examples/example.shanhai",
)

folder = tempfile.TemporaryDirectory()
root = Path(folder.name + prefix)


def everything_has_its_place():
    done = subprocess.run(
        meson + ["install", "-C", build_dir, "--no-rebuild", "--quiet"],
        env=dict(os.environ, DESTDIR=folder.name),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        yield from done.stdout.splitlines()
    installed = {file.relative_to(root).as_posix() for file in root.rglob("*") if file.is_file()}
    yield from (f"{file} is missing" for file in INSTALLED if file not in installed)
    yield from (f"{file} is installed, but not expected" for file in sorted(installed - set(INSTALLED)))


def programs_tell_their_version():
    for program in ("shanhai", "shanhai-cli"):
        done = subprocess.run(
            [root / "bin" / program, "--version"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
        if done.returncode or version not in done.stdout or done.stderr:
            yield f"{program} --version: status {done.returncode}, {done.stdout!r}, {done.stderr!r}"


def the_example_is_read_from_its_place():
    done = subprocess.run(
        [root / "bin/shanhai-cli", "list", root / "share/shanhai/examples/example.shanhai", "--type", "case", "--format", "json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode or done.stdout.count('"record":"case"') < 4 or done.stderr:
        yield f"status {done.returncode}, {done.stdout[:200]!r}, {done.stderr!r}"


def the_flatpak_may_do_no_more_than_it_must():
    for name in (ID, f"{ID}.Devel"):
        manifest = (source_dir / "flatpak" / f"{name}.yml").read_text(encoding="utf-8")
        granted = re.search(r"^finish-args:\n((?: +-.*\n)+)", manifest, re.MULTILINE)[1].split("\n")
        granted = ["--" + argument.strip(" -") for argument in granted if argument]
        wanted = ["--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri"]
        if sorted(granted) != sorted(wanted):
            yield f"{name} may {granted}"
        if f"\nid: {name}\n" not in manifest:
            yield f"{name}.yml is of another id"


tap.run(
    everything_has_its_place,
    programs_tell_their_version,
    the_example_is_read_from_its_place,
    the_flatpak_may_do_no_more_than_it_must,
)
