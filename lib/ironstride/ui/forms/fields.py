"""Fields of a form: each widget with a place beside it for the sentence about a mistake.

A field of a session that is corrected gives back exactly what was there until it is changed, for
a widget shows rounded values.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Literal, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ironstride import units
from ironstride.records import FieldError, Session
from ironstride.records.limits import EARLIEST
from ironstride.ui import state
from ironstride.ui.words import as_sentence, plain

T = TypeVar("T")

LONGEST_LINE, LONGEST_NOTES = 200, 5000


@dataclass
class Fields:
    """The fields of one form on one run of the page: their keys and their places for sentences."""

    key: str
    is_new: bool = True  # what is typed of a new session is kept while other pages are looked at
    _places: dict[str, DeltaGenerator] = field(default_factory=dict)
    _rooms: dict[str, DeltaGenerator] = field(default_factory=dict)
    mistakes: dict[str, str] = field(default_factory=dict)

    def name(self, name: str) -> str:
        """Return the widget key of a field."""
        return f"{self.key}-{name}"

    @contextmanager
    def place(self, name: str) -> Iterator[None]:
        """Draw a field's widget and leave room under it for a sentence."""
        place = st.container()
        with place:
            yield
        self._places[name] = place

    def mistake(self, name: str, sentence: str) -> None:
        """Say what is wrong with a field, beside it."""
        self.mistakes[name] = sentence
        self._room(name).error(plain(as_sentence(sentence)))

    def note(self, name: str, sentence: str) -> None:
        """Say something about a field that is not wrong."""
        if name not in self.mistakes:
            self._room(name).caption(plain(sentence))

    def read(self, name: str, typed: str, reader: Callable[[str], T]) -> T | None:
        """Return what a field's text means, or None with a sentence when it means nothing."""
        if not typed.strip():
            return None
        try:
            return reader(typed)
        except ValueError as why:
            self.mistake(name, str(why))
            return None

    def build(self, make: Callable[[], T]) -> T | None:
        """Return the record, or None with the record's own sentence beside its field."""
        try:
            return make()
        except FieldError as why:
            self.mistake(why.field, str(why))
        except ValueError as why:
            self.mistake("all", str(why))
        return None

    def text(
        self,
        name: str,
        label: str,
        value: str = "",
        *,
        hint: str = "",
        live: bool = False,
        key: str = "",
        tip: str = "",
    ) -> str:
        """Draw a line of text."""
        with self.place(name):
            typed = st.text_input(
                label,
                value,
                key=self.name(key or name),
                placeholder=hint or None,
                help=tip or None,
                live=live,
                max_chars=max(LONGEST_LINE, len(value)),
                persist_state=self.kept,
            )
        return typed or ""

    def number(self, name: str, label: str, before: object, tip: str = "") -> float | None:
        """Draw a number that may be left empty; `before` holds what was there."""
        exact: float | None = getattr(before, name, None)
        shown = "" if exact is None else f"{exact:.1f}".removesuffix(".0")
        typed = self.text(name, label, shown, hint="not known", tip=tip)
        value = self.read(name, typed, units.parse_number)
        return exact if typed == shown else value

    def choice(
        self,
        name: str,
        label: str,
        options: tuple[str, ...],
        before: Session | None,
        default: str,
        words: Mapping[str, str],
        key: str = "",
    ) -> str:
        """Draw a choice among words."""
        with self.place(name):
            chosen: str = st.selectbox(
                label,
                options,
                index=options.index(getattr(before, name, default)),
                format_func=lambda option: words[option],
                key=self.name(key or name),
                persist_state=self.kept,
            )
        return chosen

    def start(
        self, before: Session | None, now: datetime, on: date | None = None
    ) -> dict[str, Any]:
        """Draw the local date and time at which a session started, today at the latest.

        A new one begins `on` a day that is over, if one is given. A time that no source gave is
        known as soon as the runner sets one.
        """
        today = datetime.combine(min(on or now.date(), now.date()), now.time())
        value = before.started_at if before else today.replace(second=0)
        day, clock = self._day_and_time(value, now, "" if before else f"-{self._begun(now)}")
        if before and not before.time_known:
            st.caption("The source gives the day only. Set the time if you know it.")
        if day is None or clock is None:
            self.mistake("started_at", "choose the date and the time at which it started")
            return {"started_at": value}
        chosen = datetime.combine(day, clock)
        chosen = value if chosen == value.replace(second=0) else chosen
        known = before is None or before.time_known or chosen.time() != value.time()
        return {"started_at": chosen, "time_known": known}

    def duration(self, before: object) -> float | None:
        """Draw the time that something took; `before` holds what was there."""
        exact: float | None = getattr(before, "duration_s", None)
        shown = units.format_clock(exact) if exact else ""
        typed = self.text(
            "duration_s", "Time", shown, hint="45 (minutes), 45:30 or 1:02:03", live=True
        )
        seconds = self.read("duration_s", typed, units.parse_clock)
        return exact if typed == shown else seconds

    def words(self, before: Session | None, title: str = "") -> dict[str, str]:
        """Draw title and notes; a new session begins with a title, if one is given."""
        title = self.text("title", "Title", before.title if before else title)
        with self.place("notes"):
            noted = before.notes if before else ""
            notes = st.text_area(
                "Notes",
                noted,
                key=self.name("notes"),
                max_chars=max(LONGEST_NOTES, len(noted)),
                persist_state=self.kept,
            )
        same = before is not None and (title, notes) == (before.title, before.notes)
        return {} if same else {"title": title.strip(), "notes": (notes or "").strip()}

    def elapsed(self, before: Session, known: dict[str, Any]) -> dict[str, None]:
        """Forget an elapsed time that the corrected moving time contradicts."""
        moving, elapsed = known["duration_s"], before.elapsed_s
        return {"elapsed_s": None} if moving and elapsed and moving > elapsed else {}

    def _room(self, name: str) -> DeltaGenerator:
        """Return where the one sentence about a field stands; without one nothing is drawn."""
        if name not in self._rooms:
            place = self._places.get(name)
            self._rooms[name] = st.empty() if place is None else place.empty()
        return self._rooms[name]

    @property
    def kept(self) -> Literal["session", "page"]:
        """Return how long what is typed is remembered."""
        return "session" if self.is_new else "page"

    def _begun(self, now: datetime) -> str:
        """Return the day on which this form was opened: another day starts from itself again."""
        began = state.kept(f"began-{self.key}", f"{now:%Y%m%d}")
        state.keep(f"began-{self.key}", began)
        return began

    def _day_and_time(
        self, value: datetime, now: datetime, when: str
    ) -> tuple[date | None, time | None]:
        with self.place("started_at"):
            left, right = st.columns(2)
            day: date | None = left.date_input(
                "Date",
                value.date(),
                min_value=EARLIEST.date(),
                max_value=max(value, now).date(),
                key=self.name(f"date{when}"),
                format="YYYY-MM-DD",
                persist_state=self.kept,
            )
            clock: time | None = right.time_input(
                "Start (local time)",
                value.time().replace(second=0),
                step=60,
                key=self.name(f"time{when}"),
                persist_state=self.kept,
            )
        return day, clock
