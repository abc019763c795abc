"""The strength page's body: strength for one's mass, moves of the body, holds."""

from datetime import date

import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import store, units
from ironstride.charts import relative_strength as charts
from ironstride.charts.panels import MOST_MARKS
from ironstride.charts.race_words import day_in_words
from ironstride.frames import LiftSets
from ironstride.frames.strength_trends import DailyBests, RelativeBests
from ironstride.metrics.real_change import two_days
from ironstride.metrics.relative_strength import relative_bests
from ironstride.metrics.smooth import smooth_line
from ironstride.metrics.strength_days import weekly_bests
from ironstride.ui import (
    cache,
    filters,
    menu,
    strength_data,
    strength_holds,
    strength_moves,
    strength_words,
)
from ironstride.ui import show as on_page
from ironstride.ui.page import Here
from ironstride.ui.words import plain
from ironstride.units import Units

MEASURES: dict[str, str] = {"per_kg": "Per body mass", "allometric": "Per mass^0.67"}


def show(_: DataFrame[LiftSets], here: Here) -> None:
    """Draw strength beside body mass, then moves and holds of the body."""
    first = filters.span("strength", here.today, here.settings.week_start)
    _relative(first, here)
    strength_moves.show(first, here)
    strength_holds.show(first, here)


def _relative(first: date | None, here: Here) -> None:
    st.subheader("Stronger, and heavier?")
    lifts = strength_data.most_often(here)
    if not lifts:
        st.info("Cannot tell yet: there is no set with a weight and up to 12 reps.")
        return
    name = filters.exercise(lifts, "strength_lift", "Lift")
    known = _known(here, name, first)
    if known.empty:
        st.info(
            "Cannot tell yet: in this span no day with this lift has a body mass within 60 days "
            "of it. One weighing a month, under Check in, is enough."
        )
        menu.link("check_in", "Check in")
        return
    _numbers(known, here.settings.units)
    measure = filters.choice("strength", "measure", MEASURES)
    figure, says, _ = _drawn(here, name, first, measure)
    on_page.chart(figure, says, how="relative_strength", table=known)


@cache.once
def _known(here: Here, name: str, first: date | None) -> DataFrame[RelativeBests]:
    """Return the days of a lift on which body mass is known."""
    days = filters.since(strength_data.of_lift(here, name), DailyBests.day, first)
    own = _thinned(days, here)
    found = relative_bests(own, store.check_ins(here.log))
    return DataFrame[RelativeBests](found.dropna(subset="body_mass_kg").reset_index(drop=True))


def _thinned(own: DataFrame[DailyBests], here: Here) -> DataFrame[DailyBests]:
    if len(own) <= MOST_MARKS:
        return own
    return DailyBests.validate(weekly_bests(own, here.settings.week_start).tail(MOST_MARKS))


def _numbers(known: DataFrame[RelativeBests], chosen: Units) -> None:
    first, last = known.iloc[0], known.iloc[-1]
    change = two_days(first.e1rm_kg, last.e1rm_kg)
    heavier = last.body_mass_kg - first.body_mass_kg
    gained = strength_words.signed(units.weight_in(heavier, chosen.weight))
    since = f"since {day_in_words(first.day)}"
    weight, lifted = (
        units.format_weight(kg, chosen.weight) for kg in (last.body_mass_kg, last.e1rm_kg)
    )
    on_page.numbers(
        (
            "e1RM per body mass",
            f"{last.per_kg:.2f}",
            f"{first.per_kg:.2f} on {day_in_words(first.day)}",
        ),
        ("e1RM", lifted, f"{strength_words.signed(change.change_pct)} % {since}"),
        ("Body mass", weight, f"{gained} {chosen.weight} {since}"),
    )
    if len(known) > 1:
        st.markdown(
            plain(
                f"First and latest day of the span: e1RM "
                f"{strength_words.signed(change.change_pct)} % ({change.verdict}), body mass "
                f"{gained} {chosen.weight}. The two stand side by side; nothing here says that "
                "one made the other."
            )
        )


@cache.once
def _drawn(here: Here, name: str, first: date | None, chosen: str) -> cache.Drawn:
    known, display = _known(here, name, first), here.settings.units
    measure: charts.Measure = "allometric" if chosen == "allometric" else "per_kg"
    smooth = smooth_line(known.day, known[measure])
    figure = charts.relative_strength(known, smooth, display, measure)
    return figure, charts.relative_strength_alt(known, display, measure), known
