"""Heart-rate zones in bpm: what can be had from the settings, and what is missing for the rest."""

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.frames import Runs
from ironstride.metrics.zones import (
    HeartRateZones,
    Zone,
    above_maximum,
    available_zones,
    missing_zones,
)
from ironstride.settings import Settings
from ironstride.ui import menu
from ironstride.ui import show as on_page
from ironstride.ui.page import Here
from ironstride.ui.words import plain

NAMES = {
    "reserve": "of heart-rate reserve",
    "maximum": "of maximum heart rate",
    "threshold": "of threshold heart rate",
}


def show(runs: DataFrame[Runs], here: Here) -> None:
    """Draw the zones as a small table, and say where a run does not fit the maximum."""
    st.subheader("Heart-rate zones")
    entered = here.settings.heart_rates()
    found = available_zones(**entered)
    if found:
        table = _table(found)
        on_page.table(
            [dict(zip(table.columns, row, strict=True)) for row in table.itertuples(index=False)]
        )
        on_page.below(_says(here.settings), "zones", table)
    missing = list(missing_zones(**entered).values())
    if missing:
        (st.caption if found else st.info)(plain(" ".join(missing)))
        menu.link("settings", "Settings")
    if here.settings.max_hr_bpm is not None:
        _note_above(above_maximum(runs, max_hr_bpm=here.settings.max_hr_bpm), here.settings)


def _table(found: tuple[HeartRateZones, ...]) -> pd.DataFrame:
    columns = {
        NAMES[one.basis]: {zone.label: _written(zone) for zone in one.zones} for one in found
    }
    # By threshold the fifth zone has three parts, which the others do not have.
    table = pd.DataFrame(columns).sort_index().fillna("")
    return table.rename_axis("zone (bpm)").reset_index()


def _written(zone: Zone) -> str:
    if not zone.low_bpm:
        return f"up to {zone.high_bpm}, {zone.name}"
    high = "and above" if zone.high_bpm is None else f"to {zone.high_bpm}"
    return f"{zone.low_bpm} {high}, {zone.name}"


def _says(settings: Settings) -> str:
    known = {
        "your maximum of": settings.max_hr_bpm,
        "at rest": settings.rest_hr_bpm,
        "at your threshold": settings.threshold_hr_bpm,
    }
    told = [f"{name} {bpm} bpm" for name, bpm in known.items() if bpm is not None]
    return f"From {', '.join(told)}."


def _note_above(above: DataFrame[Runs], settings: Settings) -> None:
    if above.empty:
        return
    latest = above.iloc[-1]
    have = "has" if len(above) == 1 else "have"
    st.warning(
        f"{units.count(len(above), 'run')} {have} a mean heart rate above your maximum of "
        f"{settings.max_hr_bpm} bpm, the latest {latest.avg_hr_bpm:.0f} bpm on "
        f"{latest.started_at:%d %b %Y}. Either the watch was wrong, or your maximum is higher."
    )
    menu.link("history", "Open the latest", session=str(latest.session_id))
