"""The records page's paces: training paces from race fitness, and critical speed."""

from math import isnan
from typing import Any

import pandas as pd
import streamlit as st
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts import critical_speed as charts
from ironstride.charts.race_words import each
from ironstride.frames import FitnessTests, Runs
from ironstride.metrics import prediction
from ironstride.metrics.critical_speed import FEWEST, CriticalSpeed
from ironstride.ui import filters, menu, records_data
from ironstride.ui import show as on_page
from ironstride.ui.page import Here
from ironstride.ui.records_predictions import too_old
from ironstride.ui.records_rows import TIME_TRIAL, no_race
from ironstride.ui.words import plain
from ironstride.units import Units

# Distances that most runners race in 2 to 20 minutes [m].
TRIALS_M = (1_500.0, 3_000.0, 2_000.0)
ZONES = {
    "easy": "Easy", "marathon": "Marathon", "threshold": "Threshold", "interval": "Interval",
    "repetition": "Repetition",
}  # fmt: skip


def show(_: DataFrame[Runs], __: DataFrame[FitnessTests], here: Here) -> None:
    """Draw the paces of the current race fitness, and critical speed or what it takes."""
    rated = records_data.rated(here)
    if rated.empty:
        no_race()
        return
    weeks, chosen = filters.recent_weeks(), here.settings.units
    fitness = prediction.current_fitness(rated, today=here.today, weeks=weeks)
    if fitness is None:
        too_old(rated, chosen)
    else:
        _paces(fitness, chosen)
    recent = records_data.recent(here, weeks)
    found = prediction.critical_speed(prediction.lasting_minutes(recent))
    _critical_speed(found, chosen)


def _paces(fitness: float, chosen: Units) -> None:
    st.subheader("At what pace to train now?")
    paces = prediction.training_paces(fitness)
    on_page.table([_row(one, chosen) for one in each(paces)])
    on_page.below(
        f"From a race fitness of {fitness:.1f}, the best of this span; on flat ground, in cool "
        "air.",
        "training_paces",
        paces,
    )


def _row(one: Any, chosen: Units) -> dict[str, str]:
    def written(s_per_km: float) -> str:
        return units.format_clock(s_per_km * units.metres(1, chosen.distance) / 1000)

    return {
        "Zone": ZONES[one.zone],
        f"Pace (min/{chosen.distance})": (
            f"{written(one.slow_s_per_km)} to {written(one.fast_s_per_km)}"
        ),
        "Usual": "" if isnan(one.usual_s_per_km) else written(one.usual_s_per_km),
    }


def _critical_speed(found: CriticalSpeed, chosen: Units) -> None:
    st.subheader("Which speed can you hold for long?")
    if found.speed_mps is None or found.d_prime_m is None or found.r2 is None:
        _missing(found, chosen)
        return
    on_page.numbers(
        ("Critical speed", units.format_pace(found.speed_mps, 1, chosen.distance), "as a pace"),
        ("D′", f"{found.d_prime_m:.0f} m", "beyond it"),
        ("Efforts", str(len(found.efforts)), "of 2 to 20 minutes"),
    )
    on_page.chart(
        charts.critical_speed(found.efforts, found.speed_mps, found.d_prime_m, chosen),
        charts.critical_speed_alt(
            found.efforts, found.speed_mps, found.d_prime_m, found.r2, chosen
        ),
        how="critical_speed",
        table=pd.DataFrame(found.efforts, columns=["distance_m", "duration_s"]),
    )


def _missing(found: CriticalSpeed, chosen: Units) -> None:
    """Say why there is no critical speed, which efforts there are, and which would do."""
    told = ["Cannot tell yet.", found.reason]
    if found.efforts:
        told.append(f"In this span: {charts.efforts_in_words(found.efforts, chosen)}.")
    if len(found.efforts) < FEWEST:
        told.append(_wanted([distance_m for distance_m, _ in found.efforts]))
    st.info(plain(" ".join(told)))
    menu.link("fitness_test", "Do a time trial", fitness_protocol=TIME_TRIAL)


def _wanted(there: list[float]) -> str:
    other = [m for m in TRIALS_M if not any(abs(m - one) < 0.1 * m for one in there)]
    names = [f"{m:.0f} m" for m in other[: FEWEST - len(there)]]  # in metres on any track
    trials = "A time trial" if len(names) == 1 else "Time trials"
    return f"{trials} over {' and '.join(names)}, on different days, would do."
