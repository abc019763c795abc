"""How a mapping reads the first rows of a table, shown before it is used."""

import pandas as pd
import streamlit as st

from ironstride import units
from ironstride.importers import Choices, Mapping, Reading, UnreadableFile, mapped
from ironstride.importers.table import Table
from ironstride.importers.text import clip
from ironstride.records import Lift, LiftSet, Run, Session
from ironstride.ui.page import Here
from ironstride.ui.words import SPORTS, plain, tame
from ironstride.units import Units

# Enough to see what is wrong; a table of any length is looked at as fast.
LOOKED_AT = 2000
SHOWN = 5
LINE_PX = 60


def show_as_read(table: Table, mapping: Mapping, here: Here) -> bool:
    """Draw the first rows as they would be read, and why others cannot; tell whether any can."""
    start = Table(table.header, table.rows[:LOOKED_AT], table.rejected)
    try:
        reading = mapped.read(start, Choices(zone=here.zone, mapping=mapping))
    except UnreadableFile as why:
        st.warning(plain(str(why)), icon=":material/help:")
        return False
    rows = _first_rows(reading, here.settings.units)
    if rows:
        st.markdown("The first rows as they would be read:")
        st.dataframe(pd.DataFrame(rows), hide_index=True, alt="The first rows as they are read")
    _show_counts(table, start, reading)
    return bool(rows)


def _show_counts(table: Table, start: Table, reading: Reading) -> None:
    rejected = len({error.line for error in reading.rejected})
    of = len(start.rows) + len(start.rejected)
    beginning = "the first " if len(start.rows) < len(table.rows) else ""
    st.markdown(
        f"{units.number(of - rejected)} of {beginning}{units.count(of, 'row')} can be read."
    )
    for reason, times in reading.ignored.items():
        st.caption(plain(f"{times} × {reason}"))
    if reading.rejected:
        first = [{"line": one.line, "reason": tame(one.reason)} for one in reading.rejected[:SHOWN]]
        st.markdown("Why the others cannot be read:")
        st.dataframe(
            pd.DataFrame(first),
            hide_index=True,
            column_config={"line": st.column_config.Column(width=LINE_PX)},
            alt="Rows that cannot be read, and why",
        )


def _first_rows(reading: Reading, chosen: Units) -> list[dict[str, str]]:
    sessions = [one.session for one in reading.sessions]
    other_sports = any(one.sport != "run" for one in sessions)
    rows: list[dict[str, str]] = []
    for session in sessions[:SHOWN]:
        if isinstance(session, Lift):
            rows += [_set_in_words(session, one, chosen) for one in session.sets[:SHOWN]]
        else:
            sport = {"Sport": SPORTS[session.sport]} if other_sports else {}
            rows.append(_session_in_words(session, chosen) | sport)
    return rows[:SHOWN]


def _session_in_words(session: Session, chosen: Units) -> dict[str, str]:
    distance_m = session.distance_m if isinstance(session, Run) else None
    return {
        "Date": _date(session),
        "Distance": units.format_distance(distance_m, chosen.distance, 2) if distance_m else "",
        "Time": units.format_clock(session.duration_s) if session.duration_s else "",
        "Pace": units.format_pace(distance_m, session.duration_s, chosen.distance)
        if distance_m and session.duration_s
        else "",
    }


def _set_in_words(session: Lift, one: LiftSet, chosen: Units) -> dict[str, str]:
    return {
        "Date": _date(session),
        "Exercise": tame(clip(one.exercise, 40)),
        "Reps": f"{one.hold_s:g} s" if one.reps is None else str(one.reps),
        "Weight": units.format_weight(one.load_kg, chosen.weight) if one.load_kg else "",
    }


def _date(session: Session) -> str:
    return (
        f"{session.started_at:%a %d %b %Y, %H:%M}"
        if session.time_known
        else (f"{session.started_at:%a %d %b %Y}")
    )
