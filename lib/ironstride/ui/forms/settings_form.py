"""The settings form: units, week start, zone, heart rates."""

from zoneinfo import available_timezones

import streamlit as st

from ironstride.settings import Settings
from ironstride.ui.forms.fields import Fields
from ironstride.units import Units

_HERE = "As the browser says"


def settings_form(now: Settings, zone: str | None) -> Settings | None:
    """Draw the form and return the settings when Save was pressed and nothing is wrong."""
    fields = Fields("settings", is_new=False)
    with st.form("settings"):
        left, right = st.columns(2)
        with left:
            distance = st.radio(
                "Distance and pace in", ["km", "mi"], index=["km", "mi"].index(now.units.distance)
            )
            weight = st.radio("Weight in", ["kg", "lb"], index=["kg", "lb"].index(now.units.weight))
            starts = ["monday", "sunday"]
            week_start = st.radio(
                "Weeks start on", starts, index=starts.index(now.week_start), format_func=str.title
            )
        with right:
            chosen_zone = _zone(now.zone, zone)
            heart_rates = _heart_rates(fields, now)
            with fields.place("all"):
                pressed = st.form_submit_button("Save settings", type="primary")
    if not pressed or fields.mistakes:
        return None
    return fields.build(
        lambda: Settings(
            units=Units(distance, weight),  # type: ignore[arg-type]  # Units refuses any other
            week_start=week_start,  # type: ignore[arg-type]  # Settings refuses any other
            zone=chosen_zone,
            **heart_rates,
        )
    )


def _zone(chosen: str | None, browser: str | None) -> str | None:
    options = [_HERE, *sorted(available_timezones())]
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


def _heart_rates(fields: Fields, now: Settings) -> dict[str, int | None]:
    labels = {
        "max_hr_bpm": ("Maximum heart rate (bpm)", "Measured in a race or a test, if you know it"),
        "rest_hr_bpm": ("Heart rate at rest (bpm)", "In the morning, before getting up"),
        "reference_hr_bpm": (
            "Reference heart rate (bpm)",
            (
                "Easy pace is compared at this heart rate. Left empty: 70 % of the reserve between "
                "rest and maximum, or 75 % of the maximum"
            ),
        ),
    }
    return {
        name: _whole(fields.number(name, label, now, help_text))
        for name, (label, help_text) in labels.items()
    }


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)
