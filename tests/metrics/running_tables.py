"""Small tables to add up by hand: what is not given is unknown."""

from typing import Any

import pandas as pd
from hypothesis import settings
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames import LiftSets, Runs, Sessions
from ironstride.frames.base import Frame

Row = dict[str, Any]

# Each example builds and checks whole tables: few examples, and no clock on a busy machine.
FEW = settings(max_examples=25, deadline=None)

RUN: Row = {"sport": "run", "type": "easy"}
SESSION: Row = {"kind": "run", "sport": "run", "title": "", "notes": ""}
LIFT_SET: Row = {
    "position": 0,
    "exercise": "Back squat",
    "kind": "weighted",
    "lower_body": True,
    "body_mass_fraction": 0.0,
    "set_type": "work",
    "side": "",
    "load_kg": 80.0,
}


def _table(model: type[Frame], default: Row, rows: tuple[Row, ...]) -> pd.DataFrame:
    filled = [{"session_id": n} | default | row for n, row in enumerate(rows, start=1)]
    table = pd.DataFrame(filled).reindex(columns=model.empty().columns)
    return table.assign(started_at=pd.to_datetime(table.started_at, format="ISO8601"))


def runs_of(*rows: Row) -> DataFrame[Runs]:
    return Runs.validate(_table(Runs, RUN, rows)) if rows else Runs.empty()


def sessions_of(*rows: Row) -> DataFrame[Sessions]:
    return Sessions.validate(_table(Sessions, SESSION, rows)) if rows else Sessions.empty()


def lift_sets_of(*rows: Row) -> DataFrame[LiftSets]:
    return LiftSets.validate(_table(LiftSets, LIFT_SET, rows)) if rows else LiftSets.empty()


def any_runs() -> st.SearchStrategy[DataFrame[Runs]]:
    """Up to twenty runs of autumn 2026, with or without distance, time, climb and heart rate."""

    def maybe(low: float, high: float) -> st.SearchStrategy[float | None]:
        return st.none() | st.floats(low, high)

    row = st.fixed_dictionaries(
        {
            "started_at": st.datetimes(
                pd.Timestamp("2026-08-01").to_pydatetime(),
                pd.Timestamp("2026-11-22 23:59:59").to_pydatetime(),
            ),
            "type": st.sampled_from(["easy", "long", "tempo", "other"]),
            "distance_m": maybe(100, 60_000),
            "duration_s": maybe(60, 20_000),
            "ascent_m": maybe(0, 900),
            "avg_hr_bpm": maybe(90, 200),
        }
    )
    return st.lists(row, max_size=20).map(lambda rows: runs_of(*rows))
