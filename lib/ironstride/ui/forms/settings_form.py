"""The settings form: each choice says what it changes."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import streamlit as st

from ironstride.settings import (
    MOST_HARD_RIR,
    MOST_SETS,
    Formula,
    Settings,
    Sex,
    known_zones,
)
from ironstride.standards.guidance_choices import School
from ironstride.ui.forms.fields import Fields
from ironstride.units import Units

T = TypeVar("T")

_HERE = "As the browser says"
_FORMULAS: dict[Formula, str] = {
    "mean": "Mean of Epley and Brzycki", "epley": "Epley",
    "epley_modified": "Epley, modified", "brzycki": "Brzycki",
    "wathan": "Wathan", "lombardi": "Lombardi", "mayhew": "Mayhew", "oconner": "O'Conner",
    "lander": "Lander", "rts": "RTS chart where RPE is known (5 at 8 is 81.1 %)",
}  # fmt: skip
_SCHOOLS: dict[School | None, str] = {
    None: "Not chosen yet",
    "hard days hard": "Hard days hard: lift after the hard run, rest days stay free",
    "alternate days": "Alternate days: lift on days without a run",
    "own": "My own plan",
}
_SEXES: dict[Sex | None, str] = {None: "Left out", "female": "Female", "male": "Male"}


def settings_form(now: Settings, zone: str | None, year: int) -> Settings | None:
    """Draw the form and return the settings when Save was pressed and nothing is wrong."""
    fields = Fields("settings", is_new=False)
    with st.form("settings"):
        left, right = st.columns(2)
        with left:
            known = _reading(now, zone) | _lifting(now) | _watched(fields, now)
            known |= {"guidance": now.guidance}
        with right:
            known |= _body(fields, now, year) | _heart_rates(fields, now)
            with fields.place("all"):
                pressed = st.form_submit_button("Save settings", type="primary")
    if not pressed or fields.mistakes:
        return None
    return fields.build(lambda: Settings(**known))


def _reading(now: Settings, zone: str | None) -> dict[str, Any]:
    st.subheader("Reading")
    distance = _radio("Distance and pace in", ("km", "mi"), now.units.distance, "distance and pace")
    weight = _radio("Weight in", ("kg", "lb"), now.units.weight, "weight and body mass")
    return {
        "units": Units(distance, weight),  # type: ignore[arg-type]  # Units refuses any other
        "week_start": st.radio(
            "Weeks start on",
            ("monday", "sunday"),
            index=("monday", "sunday").index(now.week_start),
            format_func=str.title,
            help="Every weekly sum, mean and chart begins its weeks on this day.",
        ),
        "zone": _zone(now.zone, zone),
    }


def _lifting(now: Settings) -> dict[str, Any]:
    st.subheader("Lifting")
    least, most = st.slider(
        "Hard sets a week you want for a muscle group",
        0,
        MOST_SETS,
        (now.least_sets, now.most_sets),
        help="The page Muscles holds each week against this band. Trials with runners lie at about "
        "4 to 8: a place to start from, no norm.",
    )
    return {
        "least_sets": least,
        "most_sets": most,
        "e1rm_formula": _choice(
            "Formula of the e1RM",
            _FORMULAS,
            now.e1rm_formula,
            "Every estimated one-repetition maximum, its trend and the strength index use it. The "
            "mean lies closest to the published tables.",
        ),
        "hard_rir": st.select_slider(
            "A set is hard with at most this many reps in reserve",
            range(MOST_HARD_RIR + 1),
            value=now.hard_rir,
            help="Weekly hard sets count these, and sets without a note of their reserve.",
        ),
        "school": _choice(
            "How you fit lifting around running",
            _SCHOOLS,
            now.school,
            "The advice disagrees, and neither is shown to be better for running. The rules on the "
            "page Rules follow what you choose; not chosen, they go by your run days a week.",
        ),
    }


def _watched(fields: Fields, now: Settings) -> dict[str, str | None]:
    st.subheader("Files")
    typed = fields.text(
        "watched_folder",
        "Watched folder",
        now.watched_folder or "",
        hint="none",
        tip="A folder on the machine that holds the log. What comes into it is offered under Log, "
        "Import files, and read only when you say so; the files stay as they are.",
    ).strip()
    if typed and typed != now.watched_folder and not Path(typed).expanduser().is_dir():
        fields.mistake("watched_folder", f"there is no folder {typed}")
    return {"watched_folder": typed or None}


def _body(fields: Fields, now: Settings, year: int) -> dict[str, Any]:
    st.subheader("You")
    born = fields.number(
        "birth_year",
        "Birth year",
        now,
        "Estimates your maximum heart rate below; age grades of races need it. May be left out.",
    )
    if born and born > year:
        fields.mistake("birth_year", f"Birth year must not lie after {year}.")
    estimated = now.estimated_max_hr(year)
    if estimated:
        st.caption(
            f"At your age the maximum heart rate is {estimated} bpm on average; in one runner in "
            "three it lies more than 11 bpm away (Nes and others 2013). Measured is better."
        )
    return {
        "birth_year": _whole(born),
        "sex": _choice(
            "Sex",
            _SEXES,
            now.sex,
            "Age grades and heart-rate load differ between women and men. May be left out.",
        ),
    }


def _heart_rates(fields: Fields, now: Settings) -> dict[str, int | None]:
    labels = {
        "max_hr_bpm": (
            "Maximum heart rate (bpm)",
            (
                "The highest you measured in a race or a test. The reference heart rate and the "
                "check of typed heart rates use it."
            ),
        ),
        "rest_hr_bpm": (
            "Heart rate at rest (bpm)",
            "In the morning, before getting up. The reference heart rate uses it.",
        ),
        "reference_hr_bpm": (
            "Reference heart rate (bpm)",
            (
                "Easy pace is compared at this heart rate. Left empty: 70 % of the reserve between "
                "rest and maximum, or 75 % of the maximum."
            ),
        ),
        "threshold_hr_bpm": (
            "Threshold heart rate (bpm)",
            (
                "The mean of an hour's race, or of the last 20 minutes of a hard half hour alone. "
                "Heart-rate zones and what counts as easy use it. May be left out."
            ),
        ),
    }
    return {
        name: _whole(fields.number(name, label, now, help_text))
        for name, (label, help_text) in labels.items()
    }


def _zone(chosen: str | None, browser: str | None) -> str | None:
    options = [_HERE, *sorted(known_zones())]
    answer = st.selectbox(
        "Time zone",
        options,
        index=options.index(chosen) if chosen else 0,
        help="Days and weeks begin at midnight here; times that a file gives in UTC are read here.",
    )
    if answer == _HERE:
        st.caption(f"The browser says {browser or 'nothing; this machine decides'}.")
        return None
    return answer


def _radio(label: str, options: Sequence[str], now: str, what: str) -> str:
    tip = f"Every {what} is shown and typed in this unit; what the log holds stays as exact."
    return st.radio(label, options, index=list(options).index(now), help=tip)


def _choice(label: str, words: Mapping[T, str], now: T, help_text: str) -> T:
    options = list(words)
    return st.selectbox(
        label, options, index=options.index(now), format_func=words.__getitem__, help=help_text
    )


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)
