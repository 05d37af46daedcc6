"""desktop.py - a desktop of its own for a program under test: X server, buses, window manager. SPDX-License-Identifier: GPL-3.0-or-later

Finds and reads widgets through the accessibility tree (AT-SPI, spoken over D-Bus), and types with XTEST as a person
does. Nothing of the desktop that runs the test is used or touched. As a program, it runs a command inside:

    desktop.py COMMAND...

Under AddressSanitizer leaks.py tells which leaks count.
"""

import collections
import ctypes
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from leaks import run_searched, tells_leaks  # noqa: E402


def skip(reason):
    """Ends the test as one that can't run here, in TAP's words."""
    print("1..0 # SKIP needs " + reason)
    sys.exit(0)


try:
    from gi.repository import Gio, GLib
    from Xlib import X, XK, display
    from Xlib.ext import xtest
except ImportError as missing:
    skip("Python's %s" % missing.name)

A11Y = "org.a11y.atspi."
ROOT = "/org/a11y/atspi/accessible/root"
LABELLED_BY = 2
NEEDED = ["Xvfb", "dbus-daemon", "metacity"]
STATES = {1: "active", 4: "checked", 8: "enabled", 12: "focused", 20: "pressed", 23: "selected", 24: "sensitive",
          25: "showing", 30: "visible"}
BUS_CONFIG = """<busconfig><type>session</type><listen>unix:dir=%s</listen><auth>EXTERNAL</auth>
<standard_session_servicedirs/><policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>"""


def without_gl():
    """What tells GDK to leave the graphics card alone: since 4.16 by another name, and the old one gets a complaint."""
    try:
        gtk = ctypes.CDLL("libgtk-4.so.1")
        newer = gtk.gtk_get_minor_version() >= 16
    except OSError:
        newer = False
    return {"GDK_DISABLE": "gl"} if newer else {"GDK_DEBUG": "gl-disable"}


def preloaded():
    """What is loaded before the program under test (tests/gdk-frame-warning.c), if anything."""
    return {"LD_PRELOAD": os.environ["SHANHAI_TEST_PRELOAD"]} if "SHANHAI_TEST_PRELOAD" in os.environ else {}


class Missing(Exception):
    """Something that a person saw, or would have seen, wasn't there."""


class Node:
    """A widget, as a screen reader sees it. Every question asks the program again."""

    def __init__(self, desktop, bus_name, path):
        self.desktop, self.bus_name, self.path = desktop, bus_name, path

    def call(self, interface, method, arguments=None):
        reply = self.desktop.a11y.call_sync(self.bus_name, self.path, interface, method, arguments, None,
                                            Gio.DBusCallFlags.NONE, 5000, None)
        return reply.unpack()

    def ask(self, interface, name):
        arguments = GLib.Variant("(ss)", (interface, name))
        return self.call("org.freedesktop.DBus.Properties", "Get", arguments)[0]

    @property
    def name(self):
        return self.ask(A11Y + "Accessible", "Name")

    def labels(self, role):
        """What labels a menu item, for newer GTKs give it no name: a screen reader asks the same way."""
        if role != "menu item":
            return ""
        relations = self.call(A11Y + "Accessible", "GetRelationSet")[0]
        labels = [Node(self.desktop, *target) for kind, targets in relations if kind == LABELLED_BY for target in targets]
        return " ".join(label.name or label.text for label in labels)

    @property
    def description(self):
        return self.ask(A11Y + "Accessible", "Description")

    @property
    def role(self):
        return self.call(A11Y + "Accessible", "GetRoleName")[0]

    @property
    def states(self):
        low, high = self.call(A11Y + "Accessible", "GetState")[0]
        bits = low | high << 32
        return {word for bit, word in STATES.items() if bits >> bit & 1}

    @property
    def children(self):
        return [Node(self.desktop, *child) for child in self.call(A11Y + "Accessible", "GetChildren")[0]]

    @property
    def text(self):
        length = self.ask(A11Y + "Text", "CharacterCount")
        return self.call(A11Y + "Text", "GetText", GLib.Variant("(ii)", (0, length)))[0]

    def act(self, action=None):
        """Does what the widget offers: its first action, or the one with that name."""
        actions = [entry[0] for entry in self.call(A11Y + "Action", "GetActions")[0]]
        if action is not None and action not in actions:
            raise Missing("%r has no action %r, but %r" % (self.name, action, actions))
        self.call(A11Y + "Action", "DoAction", GLib.Variant("(i)", (actions.index(action) if action else 0,)))

    def walk(self):
        """This widget and what is in it, without what is hidden. (GTK 4.8 says of hidden pages of a stack that they can be
        seen, and of nothing but windows that it is on the screen.) Level by level: what frames a window comes before the
        cells of its tables, which are thousands, and each question takes its time."""
        waiting = collections.deque([self])
        while waiting:
            node = waiting.popleft()
            try:
                if "visible" not in node.states:
                    continue
                yield node
                waiting.extend(node.children)
            except GLib.Error:
                continue  # went away while it was looked at

    def __repr__(self):
        return "%s %r" % (self.role, self.name)


# Seconds to wait for what should come at once: a program under sanitizers on a busy machine takes its time, and nobody
# waits longer than it takes
PATIENCE = 60


class Desktop:
    """with Desktop() as desktop: desktop.start([PROGRAM, ...]); desktop.find(...)"""

    def __init__(self, width=1280, height=800):
        self.size = (width, height)
        self.processes = []
        self.program = None
        self.log = None
        self.a11y = None
        self._x = None
        self._listening = False
        self._keyboard = None

    def __enter__(self):
        missing = [tool for tool in NEEDED if shutil.which(tool) is None]
        if missing:
            skip(", ".join(missing))
        self.home = tempfile.mkdtemp(prefix="shanhai-test-")
        try:
            self._begin()
        except BaseException:
            self.__exit__(*sys.exc_info())
            raise
        return self

    def __exit__(self, *exception):
        self.stop()
        for process in reversed(self.processes):
            process.terminate()
        for process in reversed(self.processes):
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def _spawn(self, arguments, **options):
        log = open(os.path.join(self.home, os.path.basename(arguments[0]) + ".log"), "wb")
        process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=options.pop("stdout", log), stderr=log,
                                   env=self.env, **options)
        self.processes.append(process)
        return process

    def _begin(self):
        folders = {name: os.path.join(self.home, name.lower()) for name in
                   ("XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")}
        for folder in folders.values():
            os.makedirs(folder, 0o700)
        # a program under AddressSanitizer wants its options, but the servers don't want its libraries
        self.env = {name: value for name, value in os.environ.items()
                    if name not in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XAUTHORITY", "GTK_THEME", "G_DEBUG",
                                    "AT_SPI_BUS_ADDRESS", "MALLOC_PERTURB_")}
        self.env.update(folders, HOME=self.home, GDK_BACKEND="x11", GSK_RENDERER="cairo", **without_gl(),
                        GSETTINGS_BACKEND="memory", GTK_USE_PORTAL="0", GIO_USE_VFS="local", NO_AT_BRIDGE="0",
                        GTK_IM_MODULE="gtk-im-context-simple", GTK_A11Y="atspi", NO_COLOR="1")

        reading, writing = os.pipe()
        self._spawn(["Xvfb", "-displayfd", str(writing), "-screen", "0", "%dx%dx24" % self.size, "-nolisten", "tcp",
                     "-noreset"], pass_fds=[writing])
        os.close(writing)
        self.env["DISPLAY"] = ":" + self._first_line(reading)

        config = os.path.join(self.home, "bus.conf")
        with open(config, "w", encoding="utf-8") as out:
            out.write(BUS_CONFIG % folders["XDG_RUNTIME_DIR"])
        reading, writing = os.pipe()
        self._spawn(["dbus-daemon", "--config-file=" + config, "--nofork", "--nopidfile",
                     "--print-address=%d" % writing], pass_fds=[writing])
        os.close(writing)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._first_line(reading)

        settings = os.path.join(folders["XDG_CONFIG_HOME"], "gtk-4.0")
        os.makedirs(settings)
        with open(os.path.join(settings, "settings.ini"), "w", encoding="utf-8") as out:
            out.write("[Settings]\ngtk-enable-animations=false\ngtk-cursor-blink=false\n")
        self._spawn(["metacity", "--sm-disable", "--no-composite"])

        # a window that comes before its manager may never get the keyboard
        root = self.x.screen().root
        managed = self.x.intern_atom("_NET_SUPPORTING_WM_CHECK")
        self.wait(lambda: root.get_full_property(managed, X.AnyPropertyType), "the window manager", 30)

        session = self._connect(self.env["DBUS_SESSION_BUS_ADDRESS"])
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                    Gio.DBusCallFlags.NONE, 20000, None).unpack()[0]
        # GTK asks for it before it says anything to the bus
        self.env["AT_SPI_BUS_ADDRESS"] = address
        self.a11y = self._connect(address)

    @staticmethod
    def _connect(address):
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    @staticmethod
    def _first_line(descriptor):
        with os.fdopen(descriptor) as stream:
            line = stream.readline().strip()
        if not line:
            raise RuntimeError("a server didn't start")
        return line

    # --- the program

    def start(self, arguments, **env):
        """Starts the program under test; a warning of GTK's ends it."""
        self.log = os.path.join(self.home, "program.log")
        with open(self.log, "wb") as log:
            self.program = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
                                            env=dict(self.env, G_DEBUG="fatal-warnings", **preloaded(), **env))
        self.wait(self.active, "a window with the keyboard")

    def run(self, arguments):
        """Runs a command to its end; its exit status."""
        env = dict(self.env, G_DEBUG=os.environ.get("G_DEBUG", "fatal-warnings"), **preloaded())
        return run_searched(arguments, env)

    def stop(self):
        """Ends the program if it hasn't ended by itself; what it printed."""
        if self.program is None:
            return ""
        if self.program.poll() is None:
            self.program.send_signal(signal.SIGTERM)
            try:
                self.program.wait(10)
            except subprocess.TimeoutExpired:
                self.program.kill()
                self.program.wait()
        self.program = None
        return self.output()

    def output(self):
        with open(self.log, encoding="utf-8", errors="replace") as log:
            told = log.read()
        if "ERROR: LeakSanitizer" in told and not tells_leaks(told):
            told = told[:told.index("=====")].rstrip("\n")
        return told

    def ended(self, timeout=PATIENCE):
        """Waits for the program to end by itself; its exit status."""
        status = self.program.wait(timeout)
        self.program = None
        with open(self.log, encoding="utf-8", errors="replace") as log:
            told = log.read()
        # the search for leaks comes last: a program that had failed wouldn't have come to it
        return 0 if "ERROR: LeakSanitizer" in told and not tells_leaks(told) else status

    # --- looking

    def applications(self):
        registry = Node(self, "org.a11y.atspi.Registry", ROOT)
        return registry.children

    def windows(self):
        found = []
        for application in self.applications():
            try:
                if "metacity" not in application.name:
                    found += application.children
            except GLib.Error:
                continue
        return found

    def all(self, role=None, name=None, within=None):
        """Every widget on the screen with that role and name (a string, or a compiled pattern)."""
        for start in [within] if within else self.windows():
            for node in start.walk():
                try:
                    if (role is None or node.role == role) and (name is None or matches(node.name or node.labels(role), name)):
                        yield node
                except GLib.Error:
                    continue

    def find(self, role=None, name=None, within=None, timeout=PATIENCE):
        return self.wait(lambda: next(self.all(role, name, within), None), "%s %r" % (role or "widget", name), timeout)

    def gone(self, role=None, name=None, within=None, timeout=PATIENCE):
        self.wait(lambda: next(self.all(role, name, within), None) is None, "%s %r to go" % (role or "widget", name),
                  timeout)

    def active(self):
        """The window with the keyboard, if one has it."""
        return next((window for window in self.windows() if "active" in window.states), None)

    def keyboard_at(self):
        """The widget that said last that the keyboard came to it, if it still has it: no need to ask thousands of others."""
        if not self._listening:
            self._listening = True
            self.a11y.signal_subscribe(None, A11Y + "Event.Object", "StateChanged", None, "focused", Gio.DBusSignalFlags.NONE,
                                       self._state_changed)
            self.a11y.call_sync("org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "RegisterEvent",
                                GLib.Variant("(s)", ("object:state-changed:focused",)), None, Gio.DBusCallFlags.NONE, 5000, None)
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            return self._keyboard if self._keyboard and "focused" in self._keyboard.states else None
        except GLib.Error:
            return None  # went away

    def _state_changed(self, _bus, sender, path, _interface, _signal, arguments):
        if arguments.unpack()[1]:
            self._keyboard = Node(self, sender, path)

    def tree(self):
        """Everything on the screen, for the log of a test that failed."""
        return "\n".join(repr(node) for window in self.windows() for node in window.walk())

    def wait(self, condition, what, timeout=PATIENCE):
        until = time.monotonic() + timeout
        while True:
            try:
                result = condition()
            except GLib.Error:
                result = None
            if result:
                return result
            if self.program is not None and self.program.poll() is not None:
                raise Missing("waiting for %s: the program ended (%d)\n%s" % (what, self.program.returncode, self.output()))
            if time.monotonic() > until:
                raise Missing("waited in vain for %s\n%s" % (what, self.tree() if self.a11y else ""))
            time.sleep(0.05)

    # --- typing

    @property
    def x(self):
        if self._x is None:
            self._x = display.Display(self.env["DISPLAY"])
        return self._x

    def press(self, keys):
        """One stroke: "Return", "Control+Shift+s"."""
        names = {"Control": "Control_L", "Shift": "Shift_L", "Alt": "Alt_L"}
        codes = [self.x.keysym_to_keycode(XK.string_to_keysym(names.get(key, key))) for key in keys.split("+")]
        if 0 in codes:
            raise ValueError("no key for %r" % keys)
        for code in codes:
            xtest.fake_input(self.x, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self.x, X.KeyRelease, code)
        self.x.sync()

    def type(self, text):
        """Small letters, digits and what a path has besides."""
        names = {" ": "space", "/": "slash", ".": "period", "-": "minus", "_": "Shift+minus"}
        for letter in text:
            self.press(names.get(letter, letter))


class Story:
    """What a person does, step by step, told in TAP's words: a step that ends well says ok() at least once. Those that follow a step that doesn't have nothing
    to go on with."""

    most_tabs = 80

    def __init__(self, desktop, program):
        self.desktop, self.program = desktop, program
        self.number = 0

    def ok(self, what):
        self.number += 1
        print("ok %d - %s" % (self.number, what), flush=True)

    def run(self, steps):
        """The steps in their turn; the exit status of the test."""
        for step in steps:
            before = self.number
            try:
                step()
                assert self.number > before, "the step says nothing"
            except (Missing, AssertionError, ValueError) as problem:
                print("not ok %d - %s" % (self.number + 1, step.__name__))
                print("\n".join("# " + line for line in (str(problem) or repr(problem)).splitlines()))
                return 1
        print("1..%d" % self.number)
        return 0

    def focused(self):
        """What has the keyboard, if anything."""
        node = self.desktop.keyboard_at()
        window = self.desktop.active() if node is None else None
        return next((node for node in window.walk() if "focused" in node.states), None) if window else node

    def tab_to(self, name):
        """Tab, until what is called so has the keyboard."""
        for _ in range(self.most_tabs):
            node = self.focused()
            if node is not None and re.search(name, node.name):
                return node
            self.desktop.press("Tab")
            time.sleep(0.05)
        raise Missing("Tab never comes to %r\n%s" % (name, self.desktop.tree()))

    def window(self, name):
        """Waits for the window of that name to have the keyboard."""
        return self.desktop.wait(lambda: next((window for window in self.desktop.windows()
                                               if window.name == name and "active" in window.states), None), "the window %r" % name)

    def at(self, page):
        """Waits for that entry of the sidebar to be the one that is shown. (For GTK 4.8 hidden pages stay in the tree.)"""
        self.desktop.wait(lambda: any("selected" in node.states for node in self.desktop.all("list item", page)), "the page %r" % page)

    def closed(self, name):
        """Waits for the window of that name to be gone."""
        self.desktop.wait(lambda: all(window.name != name for window in self.desktop.windows()), "the window %r to close" % name)

    def journals(self, ending=""):
        """The paths of the journals that are kept."""
        folder = os.path.join(self.desktop.env["XDG_STATE_HOME"], "shanhai", "journals")
        return [os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(ending)] if os.path.isdir(folder) else []

    def quit(self):
        """The program ends when it is asked to, and has printed nothing."""
        self.desktop.press("Control+q")
        status = self.desktop.ended()
        assert status == 0, "ended with %d\n%s" % (status, self.desktop.output())
        assert self.desktop.output() == "", self.desktop.output()


def matches(text, wanted):
    return bool(wanted.search(text)) if isinstance(wanted, re.Pattern) else text == wanted


def main():
    with Desktop() as desktop:
        return desktop.run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
