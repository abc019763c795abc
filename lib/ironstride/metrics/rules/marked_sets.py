"""What the rules need to know of each set: heavy, for the legs, a hold for the core."""

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames import ExerciseMuscles, LiftSets
from ironstride.metrics.e1rm import Formula
from ironstride.metrics.hard_sets import DIRECT, HARD_RIR, is_hard, is_working, sides_weight
from ironstride.metrics.intensity import (
    HEAVY,
    HEAVY_REPS,
    reps_to_failure,
    share_of_maximum,
)

RULE_REPS = 6
LEG_SETS = 2


def marked_sets(
    lift_sets: DataFrame[LiftSets],
    muscles: DataFrame[ExerciseMuscles],
    *,
    formula: Formula = "mean",
    hard_rir: int = HARD_RIR,
) -> pd.DataFrame:
    """Return the working sets with what the rules ask of them, shape (n, 20).

    `heavy_enough` are leg sets of at most 6 repetitions to failure or at least 80 % of the maximum
    (`share_of_maximum`), `heavy_legs` the same with 8 (Llanos-Lagos 2024, doi
    10.1007/s40279-023-01978-y); `maybe_heavy` those of few repetitions of which neither is known.
    Legs are the exercises of the lower-body index. `core_hold` are holds that work the core
    directly, `mapped` sets of an exercise with muscle groups. `weight` is a half for one side.

    >>> marked_sets(LiftSets.empty(), ExerciseMuscles.empty()).empty
    True
    """
    n, share = reps_to_failure(lift_sets), share_of_maximum(lift_sets, formula)
    legs = lift_sets.lower_body & (lift_sets.kind != "plyometric")
    direct_core = muscles.exercise[(muscles.muscle == "core") & (muscles.share >= DIRECT)]
    few = (lift_sets.reps > 0) & (lift_sets.reps <= HEAVY_REPS)
    marked = lift_sets.assign(
        weight=sides_weight(lift_sets),
        hard=is_hard(lift_sets, hard_rir),
        heavy_enough=legs & ((n <= RULE_REPS) | (share >= HEAVY)),
        heavy_legs=legs & ((n <= HEAVY_REPS) | (share >= HEAVY)),
        maybe_heavy=legs & few & n.isna() & share.isna(),
        mapped=lift_sets.exercise.isin(muscles.exercise),
        core_hold=(lift_sets.kind == "timed") & lift_sets.exercise.isin(direct_core),
    )
    return marked[is_working(lift_sets)]


def heavy_legs(marked: pd.DataFrame) -> dict[int, bool | None]:
    """Return of each session with sets whether it had 2 heavy leg sets; None where it may have.

    >>> heavy_legs(marked_sets(LiftSets.empty(), ExerciseMuscles.empty()))
    {}
    """
    sums = pd.DataFrame(
        {
            "session_id": marked.session_id,
            "sure": marked.weight.where(marked.heavy_legs, 0.0),
            "maybe": marked.weight.where(marked.heavy_legs | marked.maybe_heavy, 0.0),
        }
    )
    by_session = sums.groupby("session_id").sum()
    told = zip(by_session.index, by_session.sure, by_session.maybe, strict=True)
    return {
        int(session): True if sure >= LEG_SETS else None if maybe >= LEG_SETS else False
        for session, sure, maybe in told
    }
