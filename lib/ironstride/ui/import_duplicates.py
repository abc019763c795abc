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
from ironstride.ui.words import moment, run_in_words, source_in_words, tame
from ironstride.units import Units

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
    st.dataframe(table, hide_index=True, alt="Sessions that look alike")
    if choice is None:
        return None
    return {one.new.ref for one in found} if choice == "apart" else set()


def _one_by_one(found: Sequence[Duplicate], table: pd.DataFrame, key: str) -> set[SameAs]:
    table.insert(0, "same", [one.sure for one in found])
    edited = st.data_editor(
        table, hide_index=True, key=key, disabled=list(table.columns[1:]), width="stretch"
    )
    return {one.new.ref for one, same in zip(found, edited["same"], strict=True) if not same}


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
    sets = units.count(slot.sets, "set") if slot.sets else ""
    run = run_in_words(slot.distance_m, slot.duration_s, chosen)
    return " · ".join(part for part in (moment(slot), run, sets, tame(slot.title)) if part)
