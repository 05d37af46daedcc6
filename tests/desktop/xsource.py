"""xsource.py - another program of the desktop: what it holds can be pasted, and is dragged. SPDX-License-Identifier: GPL-3.0-or-later

The other end of a paste and of a drag, as X has them: a window that owns the clipboard or the dragged thing and answers who asks for it, in a thread.
"""

import threading
import time

from Xlib import X, Xatom, display
from Xlib.protocol import event

# moves of a drag at most, and seconds between two of them
MOVES = 40
PACE = 0.2


class Source:
    def __init__(self, desktop):
        self.x = display.Display(desktop.env["DISPLAY"])
        self.window = self.x.screen().root.create_window(-10, -10, 5, 5, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask)
        self.held = {}     # selection → {target: bytes}
        self.told = threading.Condition()
        self.status = self.finished = None
        self.lock = threading.Lock()
        threading.Thread(target=self._answer, daemon=True).start()

    def atom(self, name):
        return self.x.intern_atom(name)

    def hold(self, selection, contents):
        """What `selection` (CLIPBOARD, XdndSelection) is: {"text/plain;charset=utf-8": bytes}"""
        with self.lock:
            self.held[self.atom(selection)] = {self.atom(target): data for target, data in contents.items()}
            self.window.set_selection_owner(self.atom(selection), X.CurrentTime)
            self.x.sync()

    def copy(self, text):
        self.hold("CLIPBOARD", {target: text.encode() for target in ("UTF8_STRING", "text/plain;charset=utf-8")})

    def _answer(self):
        while True:
            try:
                self._handle(self.x.next_event())
            except Exception:  # the server went away with the test
                return

    def _handle(self, got):
        if got.type == X.SelectionRequest:
            self._give(got)
        elif got.type == X.ClientMessage:
            with self.told:
                if got.client_type == self.atom("XdndStatus"):
                    self.status = bool(got.data[1][1] & 1)
                elif got.client_type == self.atom("XdndFinished"):
                    self.finished = bool(got.data[1][1] & 1)
                self.told.notify_all()

    def _give(self, asked):
        held = self.held.get(asked.selection, {})
        prop = asked.property or asked.target
        with self.lock:
            if asked.target == self.atom("TARGETS"):
                asked.requestor.change_property(prop, Xatom.ATOM, 32, list(held) + [asked.target])
            elif asked.target in held:
                asked.requestor.change_property(prop, asked.target, 8, held[asked.target])
            else:
                prop = X.NONE
            asked.requestor.send_event(event.SelectionNotify(time=asked.time, requestor=asked.requestor, selection=asked.selection,
                                                             target=asked.target, property=prop))
            self.x.flush()

    # --- dragging

    def _find_aware(self, window, x, y):
        """The innermost window at that place that takes what is dropped."""
        aware = self.atom("XdndAware")
        found = window if window.get_full_property(aware, X.AnyPropertyType) else None
        for child in reversed(window.query_tree().children):
            place = child.get_geometry()
            if child.get_attributes().map_state != X.IsViewable or not (place.x <= x < place.x + place.width and place.y <= y < place.y + place.height):
                continue
            return self._find_aware(child, x - place.x, y - place.y) or found
        return found

    def _send(self, target, name, data):
        with self.lock:
            target.send_event(event.ClientMessage(window=target, client_type=self.atom(name), data=(32, data)))
            self.x.flush()

    def _wait(self, get, seconds=20):
        with self.told:
            self.told.wait_for(lambda: get() is not None, seconds)
            return get()

    def drop(self, contents, x, y):
        """Drags what is said to a place of the screen and lets go there; whether it was taken."""
        self.hold("XdndSelection", contents)
        with self.lock:
            target = self._find_aware(self.x.screen().root, x, y)
        if target is None:
            return False
        self.status = self.finished = None
        types = [self.atom(name) for name in contents][:3]
        self._send(target, "XdndEnter", [self.window.id, 5 << 24] + types + [0] * (3 - len(types)))
        taken = 0
        # as a hand moves: GTK looks at a move a frame, and takes nothing before it has answered one that it heard of
        for step in range(MOVES):
            self.status = None
            self._send(target, "XdndPosition", [self.window.id, 0, (x + step) << 16 | y, X.CurrentTime, self.atom("XdndActionCopy")])
            taken = taken + 1 if self._wait(lambda: self.status) else 0
            time.sleep(PACE)
            if taken >= 3:
                break
        if taken == 0:
            self._send(target, "XdndLeave", [self.window.id, 0, 0, 0, 0])
            return False
        self._send(target, "XdndDrop", [self.window.id, 0, X.CurrentTime, 0, 0])
        # GTK 4.24 says in it that nothing was taken, whatever was: what came of it has to be looked at
        return self._wait(lambda: self.finished) is not None
