"""Small tables of races, laps and time trials: what is not given is unknown."""

from typing import Any

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames import FitnessTests, RunLaps
from ironstride.frames.prediction import AllOut
from ironstride.units import parse_clock

TEST = {"exercise": "", "side": "", "notes": ""}
SHORT, LONG = 1609.344, 42_195.0


def clock(text: str) -> float:
    """Return [s] of a time as the books print it."""
    return parse_clock(text)


def laps_of(*runs: list[tuple[float, float]]) -> DataFrame[RunLaps]:
    """The laps of runs 1, 2 …, each as (distance [m], time [s])."""
    rows = [
        {"session_id": session, "position": place, "distance_m": metres, "duration_s": seconds}
        for session, laps in enumerate(runs, start=1)
        for place, (metres, seconds) in enumerate(laps)
    ]
    return RunLaps.validate(pd.DataFrame(rows)) if rows else RunLaps.empty()


def trials_of(*rows: dict[str, Any]) -> DataFrame[FitnessTests]:
    filled = [
        {"test_id": n, "protocol": "time_trial"} | TEST | row for n, row in enumerate(rows, start=1)
    ]
    table = pd.DataFrame(filled).reindex(columns=FitnessTests.empty().columns)
    return FitnessTests.validate(table) if rows else FitnessTests.empty()


def all_out_of(*rows: tuple[str, float, float]) -> DataFrame[AllOut]:
    """Races 1, 2 … as (day, distance [m], time [s])."""
    table = pd.DataFrame(
        [
            {"started_at": day, "distance_m": metres, "duration_s": seconds, "source_id": n}
            for n, (day, metres, seconds) in enumerate(rows, start=1)
        ]
    )
    flagged = table.assign(flag="race", source="run")
    return AllOut.validate(flagged) if rows else AllOut.empty()
