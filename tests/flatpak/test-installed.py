#!/usr/bin/env python3
"""test-installed.py - Shanhai as a Flatpak, as a person meets it. SPDX-License-Identifier: GPL-3.0-or-later

test-installed.py portals|older|bare|alone SOURCE-DIR

Runs inside a session that tests/flatpak/run makes: an X server and a session bus, with the portals (portals), with those of
before 2023 (older), or without (bare; alone where no other can be had). Starts the installed program from its desktop entry, and goes to files as the sandbox lets it. Prints TAP.
"""

import os
import re
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import xml.etree.ElementTree
from pathlib import Path

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "desktop"))
from desktop import Desktop, Missing, Node, ROOT  # noqa: E402

from gi.repository import Gio, GLib  # noqa: E402  # after desktop.py, which skips where there is none
from Xlib import X  # noqa: E402
from Xlib.protocol import event  # noqa: E402

ID = "io.github.shanhai.Shanhai"
PATH = "/io/github/shanhai/Shanhai"
MIME = "application/vnd.shanhai.casebook+jsonl"
CASE = "Huli (Xiamen) → Dongxiang (Linxia)"
PERMISSIONS = {"shared=ipc;", "sockets=fallback-x11;wayland;", "sockets=wayland;fallback-x11;",
               "sockets=x11;wayland;fallback-x11;", "devices=dri;"}
PNG = b"\x89PNG\r\n\x1a\n"
FIRST_LINE = '{"record":"casebook","format":1,"title":"%s"}\n'


class Skip(Exception):
    """Raised by a test that can't run here, with the reason."""


class Session(Desktop):
    """The desktop that is there already, with a window manager added."""

    def _begin(self):
        self.home = os.environ["HOME"]
        self.env = dict(os.environ, GTK_A11Y="atspi")
        self._spawn(["metacity", "--sm-disable", "--no-composite"])
        root = self.x.screen().root
        managed = self.x.intern_atom("_NET_SUPPORTING_WM_CHECK")
        self.wait(lambda: root.get_full_property(managed, X.AnyPropertyType), "the window manager", 30)
        self.bus = self._connect(os.environ["DBUS_SESSION_BUS_ADDRESS"])
        address = self.bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                     Gio.DBusCallFlags.NONE, 20000, None).unpack()[0]
        self.a11y = self._connect(address)
        # what the bus starts gets the environment of a desktop, too
        names = ("DISPLAY", "XAUTHORITY", "XDG_RUNTIME_DIR", "XDG_DATA_DIRS", "FLATPAK_USER_DIR", "HOME", "GSK_RENDERER",
                 "XDG_CURRENT_DESKTOP", "DBUS_SESSION_BUS_ADDRESS", "LANGUAGE", "LANG", "G_DEBUG", "PATH")
        self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                           "UpdateActivationEnvironment",
                           GLib.Variant("(a{ss})", ({name: os.environ[name] for name in names if name in os.environ},)),
                           None, Gio.DBusCallFlags.NONE, -1, None)

    def __exit__(self, *exception):
        for process in reversed(self.processes):
            process.terminate()
            process.wait()

    def wait(self, condition, what, timeout=60):
        """Less patient than the tests that run under sanitizers; but a portal's first dialog takes a busy machine half a minute."""
        return super().wait(condition, what, min(timeout, 90))

    def shanhai_windows(self):
        """The windows of the program under test, and none of a portal's."""
        found = []
        for application in Node(self, "org.a11y.atspi.Registry", ROOT).children:
            try:
                if application.name == "shanhai":
                    found += [window for window in application.children if "visible" in window.states]
            except GLib.Error:
                continue
        return found

    def bring_up(self, title, program=""):
        """Gives a window the keyboard, as a click on its title does: what a portal opens may come up behind."""
        root = self.x.screen().root
        atom = self.x.intern_atom

        def look():
            for number in root.get_full_property(atom("_NET_CLIENT_LIST"), X.AnyPropertyType).value:
                window = self.x.create_resource_object("window", number)
                name = window.get_full_property(atom("_NET_WM_NAME"), X.AnyPropertyType)
                if program and program not in " ".join(window.get_wm_class() or ()).lower():
                    continue
                if name and title in (name.value if isinstance(name.value, str) else name.value.decode("utf-8", "replace")):
                    return window
            return None

        window = self.wait(look, "a window “%s”" % title)
        root.send_event(event.ClientMessage(window=window, client_type=atom("_NET_ACTIVE_WINDOW"), data=(32, [2, 0, 0, 0, 0])),
                        event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        self.wait(lambda: root.get_full_property(atom("_NET_ACTIVE_WINDOW"), X.AnyPropertyType).value[0] == window.id,
                  "“%s” to come up" % title)

    def running(self):
        return self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                                  GLib.Variant("(s)", (ID,)), None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0]

    def quit(self):
        """Ends the program as its menu does, so that the next part begins anew."""
        if self.running():
            self.bus.call_sync(ID, PATH, "org.gtk.Actions", "Activate", GLib.Variant("(sava{sv})", ("quit", [], {})), None,
                               Gio.DBusCallFlags.NONE, 20000, None)
            self.wait(lambda: not self.running(), "the program to end")


class FileManager:
    """The desktop's file manager, as far as a portal asks it to show files."""

    INTERFACE = ("<node><interface name='org.freedesktop.FileManager1'><method name='ShowItems'><arg type='as'/><arg type='s'/></method>"
                 "</interface></node>")

    def __init__(self, bus):
        self.shown = []
        interface = Gio.DBusNodeInfo.new_for_xml(self.INTERFACE).interfaces[0]
        bus.register_object("/org/freedesktop/FileManager1", interface, self._called, None, None)
        bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                      GLib.Variant("(su)", ("org.freedesktop.FileManager1", 0)), None, Gio.DBusCallFlags.NONE, -1, None)

    def _called(self, _bus, _sender, _path, _interface, _method, arguments, invocation):
        self.shown += arguments.unpack()[0]
        invocation.return_value(None)

    def was_asked(self):
        while GLib.MainContext.default().iteration(False):
            pass
        return self.shown


def run(*arguments, **options):
    done = subprocess.run([str(argument) for argument in arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          stdin=options.pop("stdin", subprocess.DEVNULL), timeout=120, check=False, **options)
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")


def inside(command, *arguments, **options):
    """Runs a command inside the sandbox."""
    return run("flatpak", "run", "--command=" + command, ID, *arguments, **options)


def shell(script):
    return inside("sh", "-c", script)


def expect(condition, what):
    if not condition:
        raise Missing(what if isinstance(what, str) else repr(what))


class Proof:
    def __init__(self, desktop, source):
        self.desktop, self.source = desktop, Path(source)
        self.home = Path(os.environ["HOME"])
        self.folder = Path(tempfile.mkdtemp(prefix="papers", dir=self.home))
        self.example = (self.source / "data/examples/example.shanhai").read_bytes()
        self.exported = None

    def book(self, name):
        path = self.folder / name
        path.write_bytes(self.example)
        return path

    # --- what was installed

    def it_may_do_no_more_than_it_must(self):
        status, told, error = run("flatpak", "info", "--show-permissions", ID)
        expect(status == 0, error)
        lines = {line for line in told.decode().split("\n") if line and not line.startswith("[")}
        expect(lines and lines <= PERMISSIONS, "it may %s" % sorted(lines - PERMISSIONS))

    def only_what_users_need_is_in_it(self):
        status, listing, error = shell("cd /app && find . -type f -printf '%P %s\\n'")
        expect(status == 0, error)
        files = dict(line.rsplit(" ", 1) for line in listing.decode().splitlines())
        more = [name for name in files if re.search(r"\.(h|a|la|pc|gir|typelib|c|debug)$|^lib/|^include/|/test-|/doc/", name)]
        expect(not more, "not for users: %s" % more)
        size = sum(map(int, files.values()))
        print("# %d files, %.1f MB" % (len(files), size / 1e6))
        expect(size < 12e6, "%d bytes" % size)

    def the_desktop_finds_it_in_chinese_too(self):
        entry = None
        for folder in os.environ["XDG_DATA_DIRS"].split(":"):
            path = Path(folder, "applications", ID + ".desktop")
            if path.exists():
                entry = path
                break
        expect(entry, "no desktop entry was exported")
        info = Gio.DesktopAppInfo.new(ID + ".desktop")
        expect(info and info.get_name() == "Shanhai", "its name: %s" % (info and info.get_name()))
        script = "from gi.repository import Gio; print(Gio.DesktopAppInfo.new('%s.desktop').get_name())" % ID
        status, told, error = run(sys.executable, "-c", script, env=dict(os.environ, LANGUAGE="zh_CN"))
        expect(told.decode().strip() == "山海", told + error.encode())
        icon = info.get_icon().to_string()
        exported = entry.parents[1] / "icons" / "hicolor"
        for place in ("scalable/apps/%s.svg", "symbolic/apps/%s-symbolic.svg", "scalable/mimetypes/%s-casebook.svg"):
            expect((exported / (place % icon)).exists(), "no %s" % (exported / (place % icon)))

    def the_file_type_is_known_and_opens_with_it(self):
        file = self.book("known.shanhai")
        status, told, error = run("gio", "info", "--attributes=standard::content-type,standard::icon", file)
        expect(MIME.encode() in told and (ID + "-casebook").encode() in told, told.decode() + error)
        status, told, error = run("gio", "mime", MIME)
        expect((ID + ".desktop").encode() in told, told.decode() + error)
        script = "from gi.repository import Gio; print(Gio.content_type_get_description('%s'))" % MIME
        for language, words in (("en", "Shanhai casebook"), ("zh_CN", "山海案卷")):
            status, told, error = run(sys.executable, "-c", script, env=dict(os.environ, LANGUAGE=language))
            expect(told.decode().strip() == words, "in %s: %s%s" % (language, told.decode(), error))

    # --- the sandbox

    def the_command_line_works(self):
        example = self.example
        status, cases, error = inside("shanhai-cli", "list", "-", "--type", "case", "--format", "json",
                                      stdin=self._reading(example))
        expect(status == 0 and cases.count(b'"record":"case"') >= 4, "%d %s" % (status, error))
        case = re.search(rb'"id":"([^"]+)"', cases)[1].decode()
        status, chart, error = inside("shanhai-cli", "chart", "-", "--kind", "poverty", "--case", case, "--lang", "zh_CN",
                                      "--format", "svg", "--output", "-", stdin=self._reading(example))
        expect(status == 0, error)
        root = xml.etree.ElementTree.fromstring(chart)
        expect(root.tag.endswith("}svg") and len(list(root.iter())) > 20, "%s" % root.tag)
        status, told, error = inside("shanhai-cli", "list", "-", stdin=self._reading(b"no casebook\n"))
        expect(status == 2 and len(error.strip().splitlines()) == 1, "%d %r" % (status, error))

    def _reading(self, content):
        stream = tempfile.TemporaryFile()
        stream.write(content)
        stream.seek(0)
        return stream

    def nothing_outside_can_be_read_or_written(self):
        secret = self.folder / "secret"
        secret.write_text("not for programs")
        status, told, error = shell("cat '%s'" % secret)
        expect(status != 0 and b"not for" not in told, "it read a file of the person's")
        status, told, error = inside("shanhai-cli", "list", self.book("outside.shanhai"))
        expect(status == 2 and not told, "%d %r" % (status, told[:80]))
        for place in (self.folder / "new", self.home / "new", "/usr/new", "/app/new", "/etc/new"):
            shell("echo x > '%s'" % place)
            expect(not Path(place).exists(), "it wrote %s" % place)
        status, told, error = shell("cat /etc/passwd; ls /root /home '%s'" % self.home)
        expect(str(secret.name).encode() not in told, "it lists the home folder")

    def there_is_no_network(self):
        server = socket.create_server(("127.0.0.1", 0))
        came = []

        def answer():
            try:
                came.append(server.accept())
            except OSError:
                pass

        threading.Thread(target=answer, daemon=True).start()
        status, told, error = inside("bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/%d && echo in" % server.getsockname()[1])
        server.close()
        expect(status != 0 and b"in" not in told and not came, "it reached a server on this machine")
        status, told, error = shell("tail -n +3 /proc/net/dev")
        names = [line.split(":")[0].strip() for line in told.decode().splitlines()]
        expect(set(names) <= {"lo"}, "it has %s" % names)

    def kept(self, folder, stem):
        """What the program keeps for itself of a document, which has to outlive the sandbox."""
        return sorted((self.home / ".var/app" / ID / ".local/state/shanhai" / folder).glob(stem + "-*"))

    def what_it_keeps_lies_where_it_stays(self):
        # an older Flatpak doesn't say where
        for number, options in enumerate(([], ["--env=XDG_STATE_HOME="])):
            script = ("cd $XDG_CACHE_HOME && cp /app/share/shanhai/examples/example.shanhai kept%d.shanhai && "
                      "printf '%%s\\n' '{\"record\":\"place\",\"id\":\"place-new\",\"name\":{\"en\":\"New\"}}' > change.jsonl && "
                      "shanhai-cli apply kept%d.shanhai change.jsonl && grep -c place-new kept%d.shanhai" % ((number,) * 3))
            status, told, error = run("flatpak", "run", *options, "--command=sh", ID, "-c", script)
            expect(status == 0 and told.strip() == b"1", "%r %s" % (told, error))
            copies = self.kept("backups", "kept%d" % number)
            expect([copy.read_bytes() for copy in copies] == [self.example], "%s" % copies)

    # --- the window

    def launch(self):
        tool = next((tool for tool in ("gtk-launch", "gtk4-launch") if shutil.which(tool)), None)
        if tool:
            status, told, error = run(tool, ID)
        else:
            status, told, error = run("gapplication", "launch", ID)
        expect(status == 0, error)

    def tree(self):
        return "\n".join(repr(node) for window in self.desktop.shanhai_windows() for node in window.walk())

    def window(self, name, role="label"):
        """The window that has this in it."""
        def look():
            for window in self.desktop.shanhai_windows():
                if next(self.desktop.all(role, name, window), None) is not None:
                    return window
            return None
        return self.desktop.wait(look, "a window with %r" % (name,))

    def retitle(self, name, title):
        """Gives the casebook another title, with the keyboard: something that could be lost."""
        self.desktop.bring_up(name)
        self.window(re.compile("^" + re.escape(name))).act("win.casebook-properties")
        self.desktop.bring_up("Casebook Properties")
        self.desktop.press("Alt+c")
        self.desktop.press("Control+a")
        self.desktop.type(title)
        self.desktop.press("Return")
        return self.window(name + " · changed")

    def it_starts_from_its_desktop_entry(self):
        began = time.monotonic()
        self.launch()
        self.desktop.find("button", re.compile("Open the Example$"))
        print("# the window came after %.1f s" % (time.monotonic() - began))
        expect(len(self.desktop.shanhai_windows()) == 1, "%d windows" % len(self.desktop.shanhai_windows()))

    def it_shows_the_example(self):
        self.desktop.find("button", re.compile("Open the Example$")).act()
        self.desktop.find("list item", CASE)
        self.desktop.find("label", "example.shanhai")

    def a_second_start_raises_the_window(self):
        other = self.desktop.x.screen().root.create_window(0, 0, 1000, 800, 0, self.desktop.x.screen().root_depth)
        other.set_wm_name("in front")
        other.map()
        self.desktop.x.sync()
        shown = self.desktop.shanhai_windows()[0]
        self.desktop.wait(lambda: "active" not in shown.states, "another window to come in front")
        self.launch()
        self.desktop.wait(lambda: "active" in shown.states, "the window to come up again")
        expect(len(self.desktop.shanhai_windows()) == 1, "a second window")
        other.destroy()
        self.desktop.x.sync()

    def choose(self, title, path, shown_name=None):
        """Types a path into the dialog of the portal."""
        self.desktop.bring_up(title, "portal")

        def dialog():
            for application in Node(self.desktop, "org.a11y.atspi.Registry", ROOT).children:
                if "portal" in application.name:
                    for window in application.children:
                        if "active" in window.states:
                            return window
            return None
        window = self.desktop.wait(dialog, "the dialog of the portal")
        def entry():
            return next((node for node in self.desktop.all("text", within=window) if "focused" in node.states), None)
        if shown_name is None:
            self.desktop.press("Control+l")
        self.desktop.wait(entry, "a place to type in")
        if shown_name is not None:
            self.desktop.wait(lambda: re.search(shown_name, entry().text), "the proposed name")
        self.desktop.press("Control+a")
        self.desktop.type(str(path))
        self.desktop.wait(lambda: entry().text == str(path), "the path to be typed")
        # the list of names that go on like this takes the first key
        self.desktop.press("Return")
        try:
            self.desktop.wait(lambda: dialog() is None, "the dialog to go", 2)
        except Missing:
            self.desktop.find("push button", re.compile("^(Open|Save)$"), window).act()
            self.desktop.wait(lambda: dialog() is None, "the dialog to go")

    def a_casebook_opens_through_the_portal(self):
        book = self.book("report.shanhai")
        before = os.listdir(self.folder)
        self.desktop.press("Control+o")
        self.choose("Open a Casebook", book)
        window = self.window("report.shanhai")
        self.desktop.find("list item", CASE, window)
        expect("/run/" not in self.tree() and "/doc/" not in self.tree(), "a path of the portal is shown")
        expect(sorted(os.listdir(self.folder)) == sorted(before), "something was left beside it")

    def it_saves_it_under_another_name(self):
        self.desktop.bring_up("report.shanhai")
        path = self.folder / "copy.shanhai"
        before = set(os.listdir(self.folder))
        self.desktop.press("Control+Shift+s")
        self.choose("Save the Casebook", path, r"report")
        self.window("copy.shanhai")
        self.desktop.wait(lambda: path.exists() and path.read_bytes() == self.example, "the copy to be written")
        expect(set(os.listdir(self.folder)) - before == {"copy.shanhai"},
               "beside it: %s" % (set(os.listdir(self.folder)) - before))

    def it_saves_it_again(self):
        before = os.stat(self.folder / "copy.shanhai").st_mtime_ns
        self.desktop.press("Control+s")
        self.desktop.wait(lambda: os.stat(self.folder / "copy.shanhai").st_mtime_ns != before, "the file to be written")
        time.sleep(0.5)
        expect((self.folder / "copy.shanhai").read_bytes() == self.example, "it isn't what it was")
        expect(not [name for name in os.listdir(self.folder) if name.startswith(".")], "something hidden is left")

    def show_chart(self):
        window = self.window("copy.shanhai")
        row = next(node for node in self.desktop.find("list item", CASE, window).walk()
                   if "case.show" in actions(node))
        row.act("case.show")
        self.desktop.find("tab", "Outcomes", window).act()
        self.desktop.find("image", re.compile("poverty rate"), window)

    def export(self, name):
        self.desktop.bring_up("copy.shanhai")
        self.desktop.press("Control+e")
        self.desktop.find("button", re.compile("Export…$")).act()
        self.choose("Export the Chart", self.folder / name, r"\.svg$")
        self.exported = self.folder / name
        self.desktop.wait(lambda: self.exported.exists() and self.exported.stat().st_size > 0, "the picture")

    def a_chart_is_exported_as_svg(self):
        self.show_chart()
        self.export("chart.svg")
        root = xml.etree.ElementTree.parse(self.folder / "chart.svg").getroot()
        title = root.findtext("{http://www.w3.org/2000/svg}title") or ""
        expect("38.74%" in title and len(list(root.iter())) > 20, "it is of %r" % title)

    def a_chart_is_exported_as_png(self):
        self.export("chart.png")
        content = (self.folder / "chart.png").read_bytes()
        width, height = struct.unpack(">II", content[16:24])
        expect(content.startswith(PNG) and content.endswith(b"IEND\xaeB`\x82"), "it isn't a whole PNG")
        expect(width >= 600 and height >= 400, "%d × %d" % (width, height))

    def its_folder_is_shown_where_it_really_lies(self):
        manager = FileManager(self.desktop.bus)
        # it is offered for a few seconds only, which go by while a busy machine tells what is in the window
        try:
            button = self.desktop.find("button", re.compile("Open Folder$"), timeout=5)
        except Missing:
            self.export("again.png")
            try:
                button = self.desktop.find("button", re.compile("Open Folder$"), timeout=5)
            except Missing:
                raise Skip("the machine is too slow to press what is offered for a few seconds") from None
        button.act()
        self.desktop.wait(manager.was_asked, "the file manager to be asked")
        expect(manager.shown == [self.exported.as_uri()], "%s" % manager.shown)

    def settings_stay(self):
        self.desktop.quit()
        kept = list((self.home / ".var/app" / ID / "config").rglob("*"))
        content = "".join(file.read_text(errors="replace") for file in kept if file.is_file())
        expect("page=" in content and "window-width" in content, "%s" % kept)
        expect("/doc/" not in content, "a folder of the portal was kept")

    def what_was_opened_last_is_offered(self):
        self.launch()
        row = self.desktop.find("list item", "copy.shanhai")
        self.desktop.find("list item", "report.shanhai")
        expect("/run/" not in self.tree() and "/doc/" not in self.tree(), "a path of the portal is shown")
        for _ in range(30):
            if "focused" in row.states:
                break
            self.desktop.press("Tab")
            time.sleep(0.1)
            # within the list the arrows lead on
            if any("focused" in node.states for node in self.desktop.all("list item")) and "focused" not in row.states:
                self.desktop.press("Down")
                time.sleep(0.1)
        self.desktop.press("Return")
        window = self.window("copy.shanhai")
        self.desktop.find("list item", CASE, window)
        self.desktop.quit()

    # --- from a file manager

    def a_file_manager_opens_a_casebook(self):
        book = self.book("五省案卷 2026.shanhai")
        status, told, error = run("gio", "open", book)
        expect(status == 0, error)
        window = self.window(book.name)
        self.desktop.find("list item", CASE, window)
        expect("/run/" not in self.tree() and "/doc/" not in self.tree(), "a path of the portal is shown")
        expect(len(self.desktop.shanhai_windows()) == 1, "%d windows" % len(self.desktop.shanhai_windows()))

    def tells_origins(self):
        """Whether this portal tells that two documents are one file: the file manager asks for another one each time."""
        book = self.folder / "五省案卷 2026.shanhai"
        status, told, error = run("flatpak", "document-export", "--app=" + ID, "--allow-read", book)
        status, told, error = inside("gio", "info", "--attributes=xattr::document-portal.host-path", told.decode().strip())
        return b"host-path" in told

    def the_same_again_raises_its_window(self):
        if not self.tells_origins():
            raise Skip("this portal doesn't tell whether two documents are one file")
        run("gio", "open", self.folder / "五省案卷 2026.shanhai")
        time.sleep(2)
        expect(len(self.desktop.shanhai_windows()) == 1,
               "%s, %s" % (self.desktop.shanhai_windows(), run("flatpak", "documents")))

    def what_was_not_saved_outlives_the_program(self):
        book = self.book("journal.shanhai")
        before = sorted(os.listdir(self.folder))
        run("gio", "open", book)
        self.window("journal.shanhai")
        self.retitle("journal.shanhai", "another title")
        self.desktop.wait(lambda: any(b"another title" in file.read_bytes() for file in self.kept("journals", "journal")),
                          "the change in the journal")
        status, told, error = run("flatpak", "kill", ID)
        expect(status == 0, error)
        self.desktop.wait(lambda: not self.desktop.running(), "the program to die")
        expect(book.read_bytes() == self.example and sorted(os.listdir(self.folder)) == before, "%s" % os.listdir(self.folder))
        run("gio", "open", book)
        self.desktop.find("label", re.compile("^1 unsaved change from .* was brought back"))
        window = self.window("journal.shanhai · changed")
        expect("/run/" not in self.tree() and "/doc/" not in self.tree(), "a path of the portal is shown")
        self.desktop.bring_up("journal.shanhai")
        self.desktop.press("Control+s")
        self.desktop.wait(lambda: b"another title" in book.read_bytes(), "the file to be written")
        expect(b"another title" in book.read_bytes().split(b"\n")[0], "%r" % book.read_bytes()[:200])
        expect(sorted(os.listdir(self.folder)) == before, "beside it: %s" % os.listdir(self.folder))
        self.desktop.wait(lambda: not self.kept("journals", "journal"), "the journal to go")
        earlier = self.kept("backups", "journal")
        expect([copy.read_bytes() for copy in earlier] == [self.example], "%s" % earlier)

    def its_earlier_versions_are_found(self):
        if not self.tells_origins():
            raise Skip("this portal doesn't tell whether two documents are one file")
        self.desktop.quit()
        run("gio", "open", self.folder / "journal.shanhai")
        self.window("journal.shanhai").act("win.show-versions")
        self.desktop.find("button", re.compile("^Restore"))
        self.desktop.press("Escape")

    def a_damaged_one_is_read_as_far_as_it_goes(self):
        book = self.folder / "damaged.shanhai"
        book.write_bytes(self.example[:20000])
        run("gio", "open", book)
        window = self.window("damaged.shanhai")
        self.desktop.find("label", re.compile("couldn’t be read, so the casebook is open for reading only"), window)
        expect(book.read_bytes() == self.example[:20000], "it was changed")

    def a_foreign_one_is_told_apart(self):
        book = self.folder / "picture.shanhai"
        content = PNG + bytes(range(256)) * 20
        book.write_bytes(content)
        before = len(self.desktop.shanhai_windows())
        run("gio", "open", book)
        message = self.desktop.find("label", re.compile("^picture.shanhai:")).name
        expect("picture" in message.split(":", 1)[1] and "/run/" not in message, message)
        expect(book.read_bytes() == content, "it was changed")
        expect(self.desktop.running() and len(self.desktop.shanhai_windows()) <= before + 1, "it went")

    def open_document(self, path, *permissions):
        """Hands a document to the program with just these permissions; its path inside."""
        status, told, error = run("flatpak", "document-export", "--app=" + ID, *permissions, path)
        expect(status == 0, error)
        shown = told.decode().strip()
        self.desktop.bus.call_sync(ID, PATH, "org.freedesktop.Application", "Open",
                                   GLib.Variant("(asa{sv})", ([Gio.File.new_for_path(shown).get_uri()], {})), None,
                                   Gio.DBusCallFlags.NONE, 60000, None)
        window = self.window(os.path.basename(shown))
        self.desktop.find("list item", CASE, window)
        return shown, window

    def complaint(self, window, name):
        """What the program says of a file that couldn't be written."""
        def alert():
            return next((node.name for node in self.desktop.all("alert", re.compile(re.escape(name)), window)), None)
        message = self.desktop.wait(alert, "a sentence about %s" % name)
        expect(not message.startswith("Saved"), message)
        return message

    def failed_save(self, window, path, why):
        """Saves, and expects a sentence about it that has these words; nothing gets lost or left."""
        before = {name: os.stat(self.folder / name).st_size for name in os.listdir(self.folder)}
        self.desktop.bring_up(path.name)
        self.desktop.press("Control+s")
        message = self.complaint(window, path.name)
        expect("/run/" not in message and why in message, message)
        after = {name: os.stat(self.folder / name).st_size for name in os.listdir(self.folder)}
        return before, after

    def a_read_only_document_stays_as_it_is(self):
        book = self.book("locked.shanhai")
        shown, window = self.open_document(book, "--allow-read", "--forbid-write", "--forbid-delete", "--forbid-grant-permission")
        before, after = self.failed_save(window, book, "for reading only")
        expect(before == after and book.read_bytes() == self.example, "%s" % after)

    def a_revoked_document_is_told(self):
        book = self.book("revoked.shanhai")
        shown, window = self.open_document(book, "--allow-read", "--allow-write")
        self.retitle("revoked.shanhai", "not lost")
        status, told, error = run("flatpak", "document-unexport", book)
        expect(status == 0, error)
        before, after = self.failed_save(window, book, "withdrawn")
        expect(before == after and book.read_bytes() == self.example, "%s" % after)
        # everything is in the window, and goes to another file
        self.window("revoked.shanhai · changed")
        rescued = self.folder / "rescued.shanhai"
        self.desktop.press("Control+Shift+s")
        self.choose("Save the Casebook", rescued, r"revoked")
        self.window("rescued.shanhai")
        self.desktop.wait(lambda: rescued.exists() and b"not lost" in rescued.read_bytes(), "the change in another file")

    def a_full_disk_is_told(self):
        disk = self.folder / "disk"
        disk.mkdir()
        status, told, error = run("mount", "-t", "tmpfs", "-o", "size=%dk" % (len(self.example) // 1024 + 30), "tmpfs", disk)
        expect(status == 0, error)
        book = disk / "full.shanhai"
        book.write_bytes(self.example)
        try:
            shown, window = self.open_document(book, "--allow-read", "--allow-write")
            self.retitle("full.shanhai", "a longer title than there was " * 4)
            with open(disk / "ballast", "wb", buffering=0) as ballast:
                try:
                    while ballast.write(bytes(4096)):
                        pass
                except OSError:
                    pass
            before, after = self.failed_save(window, book, "full")
            expect(book.read_bytes() == self.example, "the file was harmed: %d bytes" % book.stat().st_size)
            expect(sorted(os.listdir(disk)) == ["ballast", "full.shanhai"], "%s" % os.listdir(disk))
            self.window("full.shanhai · changed")
            # with room again it is saved as if nothing had been
            (disk / "ballast").unlink()
            run("mount", "-o", "remount,size=4m", disk)
            self.desktop.bring_up("full.shanhai")
            self.desktop.press("Control+s")
            self.desktop.wait(lambda: b"a longer title" in book.read_bytes(), "the file to be written")
        finally:
            run("umount", "-l", disk)

    # --- a desktop whose portals don't tell which file a document is

    def the_same_again_is_another_window(self):
        book = self.book("五省案卷 2026.shanhai")
        for number in (1, 2):
            run("gio", "open", book)
            self.desktop.wait(lambda: len(self.desktop.shanhai_windows()) == number, "window %d" % number)
            if number == 1 and self.tells_origins():
                raise Skip("this portal tells that two documents are one file")

    def neither_window_writes_over_the_other(self):
        book = self.folder / "五省案卷 2026.shanhai"
        if len(self.desktop.shanhai_windows()) != 2:
            raise Skip("there is one window only")
        self.retitle(book.name, "first")
        self.desktop.press("Control+s")
        self.desktop.wait(lambda: b"first" in book.read_bytes(), "the file to be written")
        self.desktop.press("Control+w")
        self.desktop.wait(lambda: len(self.desktop.shanhai_windows()) == 1, "its window to go")
        self.retitle(book.name, "second")
        content = book.read_bytes()
        self.desktop.press("Control+s")
        self.desktop.find(None, re.compile("changed (by somebody else|this file)"))
        expect(book.read_bytes() == content, "it was written over")

    # --- a desktop without portals

    def without_a_portal_it_says_so(self):
        self.launch()
        self.desktop.find("button", re.compile("Open the Example$"))
        self.desktop.press("Control+o")
        began = time.monotonic()
        self.desktop.find("label", re.compile("xdg-desktop-portal"), timeout=30)
        print("# said after %.1f s" % (time.monotonic() - began))
        self.desktop.press("Escape")
        self.desktop.gone("label", re.compile("xdg-desktop-portal"))

    def it_stays_usable(self):
        self.desktop.find("button", re.compile("Open the Example$")).act()
        self.desktop.find("list item", CASE)
        self.desktop.press("Control+Shift+s")
        self.desktop.find("label", re.compile("xdg-desktop-portal"), timeout=30)

    def tests(self, kind):
        if kind == "older":
            return [self.the_same_again_is_another_window, self.neither_window_writes_over_the_other,
                    self.what_was_not_saved_outlives_the_program]
        without_a_portal = [self.without_a_portal_it_says_so, self.it_stays_usable]
        if kind == "bare":
            return without_a_portal
        without_documents = [self.it_may_do_no_more_than_it_must, self.only_what_users_need_is_in_it,
                             self.the_desktop_finds_it_in_chinese_too, self.the_file_type_is_known_and_opens_with_it,
                             self.the_command_line_works, self.nothing_outside_can_be_read_or_written,
                             self.there_is_no_network, self.what_it_keeps_lies_where_it_stays]
        if kind == "alone":
            return without_documents + without_a_portal
        return without_documents + [
                self.it_starts_from_its_desktop_entry, self.it_shows_the_example, self.a_second_start_raises_the_window,
                self.a_casebook_opens_through_the_portal, self.it_saves_it_under_another_name, self.it_saves_it_again,
                self.a_chart_is_exported_as_svg, self.a_chart_is_exported_as_png,
                self.its_folder_is_shown_where_it_really_lies, self.settings_stay, self.what_was_opened_last_is_offered,
                self.a_file_manager_opens_a_casebook, self.the_same_again_raises_its_window,
                self.what_was_not_saved_outlives_the_program, self.its_earlier_versions_are_found,
                self.a_damaged_one_is_read_as_far_as_it_goes, self.a_foreign_one_is_told_apart,
                self.a_read_only_document_stays_as_it_is, self.a_revoked_document_is_told, self.a_full_disk_is_told]


def actions(node):
    try:
        return [entry[0] for entry in node.call("org.a11y.atspi.Action", "GetActions")[0]]
    except GLib.Error:
        return []


def main():
    kind, source = sys.argv[1:3]
    failed = 0
    with Session() as desktop:
        proof = Proof(desktop, source)
        only = sys.argv[3:]
        for test in proof.tests(kind):
            name = test.__name__.replace("_", " ")
            if only and test.__name__ not in only:
                continue
            try:
                test()
                print("ok - flatpak, %s: %s" % (kind, name), flush=True)
            except Skip as reason:
                print("ok - flatpak, %s: %s # SKIP %s" % (kind, name, reason), flush=True)
            except Exception as problem:  # pylint: disable=broad-except
                failed += 1
                print("not ok - flatpak, %s: %s" % (kind, name), flush=True)
                text = str(problem) if isinstance(problem, Missing) else traceback.format_exc()
                print("\n".join("# " + line for line in text.splitlines()), flush=True)
        try:
            desktop.quit()
        except (Missing, GLib.Error) as problem:
            failed += 1
            print("not ok - flatpak, %s: it ends when it is told to\n# %s" % (kind, problem), flush=True)
    print("# the end", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
