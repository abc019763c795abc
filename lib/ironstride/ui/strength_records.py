"""The strength page's records: the heaviest load in each range of reps, and how it rose."""

from typing import Any

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts import rep_records as charts
from ironstride.charts.race_words import day_in_words, each
from ironstride.frames import LiftSets
from ironstride.frames.strength_trends import BracketRecords
from ironstride.metrics.rep_brackets import rep_records
from ironstride.ui import cache, filters, sessions_of
from ironstride.ui import show as on_page
from ironstride.ui.page import Here
from ironstride.ui.records_rows import WIDEST, row
from ironstride.ui.words import plain
from ironstride.units import Units


def show(_: DataFrame[LiftSets], here: Here) -> None:
    """Draw the records of the chosen exercise with a link each, and their progression."""
    records = _records(here)
    if records.empty:
        st.info("There is no set with a weight and 1 to 15 reps yet, so no record to show.")
        return
    name = filters.exercise(_most_often(here))
    own = DataFrame[BracketRecords](records[records.exercise == name])
    _standing(name, own, here.settings.units)
    _progression(name, here)


@cache.once
def _records(here: Here) -> DataFrame[BracketRecords]:
    sets = cache.lift_sets(here.log)
    tomorrow = pd.Timestamp(here.today) + pd.Timedelta(days=1)
    return rep_records(DataFrame[LiftSets](sets[sets.started_at < tomorrow]))


@cache.once
def _most_often(here: Here) -> list[str]:
    sets = cache.lift_sets(here.log)
    own = sets[sets.exercise.isin(_records(here).exercise)]
    sessions = own.groupby("exercise").session_id.nunique()
    return list(sessions.sort_values(ascending=False, kind="stable").index)


def _standing(name: str, own: DataFrame[BracketRecords], chosen: Units) -> None:
    st.subheader(plain(f"What is the heaviest {name} in each range of reps?"))
    now = own[own.current]
    with st.grid(2, min_column_width=WIDEST):
        for bracket in charts.brackets(own):
            one: Any = next(each(now[now.bracket == bracket]))
            row(*_in_words(one, chosen), "lift", int(one.session_id))
    on_page.below(
        f"{units.count(len(now), 'range')} of reps with a record; reps as done, whatever was left "
        "in reserve.",
        "rep_records",
        own,
    )


def _in_words(one: Any, chosen: Units) -> tuple[str, list[str]]:
    load = units.format_weight(one.load_kg, chosen.weight)
    reps = "1 rep" if one.bracket == "1" else f"{one.bracket} reps"
    told = day_in_words(one.started_at)
    if one.gain_kg > 0:
        gain = units.format_weight(one.gain_kg, chosen.weight)
        told = f"{told} · {gain} more than the record before"
    elif one.gain_kg == 0:
        told = f"{told} · the load of the record before, more reps"
    return f"{reps}: {one.reps:.0f} × {load}", [told]


@cache.once
def _drawn(here: Here, name: str) -> cache.Drawn:
    records, chosen = _records(here), here.settings.units
    own = DataFrame[BracketRecords](records[records.exercise == name])
    figure = charts.progression(own, chosen, today=here.today)
    return figure, charts.progression_alt(own, chosen), own


def _progression(name: str, here: Here) -> None:
    st.subheader("How did the records rise?")
    figure, says, own = _drawn(here, name)
    clicked = on_page.chart_to_click(figure, says, how="rep_progression", table=own)
    if clicked is not None:
        day = clicked.date()
        sessions_of.show(f"Sessions of {day_in_words(clicked)}", day, day, here, kind="lift")
