"""check-metainfo.py - what software centres show, by their rules and ours. SPDX-License-Identifier: GPL-3.0-or-later

check-metainfo.py METAINFO SOURCE-DIR VERSION
"""

import datetime
import re
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import tap

path, source_dir, version = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
root = ET.parse(path).getroot()
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SHOWN_WIDTH, SHOWN_HEIGHT = 1000, 700


def text(tag):
    return (root.findtext(tag) or "").strip()


def the_validator_accepts_it():
    if not shutil.which("appstreamcli"):
        raise tap.Skip("appstreamcli isn't installed")
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", "--no-color", path],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        yield from done.stdout.splitlines()


def names_and_ids_agree():
    app_id = text("id")
    if path.name != f"{app_id}.metainfo.xml":
        yield f"the id is {app_id}, the file {path.name}"
    if text("launchable") != f"{app_id}.desktop":
        yield f"it launches {text('launchable')}"
    if text("project_license") != "GPL-3.0-or-later":
        yield f"project_license is {text('project_license')}"
    developer = root.find("developer")
    if developer is None or not developer.get("id") or not developer.findtext("name"):
        yield "no developer with id and name"


def the_summary_is_short_and_plain():
    summary = text("summary")
    if not 10 <= len(summary) <= 35:
        yield f"{len(summary)} characters: {summary}"
    if summary.endswith(".") or re.match(r"(a|an|the) ", summary, re.IGNORECASE):
        yield f"an article or a full stop: {summary}"
    if re.search(r"GTK|GNOME", text("name") + summary):
        yield f"names a toolkit: {summary}"


def what_a_store_needs_is_there():
    for tag in ("content_rating[@type='oars-1.1']", "url[@type='homepage']", "url[@type='bugtracker']",
                "categories/category", "provides/mediatype", "description/p", "description/ul/li"):
        if root.find(tag) is None:
            yield f"no {tag}"
    schemes = {color.get("scheme_preference") for color in root.findall("branding/color")}
    if schemes != {"light", "dark"}:
        yield f"brand colours for {schemes}"


def the_newest_release_is_this_one():
    releases = root.findall("releases/release")
    if not releases or releases[0].get("version") != version:
        yield f"the program is {version}, the newest release {releases and releases[0].get('version')}"
    for release in releases:
        # A day's grace: the date is the maintainer's, whose day may have begun earlier
        if datetime.date.fromisoformat(release.get("date")) > datetime.date.today() + datetime.timedelta(days=1):
            yield f"{release.get('version')} is of {release.get('date')}, which is to come"
        if release.find("description") is None:
            yield f"{release.get('version')} has no notes"


def every_screenshot_is_a_picture_of_the_right_size():
    shots = root.findall("screenshots/screenshot")
    if not shots or shots[0].get("type") != "default":
        yield "no default screenshot"
    for shot in shots:
        if not shot.findtext("caption"):
            yield "a screenshot without a caption"
        languages = {image.get(LANG) for image in shot.findall("image")}
        if not languages >= {None, "zh-CN"}:
            yield f"{shot.findtext('caption')}: pictures for {languages}"
        for image in shot.findall("image"):
            name = image.text.rsplit("/", 1)[1]
            picture = source_dir / "data" / "screenshots" / name
            if not picture.exists():
                yield f"data/screenshots/{name} is missing"
                continue
            width, height = struct.unpack(">II", picture.read_bytes()[16:24])
            if width > SHOWN_WIDTH or height > SHOWN_HEIGHT:
                yield f"{name} is {width}×{height}, over {SHOWN_WIDTH}×{SHOWN_HEIGHT}"
            if (image.get("width"), image.get("height")) != (str(width), str(height)):
                yield f"{name} is {width}×{height}, not what is told of it"


def every_word_is_in_chinese_too():
    for parent in root.iter():
        for child in parent:
            if child.tag not in ("name", "summary", "p", "li", "caption") or child.get(LANG):
                continue
            if parent.tag == "developer" or not (child.text or "").strip():
                continue
            languages = [other.get(LANG) for other in parent if other.tag == child.tag]
            originals, chinese = languages.count(None), languages.count("zh_CN")
            if chinese != originals:
                yield f"{child.tag}: {originals} in English, {chinese} in Chinese: {' '.join(child.text.split())}"


tap.run(
    the_validator_accepts_it,
    names_and_ids_agree,
    the_summary_is_short_and_plain,
    what_a_store_needs_is_there,
    the_newest_release_is_this_one,
    every_screenshot_is_a_picture_of_the_right_size,
    every_word_is_in_chinese_too,
)
