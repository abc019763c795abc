"""Races ahead, and when the last leg work before each belongs."""

from datetime import date, timedelta

import streamlit as st

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
    ahead = races(here.log)
    days, is_any = ahead.day.dt.date, False
    for row in ahead[(days >= max(week, here.today)) & (days <= week + AHEAD)].itertuples():
        race = row.day.date()
        found = taper(race, _leg_days(race, here), today=here.today)
        name = row.title or "Race"
        st.markdown(f"**{plain(name)}, {plan_words.day(race)}.** {plain(found.sentence)}")
        is_any = True
    if is_any:
        explain("taper")


def _leg_days(race: date, here: Here) -> set[date]:
    """Return the days of leg work before a race: done, or planned from today on."""
    done = _done(here)
    ahead = planned(here.log, here.today, race)
    legs = ahead.day.dt.date[ahead.legs & (ahead.status == "planned")]
    return {*done, *legs}


@cache.once
def _done(here: Here) -> frozenset[date]:
    return frozenset(leg_days(cache.lift_sets(here.log), here.settings.hard_rir))
