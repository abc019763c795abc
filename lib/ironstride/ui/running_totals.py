"""The numbers of running volume: the span's, beside other spans, and habits."""

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.frames.running import WeeklyVolume
from ironstride.frames.volume import RestDays
from ironstride.metrics.eddington import Eddington
from ironstride.metrics.spans import SpanComparison, SpanTotals, change_pct
from ironstride.metrics.streaks import Streak, Streaks
from ironstride.ui import show
from ironstride.ui.explain import HOW
from ironstride.units import Units, count

UNKNOWN = "not known"
Number = tuple[str, str, str]
MEASURES = {
    "distance_m": "Distance",
    "duration_s": "Time",
    "ascent_m": "Climb",
    "runs": "Runs",
    "longest_m": "Longest run",
}


def span_numbers(weekly: DataFrame[WeeklyVolume], span: SpanTotals, chosen: Units) -> list[Number]:
    """Return the last complete week beside its mean, and what the span adds up to."""
    return [
        *_last_week(weekly, chosen),
        *((label, _written(span, name, chosen), "") for name, label in MEASURES.items()),
    ]


def habits(
    rest: DataFrame[RestDays], streaks: Streaks, eddington: Eddington, unit: units.DistanceUnit
) -> list[Number]:
    """Return rest days a week, runs in a row, and the Eddington number."""
    following = f"{eddington.number + 1} {unit}"
    return [
        _rest(rest),
        _streak("Days in a row", streaks.days),
        _streak("Weeks in a row", streaks.weeks),
        (
            "Eddington number",
            f"{eddington.number} {unit}",
            f"{count(eddington.days_to_next, 'day')} of {following} to go",
        ),
    ]


def beside_others(compared: SpanComparison, chosen: Units) -> None:
    """Show the span before and the same dates last year in a table, or say that none is known."""
    others = {"The span before": compared.before, "Same dates last year": compared.last_year}
    if not any(others.values()):
        st.caption(
            "Against the span before and the same dates last year: not known, the log does not "
            "reach back to them."
        )
        return
    show.table(
        [
            {"Measure": measure}
            | {
                heading: _against(compared.span, other, name, chosen)
                for heading, other in others.items()
            }
            for name, measure in MEASURES.items()
        ]
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_dates(compared))
        with st.popover("How is this compared?"):
            st.markdown(HOW["compared"])


def explained() -> None:
    """Draw the numbers' own explanation."""
    with st.popover("How are these computed?"):
        st.markdown(HOW["volume_numbers"])


def _last_week(weekly: DataFrame[WeeklyVolume], chosen: Units) -> list[Number]:
    complete = weekly[weekly[WeeklyVolume.complete]]
    if complete.empty:
        return []
    last = complete.iloc[-1]
    unknown = last.runs and not last.distance_m
    shown = UNKNOWN if unknown else units.format_distance(last.distance_m, chosen.distance)
    mean = last.mean_distance_m
    beside = "" if pd.isna(mean) else f"mean {units.format_distance(mean, chosen.distance)}"
    return [("Last full week", shown, beside)]


def _written(span: SpanTotals, name: str, chosen: Units) -> str:
    """Return one of a span's totals; zero in spite of runs is not known."""
    value = getattr(span, name)
    if name == "runs":
        return units.number(value)
    if not value:
        return UNKNOWN if span.runs else "none"
    if name == "duration_s":
        return units.format_hours(value)
    if name == "ascent_m":
        return f"{units.number(value)} m"
    return units.format_distance(value, chosen.distance)


def _against(span: SpanTotals, other: SpanTotals | None, name: str, chosen: Units) -> str:
    if other is None:
        return UNKNOWN
    written = _written(other, name, chosen)
    change = change_pct(getattr(span, name), getattr(other, name))
    if change is None or _written(span, name, chosen) == UNKNOWN:
        return written
    return f"{written} ({_signed(change)} %)"


def _signed(change: float) -> str:
    return f"{change:+.0f}".replace("-", "−") if round(change) else "±0"


def _dates(compared: SpanComparison) -> str:
    so_far = "" if compared.finished else " so far"
    told = [f"This span{so_far} is {_from_to(compared.span)}"]
    if compared.before:
        told.append(f"the span before is {_from_to(compared.before)}")
    if compared.last_year:
        told.append(f"last year's is {_from_to(compared.last_year)}")
    return f"{'; '.join(told)}. In brackets: how much more this span is."


def _from_to(span: SpanTotals) -> str:
    return f"{span.first.day} {span.first:%b %Y} to {span.last.day} {span.last:%b %Y}"


def _rest(rest: DataFrame[RestDays]) -> Number:
    whole = rest[rest.complete & (rest.days == 7)]
    if whole.empty:
        return "Rest days a week", UNKNOWN, "needs a complete week"
    return (
        "Rest days a week",
        f"{whole.rest_days.mean():.1f}",
        f"mean of {count(len(whole), 'week')}",
    )


def _streak(label: str, streak: Streak) -> Number:
    longest = f"longest {units.number(streak.longest)}"
    ended = f", to {streak.last:%b %Y}" if streak.last and streak.longest > streak.current else ""
    return label, units.number(streak.current), longest + ended
