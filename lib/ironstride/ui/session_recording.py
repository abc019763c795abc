"""What was recorded of a session: lines over its course, splits, zones, where it went."""

from typing import cast
from urllib.parse import urlsplit

import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts import stream as charts
from ironstride.charts import track, zone_time
from ironstride.frames.stream import SampleLines, Samples
from ironstride.metrics import recording
from ironstride.metrics.zones import Basis, available_zones
from ironstride.records import Run, Session
from ironstride.store import heart_seconds, laps, samples
from ironstride.ui import filters, menu, session_splits
from ironstride.ui import show as draw
from ironstride.ui.explain import HOW
from ironstride.ui.heart_rate_zones import NAMES
from ironstride.ui.page import Here
from ironstride.units import Units

_OVER = {"distance": "Over distance", "time": "Over time"}
_ON_FOOT = ("walk", "hike")
WHOLE = 0.9


def show(session_id: int, found: Session, here: Here) -> None:
    """Draw what was recorded of a session on the way, if anything was."""
    table = samples(here.log, session_id)
    if table.empty:
        return
    lines = recording.sample_lines(table)
    st.subheader("Recording")
    if isinstance(found, Run):
        _show_numbers(table, here.settings.units)
    _show_lines(session_id, found, lines, here)
    if isinstance(found, Run):
        session_splits.show(table, here.settings.units)
    _show_zones(session_id, here)
    _show_track(lines, here.settings.units)


def _show_numbers(table: DataFrame[Samples], chosen: Units) -> None:
    """Draw the pace on the flat and how speed and heart rate part; say what they would take."""
    halves, flat = recording.decoupling(table), recording.flat_pace(table)
    shown = []
    if flat is not None:
        pace = units.format_pace(1000.0, flat, chosen.distance)
        shown.append(("Flat pace", pace, "adjusted for hills"))
    if halves is not None:
        change = f"{halves.pct:+.1f} %".replace("-", "−")
        shown.append(("Decoupling", change, "second half against first"))
    if shown:
        draw.numbers(*shown)
    if halves is not None:
        _explain(halves, chosen)
    elif table.hr_bpm.notna().any():
        st.caption("Decoupling: cannot tell. It takes 20 minutes in motion with a heart rate.")


def _explain(halves: recording.Halves, chosen: Units) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            f"First half {_pace(halves.first_mps, chosen)} at {halves.first_hr_bpm:.0f} bpm, "
            f"second half {_pace(halves.second_mps, chosen)} at {halves.second_hr_bpm:.0f} bpm. "
            "It tells something of a steady run only."
        )
        with st.popover("How is decoupling computed?"):
            st.markdown(HOW["decoupling"])


def _show_lines(session_id: int, found: Session, lines: DataFrame[SampleLines], here: Here) -> None:
    chosen = here.settings.units
    paced = isinstance(found, Run) or found.sport in _ON_FOOT
    over = filters.choice("recording", "over", _OVER) if charts.has_distance(lines) else "time"
    figure = charts.stream(
        lines,
        chosen,
        over=cast("charts.Over", over),
        laps=laps(here.log, session_id) if isinstance(found, Run) else None,
        paced=paced,
    )
    says = charts.stream_alt(lines, chosen, paced=paced)
    draw.chart(figure, says, how="recording", table=lines)
    if isinstance(found, Run) and found.distance_m:
        _say_part(float(lines.distance_m.max()), found.distance_m, chosen)


def _say_part(recorded_m: float, whole_m: float, chosen: Units) -> None:
    """Say how much of a run was recorded where that is not most of it."""
    if recorded_m < WHOLE * whole_m:
        part, whole = (
            units.format_distance(one, chosen.distance, 2) for one in (recorded_m, whole_m)
        )
        st.caption(f"{part} of {whole} were recorded on the way.")


def _show_zones(session_id: int, here: Here) -> None:
    """Draw the time in each heart-rate zone by what was entered; say what is missing for it."""
    heart = heart_seconds(here.log, session_id)
    if heart.empty:
        return
    st.subheader("Time in heart-rate zones")
    every = {one.basis: one for one in available_zones(**here.settings.heart_rates())}
    if not every:
        st.info("Zones need your maximum heart rate, or the one at your threshold.")
        menu.link("settings", "Settings")
        return
    names: dict[str, str] = {basis: f"By {NAMES[basis].removeprefix('of ')}" for basis in every}
    basis = filters.choice("recording", "zones", names) if len(names) > 1 else next(iter(names))
    table = recording.zone_seconds(heart, every[cast("Basis", basis)])
    draw.chart(
        zone_time.zone_time(table), zone_time.zone_time_alt(table), how="zone_time", table=table
    )


def _show_track(lines: DataFrame[SampleLines], chosen: Units) -> None:
    if not track.has_track(lines):
        return
    st.subheader("Track")
    if not _on_own_machine():
        st.caption("The track is drawn only in a browser on the machine that holds the log.")
        return
    draw.chart(track.track(lines, chosen), track.track_alt(lines, chosen), how="track")


def _on_own_machine() -> bool:
    """Tell whether the browser asks this very machine; over a network nothing is drawn."""
    return urlsplit(st.context.url or "").hostname in ("localhost", "127.0.0.1", "::1")


def _pace(speed_mps: float, chosen: Units) -> str:
    return units.format_pace(speed_mps, 1.0, chosen.distance)
