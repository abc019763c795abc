"""What an upload would bring, shown before anything is written."""

from datetime import datetime

import pandas as pd
import streamlit as st

from ironstride import units
from ironstride.importers import Origin
from ironstride.importers.text import clip
from ironstride.jobs.import_files import FilePreview
from ironstride.jobs.inspect import SHORTEST_FOR_PACE_M, totals
from ironstride.ui.words import plain, source_in_words, tame
from ironstride.units import Units

LINE_PX = 60


def show_refused(why: str) -> None:
    """Say why a file cannot be read."""
    st.error(plain(why), icon=":material/error:")


def show_preview(file: FilePreview, chosen: Units, row: str = "row") -> None:
    """Draw what a file would bring: counts, totals to see a wrong unit by, rejected rows.

    Of a group of recordings, each `row` is a file.
    """
    reading = file.reading
    source = source_in_words(reading.source)
    st.markdown(f"{source[:1].upper()}{source[1:]}: {_counts(file, row)}.")
    if file.imported_at:
        st.caption(f"You imported the very same file on {file.imported_at:%d %b %Y, %H:%M}.")
    if reading.sessions:
        whole = "The whole file" if row == "row" else "All of them"
        st.markdown(f"{whole}: {_in_words(file, chosen)}.")
    for reason, count in reading.ignored.items():
        st.caption(plain(f"{units.number(count)} × {reason}"))
    with st.container(horizontal=True):
        _show_origins(reading.read_from)
    if reading.rejected:
        with st.expander(f"{units.count(len(reading.rejected), row)} cannot be read"):
            number = "line" if row == "row" else row
            table = [{number: one.line, "reason": tame(one.reason)} for one in reading.rejected]
            st.dataframe(
                pd.DataFrame(table),
                hide_index=True,
                column_config={number: st.column_config.Column(width=LINE_PX)},
                alt="Rejected rows with reasons",
            )


def _counts(file: FilePreview, row: str) -> str:
    parts = [f"**{units.number(len(file.new))} new**"]
    if file.changed:
        parts.append(f"{units.number(len(file.changed))} changed since you imported them")
    parts.append(f"{units.number(file.known)} already known")
    if file.duplicates:
        parts.append(f"{units.number(len(file.duplicates))} of the new look like other sessions")
    parts.append(f"{units.count(len(file.reading.rejected), row)} rejected")
    return ", ".join(parts)


def _show_origins(read_from: tuple[Origin, ...]) -> None:
    """Draw where each number comes from: its column and the unit or zone it is read in."""
    if not read_from:
        return
    with st.popover("Where do these numbers come from?"):
        table = [
            {"number": one.value, "column": plain(one.column), "read as": plain(one.read_as)}
            for one in read_from
        ]
        says = "Each number with its column and unit"
        st.table(pd.DataFrame(table), hide_index=True, border="horizontal", alt=says)


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
        parts.append(
            f"heaviest set {heaviest} ({plain(clip(all_of_it.heaviest_exercise or '', 60))})"
        )
    if all_of_it.other:
        parts.append(units.count(all_of_it.other, "other session"))
    if all_of_it.first and all_of_it.last:
        parts.append(_days(all_of_it.first, all_of_it.last))
    return ", ".join(parts)


def _days(first: str, last: str) -> str:
    """Return the days from one ISO moment to another, as a person writes them."""
    days = (f"{datetime.fromisoformat(one):%d %b %Y}" for one in (first, last))
    return " to ".join(dict.fromkeys(days))
