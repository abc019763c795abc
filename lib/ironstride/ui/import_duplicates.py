"""Sessions that the log may hold already: shown, and decided before anything is written."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from ironstride import units
from ironstride.jobs.duplicates import Duplicate
from ironstride.jobs.import_files import FilePreview
from ironstride.jobs.likeness import Slot
from ironstride.store import SameAs
from ironstride.ui.words import moment, source_in_words, tame
from ironstride.units import Units

# Wide enough for both sessions side by side on a phone, where a cell needs four lines.
ROW_PX, HEADER_PX, MOST_ROWS = 84, 38, 6
WIDTHS = {"same": 60, "this file": 145, "looks like": 145, "why": 120}
_LABELS = {"merge": "Merge", "apart": "Keep both", "each": "One by one"}
_DELETED = {"merge": "Leave deleted", "apart": "Bring in", "each": "One by one"}


def decide(file: FilePreview, chosen: Units, key: str) -> set[SameAs] | None:
    """Return the refs of a file's duplicates to be kept apart, or None while one is undecided."""
    live = [one for one in file.duplicates if not one.other.deleted]
    groups = (
        ("sure", [one for one in live if one.sure]),
        ("likely", [one for one in live if not one.sure]),
        ("deleted", [one for one in file.duplicates if one.other.deleted]),
    )
    decided = [_group(kind, found, chosen, f"{key}-{kind}") for kind, found in groups if found]
    apart: set[SameAs] = set()
    for keys in decided:
        if keys is None:
            return None
        apart |= keys
    return apart


def _group(kind: str, found: Sequence[Duplicate], chosen: Units, key: str) -> set[SameAs] | None:
    labels = _DELETED if kind == "deleted" else _LABELS
    options = list(labels) if len(found) > 1 else ["merge", "apart"]
    st.markdown(_sentence(kind, len(found)))
    choice = st.segmented_control(
        "What to do with them",
        options,
        default=None if kind == "likely" else "merge",
        required=kind != "likely",
        format_func=labels.__getitem__,
        key=key,
        label_visibility="collapsed",
    )
    table = pd.DataFrame([_row(one, chosen) for one in found])
    if choice == "each":
        return _one_by_one(found, table, f"{key}-each")
    st.dataframe(table, alt="Sessions that look alike", **_look(table))
    if choice is None:
        return None
    return {one.new.ref for one in found} if choice == "apart" else set()


def _one_by_one(found: Sequence[Duplicate], table: pd.DataFrame, key: str) -> set[SameAs]:
    table.insert(0, "same", [one.sure for one in found])
    st.caption("Tick those that are one session; the others are kept beside what they look like.")
    edited = st.data_editor(table, key=key, disabled=list(table.columns[1:]), **_look(table))
    return {one.new.ref for one, same in zip(found, edited["same"], strict=True) if not same}


def _look(table: pd.DataFrame) -> dict[str, Any]:
    """Return what makes long cells wrap instead of ending at the edge of the page."""
    return {
        "hide_index": True,
        "row_height": ROW_PX,
        "height": HEADER_PX + ROW_PX * min(len(table), MOST_ROWS),
        "column_config": {
            name: st.column_config.Column(width=width) for name, width in WIDTHS.items()
        },
    }


def _sentence(kind: str, count: int) -> str:
    sessions = f"**{units.count(count, 'session')}**"
    if kind == "deleted":
        return f"{sessions} of this file you seem to have deleted before."
    if kind == "likely":
        return (
            f"{sessions} of this file may be one that the log or another file holds as well. "
            "Please decide: merging makes one session of both, fills in what is missing and keeps "
            "what each source said."
        )
    return (
        f"{sessions} of this file the log or another file holds as well. Merging makes one "
        "session of both, fills in what is missing and keeps what each source said."
    )


def _row(one: Duplicate, chosen: Units) -> dict[str, Any]:
    told_by = source_in_words(",".join(sorted(one.other.sources)))
    return {
        "this file": _in_words(one.new, chosen),
        "looks like": f"{_in_words(one.other, chosen)} · {told_by}",
        "why": one.why,
    }


def _in_words(slot: Slot, chosen: Units) -> str:
    parts = [moment(slot)]
    if slot.distance_m:
        parts.append(units.format_distance(slot.distance_m, chosen.distance, 2))
    if slot.duration_s:
        parts.append(units.format_clock(slot.duration_s))
    if slot.sets:
        parts.append(units.count(slot.sets, "set"))
    return " · ".join((*parts, tame(slot.title)) if slot.title else parts)
