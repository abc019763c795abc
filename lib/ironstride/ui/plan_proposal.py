"""A proposed week in words: each day with its reason, what could not be had, what would help."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from ironstride import units
from ironstride.charts.race_words import each
from ironstride.jobs.plan_week import Proposal
from ironstride.metrics.usual_week import DISTANCE_WEEKS, UsualDistance
from ironstride.metrics.week_runs import run_word
from ironstride.ui import plan_lift, plan_words
from ironstride.ui.page import Here
from ironstride.ui.show import explain
from ironstride.ui.words import plain
from ironstride.units import DistanceUnit


def show(proposal: Proposal, here: Here) -> None:
    """Draw a proposal before it stands in the plan."""
    made = proposal.made
    st.subheader("Proposed")
    unit = here.settings.units.distance
    runs = made.planned.dropna(subset="distance_m")
    far = {one.day: units.format_distance(one.distance_m, unit) for one in each(runs)}
    for row in made.days.itertuples():
        _day(row, far.get(row.day, ""))
    usual = {kind: far for kind, far in proposal.distances.items() if (runs["type"] == kind).any()}
    if usual:
        st.caption(_usual(usual, unit))
    explain("made_week")
    _sentences("Changed", made.changed)
    _sentences("Not possible", proposal.unmet)
    _sentences("What would make room", made.would_help)
    for day, exercises in proposal.exercises.groupby("day"):
        with st.expander(f"The lift of {plan_words.day(pd.Timestamp(str(day)))}"):
            plan_lift.show(exercises, proposal.loads, here)


def _day(row: Any, far: str) -> None:
    st.markdown(f"**{plan_words.day(row.day)}**: {_what(row, far)}  \n{plain(row.why)}")


def _usual(distances: Mapping[str, UsualDistance], unit: DistanceUnit) -> str:
    """Say what the distances rest on."""
    told = [
        f"{run_word(kind)} {units.format_distance(far, unit)} ({units.count(n, 'run')})"
        for kind, (far, n) in distances.items()
    ]
    half = "half a mile" if unit == "mi" else "half a km"
    return (
        f"Runs go as far as usual, the median of the last {DISTANCE_WEEKS} weeks to {half}: "
        f"{', '.join(told)}."
    )


def _what(row: Any, far: str) -> str:
    run = f"{run_word(row.run)}{far and f' of {far}'}" if row.run else ""
    lift = ("lift" if row.legs else "lift without leg work") if row.lift else ""
    return ", then ".join(part for part in (run, lift) if part) or "rest"


def _sentences(title: str, told: tuple[str, ...]) -> None:
    if not told:
        return
    st.markdown(
        f"**{title}**  \n" + "  \n".join(plain(sentence) for sentence in dict.fromkeys(told))
    )
