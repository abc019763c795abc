"""The form of a training block: its kind, its first and last day, a title and notes."""

from collections.abc import Callable
from datetime import date
from typing import get_args
from zlib import crc32

import streamlit as st

from ironstride.records import BlockKind, TrainingBlock
from ironstride.records.limits import EARLIEST, LAST_DAY, LONGEST_NOTES, LONGEST_TITLE
from ironstride.ui.forms.fields import Fields

KINDS: dict[BlockKind, str] = {
    "heavy lifting": "Heavy lifting", "maintenance": "Maintenance", "no lifting": "No lifting",
    "life event": "Life event (illness, travel, work)",
}  # fmt: skip


def block_form(
    key: str, today: date, before: TrainingBlock | None, keep: Callable[[TrainingBlock], None]
) -> bool:
    """Draw the form and tell whether a block was kept; `keep` may refuse it with a FieldError."""
    # What was typed belongs to the block that was there: another one starts from itself.
    fields = Fields(f"{key}-{crc32(repr(before).encode())}", is_new=before is None)
    kind = _kind(fields, before)
    started_on, ended_on = _days(fields, today, before)
    title, notes = _words(fields, before)
    with fields.place("all"):
        label = "Save correction" if before else "Mark this block"
        pressed = st.button(label, type="primary", key=fields.name("save"))
    if not pressed or fields.mistakes or started_on is None:
        return False
    first = started_on

    def make() -> bool:
        keep(
            TrainingBlock(kind=kind, started_on=first, ended_on=ended_on, title=title, notes=notes)
        )
        return True

    return bool(fields.build(make))


def _kind(fields: Fields, before: TrainingBlock | None) -> BlockKind:
    kinds = get_args(BlockKind)
    with fields.place("kind"):
        chosen: BlockKind = st.selectbox(
            "What it was",
            kinds,
            index=kinds.index(before.kind) if before else 0,
            format_func=KINDS.__getitem__,
            key=fields.name("kind"),
            persist_state=fields.kept,
        )
    return chosen


def _days(
    fields: Fields, today: date, before: TrainingBlock | None
) -> tuple[date | None, date | None]:
    left, right = st.columns(2)
    with left, fields.place("started_on"):
        first = _day(fields, "First day", "started_on", before.started_on if before else today)
    with right, fields.place("ended_on"):
        ended_on = before.ended_on if before else None
        last = _day(fields, "Last day (empty: goes on)", "ended_on", ended_on)
    if first is None:
        fields.mistake("started_on", "choose the first day of the block")
    return first, last


def _day(fields: Fields, label: str, name: str, value: date | None) -> date | None:
    day: date | None = st.date_input(
        label,
        value,
        min_value=EARLIEST.date(),
        max_value=LAST_DAY,
        key=fields.name(name),
        format="YYYY-MM-DD",
        persist_state=fields.kept,
    )
    return day


def _words(fields: Fields, before: TrainingBlock | None) -> tuple[str, str]:
    with fields.place("title"):
        title = st.text_input(
            "Title",
            before.title if before else "",
            key=fields.name("title"),
            max_chars=LONGEST_TITLE,
            placeholder="Squats twice a week",
            persist_state=fields.kept,
        )
    with fields.place("notes"):
        notes = st.text_area(
            "Notes",
            before.notes if before else "",
            key=fields.name("notes"),
            max_chars=LONGEST_NOTES,
            height=80,
            persist_state=fields.kept,
        )
    return (title or "").strip(), (notes or "").strip()
