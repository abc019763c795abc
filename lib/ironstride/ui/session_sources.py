"""What each source said of a session, which of it is shown, and what was corrected by hand."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from ironstride import units
from ironstride.records import Session
from ironstride.store import Told, corrected_fields, told_of
from ironstride.ui.page import Here
from ironstride.ui.words import (
    RUN_TYPES,
    SPORTS,
    SURFACES,
    plain,
    source_in_words,
    tame,
)
from ironstride.units import Units

_LABELS = {
    "started_at": "Start", "sport": "Sport", "type": "Type", "race": "Race", "surface": "Surface",
    "distance_m": "Distance", "duration_s": "Time", "elapsed_s": "Time with pauses",
    "ascent_m": "Climb", "avg_hr_bpm": "Mean heart rate", "max_hr_bpm": "Highest heart rate",
    "cadence_spm": "Cadence", "temperature_c": "Temperature", "rpe": "Effort (RPE)",
    "title": "Title", "notes": "Notes", "laps": "Laps", "sets": "Sets",
}  # fmt: skip
_MEASURES = {
    "avg_hr_bpm": "bpm", "max_hr_bpm": "bpm", "cadence_spm": "steps/min", "ascent_m": "m",
    "temperature_c": "°C", "rpe": "",
}  # fmt: skip
_WORDS: dict[str, Mapping[str, str]] = {"sport": SPORTS, "type": RUN_TYPES, "surface": SURFACES}


def show(session_id: int, found: Session, here: Here) -> None:
    """Draw the sources of a session beside what is shown of it."""
    told, corrected = told_of(here.log, session_id), corrected_fields(here.log, session_id)
    if not told:
        st.markdown("You typed this session in.")
    for one in told:
        st.text(tame(_in_words(one)))
    names = [_LABELS[name].lower() for name in _LABELS if name in corrected]
    if names:
        st.markdown(plain(f"Corrected by hand: {', '.join(names)}. No import changes these."))
    if told:
        rows = [_row(name, found, told, corrected, here.settings.units) for name in _LABELS]
        st.table([row for row in rows if row], border="horizontal", hide_index=True)


def _row(
    name: str, found: Session, told: Sequence[Told], corrected: Sequence[str], chosen: Units
) -> dict[str, str]:
    """Return a line with what is shown, whose word that is, and the word of each source."""
    shown = getattr(found, name, None)
    said = [getattr(one.session, name, None) for one in told]
    if not any(_as_text(name, value, chosen) for value in (shown, *said)):
        return {}
    columns = {"What": _LABELS[name], "Shown": plain(_as_text(name, shown, chosen))}
    columns["From"] = _whose(name, shown, told, corrected)
    for number, (one, value) in enumerate(zip(told, said, strict=True), start=1):
        head = source_in_words(one.source)
        head = f"{head} ({number})" if head in columns else head
        columns[head] = plain(_as_text(name, value, chosen))
    return columns


def _whose(name: str, shown: object, told: Sequence[Told], corrected: Sequence[str]) -> str:
    if name in corrected:
        return "corrected by hand"
    saying = (one.source for one in told if getattr(one.session, name, None) == shown)
    return source_in_words(next(saying, ""))


def _in_words(one: Told) -> str:
    if one.imported_at is None:
        return "Typed in"
    file = f": {one.file}" if one.file else ""
    return f"{source_in_words(one.source)}{file}, imported on {one.imported_at:%d %b %Y}"


def _as_text(name: str, value: Any, chosen: Units) -> str:
    """Return a field's value in the runner's units; nothing for what is not known."""
    if value is None or value in ("", ()):
        return ""
    if name in _WORDS:
        return _WORDS[name][value]
    if name == "distance_m":
        return units.format_distance(value, chosen.distance, 2)
    if name in ("duration_s", "elapsed_s"):
        return units.format_clock(value)
    if name in _MEASURES:
        return f"{value:g} {_MEASURES[name]}".replace("-", "−").strip()
    if name in ("laps", "sets"):
        return units.count(len(value), name.removesuffix("s"))
    return f"{value:%a %d %b %Y, %H:%M}" if name == "started_at" else str(value)
