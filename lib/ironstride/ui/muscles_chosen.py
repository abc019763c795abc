"""One muscle group: its exercises and sets in the span, and what else would reach it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts.race_words import day_in_words
from ironstride.frames import LiftSets
from ironstride.frames.muscles import MuscleTotals
from ironstride.metrics import muscle_exercises as metrics
from ironstride.records import LiftSet
from ironstride.records.guide import guides
from ironstride.store.exercise_entries import exercise_entries
from ironstride.ui import cache, menu
from ironstride.ui.page import Here
from ironstride.ui.set_words import sets_in_words
from ironstride.ui.words import plain, tame
from ironstride.units import WeightUnit

EXERCISES = 8
SESSIONS = 8
OFFERED = 5
DIRECT = 1.0


def show(
    muscle: str,
    sets: DataFrame[LiftSets],
    totals: DataFrame[MuscleTotals],
    first: date,
    here: Here,
) -> None:
    """Draw what is behind a group, and what would fill the gap."""
    own: Any = next(totals[totals.muscle == muscle].itertuples())
    st.subheader(muscle.capitalize())
    if own.hard_sets:
        st.markdown(
            f"{own.per_week:.1f} hard sets a week ({own.direct_sets:.1f} of {own.hard_sets:.1f} in "
            f"the span were direct), on {units.count(own.days, 'day')}."
        )
    _exercises(muscle, sets, first, here)
    _sessions(muscle, sets, first, here)
    below = own.per_week < here.settings.least_sets
    _gap(muscle, sets, here, "What would fill the gap?" if below else "What reaches it?")


def _exercises(muscle: str, sets: DataFrame[LiftSets], first: date, here: Here) -> None:
    found = metrics.muscle_exercises(
        sets,
        cache.exercise_muscles(here.log),
        muscle,
        first=first,
        last=here.today,
        hard_rir=here.settings.hard_rir,
    )
    if found.empty:
        st.info("No hard set reached this group in this span.")
        return
    st.markdown("\n".join(f"- {_told(one)}" for one in found.head(EXERCISES).itertuples()))
    if len(found) > EXERCISES:
        rest = found.iloc[EXERCISES:]
        st.caption(
            f"{units.count(len(rest), 'exercise')} more, counted {rest.hard_sets.sum():.1f}."
        )


def _told(one: Any) -> str:
    return (
        f"**{plain(one.exercise)}**: {_how(one.share)}, {units.count(one.sets, 'set')}, counted "
        f"{one.hard_sets:.1f}, last {day_in_words(one.last_day)}"
    )


def _sessions(muscle: str, sets: DataFrame[LiftSets], first: date, here: Here) -> None:
    found = metrics.muscle_sets(
        sets,
        cache.exercise_muscles(here.log),
        muscle,
        first=first,
        last=here.today,
        hard_rir=here.settings.hard_rir,
    )
    sessions = list(found.groupby("session_id", sort=False))
    for session_id, own in sessions[:SESSIONS]:
        with st.container(horizontal=True, vertical_alignment="center", wrap=False):
            st.text(tame(_in_words(own, here.settings.units.weight)), width="stretch")
            menu.link("history", "Open", session=str(session_id))
    if len(sessions) > SESSIONS:
        st.caption(
            f"The last {SESSIONS} of {units.count(len(sessions), 'session')}; History shows all."
        )


def _in_words(own: pd.DataFrame, unit: WeightUnit) -> str:
    lines = [
        f"{exercise}: {sets_in_words(_records(rows.itertuples()), unit)}"
        for exercise, rows in own.groupby("exercise", sort=False)
    ]
    return "\n".join([day_in_words(own.started_at.iloc[0]), *lines])


def _records(rows: Iterable[Any]) -> list[LiftSet]:
    return [
        LiftSet(
            exercise=one.exercise,
            set_type=one.set_type,
            side=one.side or None,
            reps=None if pd.isna(one.reps) else int(one.reps),
            load_kg=one.load_kg,
            hold_s=None if pd.isna(one.hold_s) else one.hold_s,
            rir=None if pd.isna(one.rir) else one.rir,
        )
        for one in rows
    ]


def _gap(muscle: str, sets: DataFrame[LiftSets], here: Here, title: str) -> None:
    st.subheader(title)
    found = metrics.gap_exercises(
        sets,
        cache.exercise_muscles(here.log),
        muscle,
        today=here.today,
        offered=_offered(here),
    )
    if found.empty:
        st.caption("The catalogue holds no exercise for this group.")
    for one in found.head(OFFERED).itertuples():
        with st.container(horizontal=True, vertical_alignment="center", wrap=False):
            st.markdown(_offer(one), width="stretch")
            menu.link("exercises", "How", exercises_text=str(one.exercise))


def _offered(here: Here) -> list[str]:
    """Return the exercises that are offered and make hard sets; jumps make contacts."""
    return [
        entry.exercise.name
        for entry in exercise_entries(here.log)
        if not entry.is_archived and entry.exercise.kind != "plyometric"
    ]


def _offer(one: Any) -> str:
    done = f"{units.count(one.sets, 'set')}, last {day_in_words(one.last_day)}" if one.done else ""
    head = f"**{plain(one.exercise)}**: {_how(one.share)}, {done or 'not done yet'}"
    guide = guides().get(one.exercise)
    return f"{head}  \n{plain(guide.cues[0])}" if guide else head


def _how(share: float) -> str:
    return "directly" if share >= DIRECT else "beside others"
