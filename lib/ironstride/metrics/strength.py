"""How strong: estimated one-repetition maximum and the best set of each session."""

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.log import LiftSets
from ironstride.frames.strength import SessionBests
from ironstride.metrics.body_weight_moves import added_bests, system_loads
from ironstride.metrics.e1rm import FACTORS, LAST_REPS, SINGLE, SURE_REPS, Formula, e1rm, estimates
from ironstride.metrics.holds import hold_bests
from ironstride.metrics.real_change import two_days
from ironstride.metrics.relative_strength import relative_bests
from ironstride.metrics.rep_brackets import rep_mix, rep_records, rep_shares
from ironstride.metrics.smooth import smooth_line
from ironstride.metrics.strength_days import daily_bests, weekly_bests
from ironstride.metrics.trend import e1rm_trend, hold_trend

__all__ = [
    "FACTORS",
    "LAST_REPS",
    "SINGLE",
    "SURE_REPS",
    "Formula",
    "added_bests",
    "daily_bests",
    "e1rm",
    "e1rm_trend",
    "estimates",
    "hold_bests",
    "hold_trend",
    "relative_bests",
    "rep_mix",
    "rep_records",
    "rep_shares",
    "session_bests",
    "smooth_line",
    "system_loads",
    "two_days",
    "weekly_bests",
]


def session_bests(
    lift_sets: DataFrame[LiftSets], formula: Formula = "mean"
) -> DataFrame[SessionBests]:
    """Return the best working set of each exercise and session, with its e1RM [kg], (n, 12).

    Only weighted exercises, at least one rep and a load above 0; warm-ups never count, drop sets
    and sets to failure do. A tested maximum is preferred: a single to failure (0 in reserve, or
    marked so) that no other working set of the session outweighs, for a single after lighter work
    is not a maximum. Else the set with the highest e1RM; among equals the one with the fewest
    reps. A session whose every set runs beyond 12 repetitions to failure has no row: there is
    nothing to estimate.

    >>> one = {"session_id": 1, "started_at": pd.Timestamp("2026-11-17 18:00"), "position": 0,
    ...        "exercise": "Back squat", "kind": "weighted", "lower_body": True,
    ...        "body_mass_fraction": 0.87, "set_type": "work", "side": "", "hold_s": None}
    >>> table = pd.DataFrame([one | {"reps": 5, "load_kg": 100.0, "rir": None},
    ...                       one | {"reps": 3, "load_kg": 100.0, "rir": 4}])
    >>> session_bests(LiftSets.validate(table))[["e1rm_kg", "reps"]].round(1).values.tolist()
    [[121.7, 3.0]]
    """
    working = _working(lift_sets)
    estimated = estimates(working, formula).assign(tested=_tested(working))
    ranked = estimated.dropna(subset="e1rm_kg").sort_values(
        ["tested", "e1rm_kg", "n", "reps", "position"], ascending=[False, False, True, True, True]
    )
    best = ranked.drop_duplicates(["session_id", "exercise"])
    ordered = best.sort_values(["started_at", "session_id", "exercise"], ignore_index=True)
    return SessionBests.validate(ordered)


def _tested(working: pd.DataFrame) -> "pd.Series[bool]":
    single = (working.reps == 1) & (working.rir.eq(0) | working.set_type.eq("failure"))
    beside = working[working.session_id.isin(working.session_id[single])]
    heaviest = beside.groupby(["session_id", "exercise"]).load_kg.transform("max")
    return single & (working.load_kg == heaviest.reindex(working.index))


def _working(lift_sets: DataFrame[LiftSets]) -> pd.DataFrame:
    return lift_sets[
        (lift_sets.kind == "weighted")
        & (lift_sets.set_type != "warmup")
        & (lift_sets.reps >= 1)
        & (lift_sets.load_kg > 0)
    ]
