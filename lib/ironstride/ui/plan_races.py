"""Races ahead, and when the last leg work before each belongs."""

from datetime import date, timedelta
from typing import Any

import streamlit as st

from ironstride.charts.race_words import each
from ironstride.metrics.taper import leg_days, taper
from ironstride.store.goals import races
from ironstride.store.plan import planned
from ironstride.ui import cache, plan_words
from ironstride.ui.page import Here
from ironstride.ui.show import explain
from ironstride.ui.words import plain

AHEAD = timedelta(weeks=6)


def show(week: date, here: Here) -> None:
    """Draw a sentence for each race of the weeks after a week, at most six of them."""
    if told := _told(here, week):
        st.markdown("\n\n".join(told))
        explain("taper")


@cache.once
def _told(here: Here, week: date) -> tuple[str, ...]:
    ahead = races(here.log)
    days = ahead.day.dt.date
    near = ahead[(days >= max(week, here.today)) & (days <= week + AHEAD)]
    return tuple(_race(row, here) for row in each(near))


def _race(row: Any, here: Here) -> str:
    race = row.day.date()
    found = taper(race, _leg_days(race, here), today=here.today)
    name = row.title or "Race"
    return f"**{plain(name)}, {plan_words.day(race)}.** {plain(found.sentence)}"


def _leg_days(race: date, here: Here) -> set[date]:
    """Return the days of leg work before a race: done, or planned from today on."""
    done = _done(here)
    ahead = planned(here.log, here.today, race)
    legs = ahead.day.dt.date[ahead.legs & (ahead.status == "planned")]
    return {*done, *legs}


@cache.once
def _done(here: Here) -> frozenset[date]:
    return frozenset(leg_days(cache.lift_sets(here.log), here.settings.hard_rir))
