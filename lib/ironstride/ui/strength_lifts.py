"""The strength page's lifts: the best set of each session, where it is heading, how sure."""

from datetime import date

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts import strength as charts
from ironstride.charts.panels import MOST_MARKS
from ironstride.charts.race_words import day_in_words
from ironstride.frames import LiftSets
from ironstride.frames.strength import SessionBests
from ironstride.frames.strength_trends import DailyBests
from ironstride.metrics.smooth import smooth_line
from ironstride.metrics.strength_days import weekly_bests
from ironstride.metrics.trend import Trend, e1rm_trend
from ironstride.ui import (
    cache,
    day_to_open,
    filters,
    menu,
    sessions_of,
    strength_data,
    strength_words,
)
from ironstride.ui import show as on_page
from ironstride.ui.fitness_cards import CARDS
from ironstride.ui.page import Here
from ironstride.ui.words import plain


def show(_: DataFrame[LiftSets], here: Here) -> None:
    """Draw the chosen lifts over the chosen span; a mark that is clicked opens its day."""
    first = filters.span("strength", here.today, here.settings.week_start)
    if strength_data.of_days(here).empty:
        st.info("Cannot tell yet: there is no set with a weight and up to 12 reps.")
        return
    chosen = filters.lifts(strength_data.most_often(here))
    if not chosen:
        st.info("Choose a lift or more.")
        return
    trends = {name: _trend(here, name) for name in chosen}
    days = {name: strength_data.of_lift(here, name) for name in chosen}
    _numbers(trends, days, here)
    _words(trends, days, here)
    _draw(_drawn(here, tuple(chosen), first), here)


@cache.once
def _trend(here: Here, name: str) -> Trend:
    bests = strength_data.of_sessions(here)
    own = DataFrame[SessionBests](bests[bests.exercise == name])
    return e1rm_trend(own, today=here.today)


def _numbers(trends: dict[str, Trend], days: dict[str, DataFrame[DailyBests]], here: Here) -> None:
    weight = here.settings.units.weight
    latest = {name: units.format_weight(own.e1rm_kg.iloc[-1], weight) for name, own in days.items()}
    if len(days) > 1:
        on_page.numbers(
            *((plain(name), latest[name], strength_words.per_month(trends[name])) for name in days)
        )
        return
    name, own = next(iter(days.items()))
    best, tested = own.iloc[int(own.e1rm_kg.argmax())], own[own.tested]
    shown = [
        ("Latest e1RM", latest[name], day_in_words(own.day.iloc[-1])),
        ("Best e1RM", units.format_weight(best.e1rm_kg, weight), day_in_words(best.day)),
        ("A month", strength_words.slope(trends[name]), trends[name].status),
    ]
    if len(tested):
        last = tested.iloc[-1]
        tried = units.format_weight(last.e1rm_kg, weight)
        shown.append(("Last tested maximum", tried, day_in_words(last.day)))
    on_page.numbers(*shown)


def _words(trends: dict[str, Trend], days: dict[str, DataFrame[DailyBests]], here: Here) -> None:
    """Say where each lift is heading, and whether its latest days differ."""
    several = len(trends) > 1
    for name, trend in trends.items():
        if not several:
            st.subheader(strength_words.finding(name, trend))
        told = [
            f"{name}: {trend.sentence}" if several else trend.sentence,
            strength_words.latest_change(days[name], here.settings.units),
            strength_words.latest_tests(days[name], here.settings.units),
        ]
        st.markdown("  \n".join(plain(sentence) for sentence in told if sentence))


def _lift(name: str, first: date | None, here: Here) -> charts.Lift:
    """Return what is drawn of a lift: its days, or its weeks where there are too many days."""
    trend = _trend(here, name)
    shown = filters.since(strength_data.of_lift(here, name), DailyBests.day, first)
    by_week = len(shown) > MOST_MARKS
    if by_week:
        weekly = weekly_bests(shown, here.settings.week_start)
        shown = DailyBests.validate(weekly.tail(MOST_MARKS).reset_index(drop=True))
    return charts.Lift(
        name,
        shown,
        smooth_line(shown.day, shown.e1rm_kg),
        trend.line,
        best_of="week" if by_week else "day",
    )


@cache.once
def _drawn(here: Here, names: tuple[str, ...], first: date | None) -> cache.Drawn | None:
    shown = [_lift(name, first, here) for name in names]
    if all(one.bests.empty for one in shown):
        return None
    table, chosen = pd.concat([one.bests for one in shown], ignore_index=True), here.settings.units
    return charts.lifts(shown, chosen), charts.lifts_alt(shown, chosen), table


def _draw(found: cache.Drawn | None, here: Here) -> None:
    if found is None:
        st.info("No session with these lifts in this span. Choose a longer one.")
        return
    figure, says, drawn = found
    clicked = on_page.chart_to_click(figure, says, how="e1rm", table=drawn)
    reach = (drawn.day.min().date(), max(here.today, drawn.day.max().date()))
    day = day_to_open.of(clicked, "Sessions of the day", *reach, how="e1rm")
    if day:
        sessions_of.one_day(day, here, kind="lift")
        if (drawn[drawn.day.dt.date == day].source == "test").any():
            st.caption("A fitness test of that day is among the marks.")
            menu.link("fitness_test", "Fitness tests", fitness_protocol=CARDS["rep_max"].name)
