"""What an upload would bring, shown before anything is written."""

from collections.abc import Iterable
from typing import Any
from zoneinfo import available_timezones

import pandas as pd
import streamlit as st

from ironstride import units
from ironstride.importers import Choices, Question
from ironstride.jobs.import_files import FilePreview, Refused
from ironstride.jobs.inspect import SHORTEST_FOR_PACE_M, totals
from ironstride.ui.words import plain, source_in_words
from ironstride.units import Units

_ANSWERS: dict[str, tuple[str, list[str]]] = {
    "distance_unit": ("Distances are in", ["km", "mi"]),
    "weight_unit": ("Weights are in", ["kg", "lb"]),
    "zone": ("Your time zone", sorted(available_timezones())),
}


def ask(name: str, questions: Iterable[Question], zone: str | None, key: str) -> Choices:
    """Draw one question for each thing a file does not say, and return the answers."""
    answers: dict[str, Any] = {"zone": zone}
    for question in questions:
        label, options = _ANSWERS[question.field]
        st.warning(plain(f"{name}: {question.why}"), icon=":material/help:")
        field = f"{key}-{question.field}"
        if len(options) == 2:
            answer = st.radio(label, options, index=None, horizontal=True, key=field)
        else:
            answer = st.selectbox(label, options, index=None, key=field)
        answers[question.field] = answer
    return Choices(**answers)


def show_refused(file: Refused) -> None:
    """Say why a file cannot be read."""
    st.error(plain(file.why), icon=":material/error:")


def show_preview(file: FilePreview, chosen: Units) -> None:
    """Draw what a file would bring: counts, totals to see a wrong unit by, rejected rows."""
    reading = file.reading
    st.subheader(plain(file.name))
    found = source_in_words(reading.source)
    new, known = units.number(len(file.new)), units.number(file.known)
    rejected = units.count(len(reading.rejected), "row")
    st.markdown(f"{found}: **{new} new**, {known} already known, {rejected} rejected.")
    if reading.sessions:
        st.markdown(f"The whole file: {_in_words(file, chosen)}.")
    for reason, count in reading.ignored.items():
        st.caption(plain(f"{count} × {reason}"))
    if reading.rejected:
        with st.expander(f"{units.count(len(reading.rejected), 'row')} cannot be read"):
            table = [{"line": row.line, "reason": row.reason} for row in reading.rejected]
            st.dataframe(pd.DataFrame(table), hide_index=True, alt="Rejected rows with reasons")


def _in_words(file: FilePreview, chosen: Units) -> str:
    all_of_it = totals(one.session for one in file.reading.sessions)
    parts = []
    if all_of_it.runs:
        parts.append(units.count(all_of_it.runs, "run"))
        parts.append(units.format_distance(all_of_it.distance_m, chosen.distance, 0))
    if all_of_it.fastest:
        long_enough = all_of_it.fastest[0] >= SHORTEST_FOR_PACE_M
        pace = units.format_pace(*all_of_it.fastest, chosen.distance)
        parts.append(f"fastest from 1 km on {pace}" if long_enough else f"fastest {pace}")
    if all_of_it.lifts:
        lifts = units.count(all_of_it.lifts, "lift session")
        parts.append(f"{lifts} with {units.count(all_of_it.sets, 'set')}")
    if all_of_it.heaviest_kg:
        heaviest = units.format_weight(all_of_it.heaviest_kg, chosen.weight)
        parts.append(f"heaviest set {heaviest} ({plain(all_of_it.heaviest_exercise or '')})")
    if all_of_it.other:
        parts.append(units.count(all_of_it.other, "other session"))
    if all_of_it.first and all_of_it.last:
        parts.append(f"{all_of_it.first[:10]} to {all_of_it.last[:10]}")
    return ", ".join(parts)
