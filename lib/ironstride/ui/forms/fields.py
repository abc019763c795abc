"""Fields of a form: each widget with a place beside it for the sentence about a mistake."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ironstride.records import FieldError
from ironstride.records.limits import EARLIEST
from ironstride.ui.words import plain

T = TypeVar("T")


@dataclass
class Fields:
    """The fields of one form on one run of the page: their keys and their places for sentences."""

    key: str
    _places: dict[str, DeltaGenerator] = field(default_factory=dict)
    mistakes: dict[str, str] = field(default_factory=dict)

    def name(self, name: str) -> str:
        """Return the widget key of a field."""
        return f"{self.key}-{name}"

    @contextmanager
    def place(self, name: str) -> Iterator[None]:
        """Draw a field's widget and leave room under it for a sentence."""
        with st.container():
            yield
            self._places[name] = st.empty()

    def mistake(self, name: str, sentence: str) -> None:
        """Say what is wrong with a field, beside it."""
        self.mistakes[name] = sentence
        where = self._places.get(name) or st.empty()
        where.error(plain(_as_sentence(sentence)))

    def note(self, name: str, sentence: str) -> None:
        """Say something about a field that is not wrong."""
        if name not in self.mistakes:
            self._places[name].caption(plain(sentence))

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
        self, name: str, label: str, value: str = "", *, hint: str = "", live: bool = False
    ) -> str:
        """Draw a line of text."""
        with self.place(name):
            typed = st.text_input(
                label,
                value,
                key=self.name(name),
                placeholder=hint or None,
                live=live,
                persist_state="session",
            )
        return typed or ""

    def number(self, name: str, label: str, value: float | None, step: float) -> float | None:
        """Draw a number that may be left empty."""
        with self.place(name):
            typed: float | None = st.number_input(
                label,
                value=value if value is None else type(step)(value),
                step=step,
                min_value=type(step)(0),
                key=self.name(name),
                placeholder="not known",
                persist_state="session",
            )
        return typed

    def moment(self, value: datetime, now: datetime) -> datetime | None:
        """Draw the local date and time at which a session started, tomorrow at the latest."""
        with self.place("started_at"):
            left, right = st.columns(2)
            day: date | None = left.date_input(
                "Date",
                value.date(),
                min_value=EARLIEST.date(),
                max_value=max(value, now + timedelta(days=1)).date(),
                key=self.name("date"),
                format="YYYY-MM-DD",
                persist_state="session",
            )
            clock: time | None = right.time_input(
                "Start (local time)",
                value.time().replace(second=0),
                step=60,
                key=self.name("time"),
                persist_state="session",
            )
        if day is None or clock is None:
            self.mistake("started_at", "choose the date and the time at which it started")
            return None
        return _with_seconds(datetime.combine(day, clock), value)


def _with_seconds(chosen: datetime, before: datetime) -> datetime:
    """Keep the seconds of a start that was not changed: the widget shows minutes only."""
    return before if chosen == before.replace(second=0) else chosen


def _as_sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
