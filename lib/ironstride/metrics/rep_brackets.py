"""Reps in ranges: the record of each, and how the sets divide among them."""

from datetime import date

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import LiftSets
from ironstride.frames.strength_trends import BracketRecords, RepMix, RepShares

BRACKETS = ("1", "2–3", "4–6", "7–10", "11–15", "16+")
_FIRST_REPS = (1, 2, 4, 7, 11, 16)
# A rep more at the same load raises a record, though by less than the lightest plate would.
_PER_REP_KG = 1e-5


def rep_records(lift_sets: DataFrame[LiftSets]) -> DataFrame[BracketRecords]:
    """Return every raise of the heaviest load [kg] for 1, 2–3, 4–6, 7–10 and 11–15 reps.

    A set raises its exercise's record by more load, or by more reps of the same load; of one
    session the best set of a bracket counts. Reps as done, whatever was left in reserve.
    Brackets are ours, along the shares of a maximum they allow (NSCA: 100, 95 to 93, 90 to 85, 83
    to 75 %, below). Weighted exercises, and the weight added to those of the body; warm-ups and
    sets beyond 15 reps never count. The first has no gain.

    >>> rep_records(LiftSets.empty()).shape
    (0, 9)
    """
    done = _with_bracket(
        lift_sets[lift_sets.kind.isin(("weighted", "bodyweight")) & (lift_sets.load_kg > 0)]
    )
    done = done[done.bracket != BRACKETS[-1]]
    done = done.assign(
        height=done.load_kg + _PER_REP_KG * done.reps,
        same=done.groupby(["exercise", "bracket"]).ngroup(),
    )
    best = done.sort_values(["height", "position"], ascending=[False, True])
    best = best.drop_duplicates(["session_id", "same"])
    best = best.sort_values(["started_at", "session_id", "same"], ignore_index=True)
    top = best.groupby("same").height.cummax()
    raised = best[~(top <= top.groupby(best.same).shift())]
    return BracketRecords.validate(
        raised.assign(
            gain_kg=raised.groupby("same").load_kg.diff(),
            current=~raised.duplicated("same", keep="last"),
        ).reset_index(drop=True)
    )


def rep_mix(
    lift_sets: DataFrame[LiftSets], *, today: date, week_start: weeks.WeekStart = "monday"
) -> DataFrame[RepMix]:
    """Return how each week's working sets divide among brackets of reps, shape (6·w, 5).

    From the first set's week to that of `today`; warm-ups, holds, jumps and failed attempts are
    left out, sets to failure and drop sets count. A week without a set has no shares.

    >>> rep_mix(LiftSets.empty(), today=date(2026, 11, 20)).shape
    (0, 5)
    """
    done = _with_bracket(lift_sets[lift_sets.kind != "plyometric"])
    done = done[done.started_at < pd.Timestamp(weeks.week_of(today, week_start) + weeks.WEEK)]
    found = weeks.weeks_of(done.started_at, week_start)
    first = found.min().date() if len(found) else None
    span = [] if first is None else list(weeks.weeks_between(first, today, week_start))
    grid = pd.MultiIndex.from_product([pd.DatetimeIndex(span), BRACKETS], names=["week", "bracket"])
    sets = done.groupby([found.rename("week"), "bracket"]).size().reindex(grid, fill_value=0)
    table = sets.rename("sets").reset_index()
    total = table.groupby("week").sets.transform("sum")
    over = pd.Timestamp(today) >= table.week + weeks.WEEK
    return RepMix.validate(table.assign(share=table.sets / total.where(total > 0), complete=over))


def rep_shares(mix: DataFrame[RepMix]) -> DataFrame[RepShares]:
    """Return how the working sets of some weeks divide among brackets of reps, shape (6, 3).

    >>> rep_shares(RepMix.empty()).sets.tolist()
    [0, 0, 0, 0, 0, 0]
    """
    sets = mix.groupby("bracket").sets.sum().reindex(list(BRACKETS), fill_value=0)
    total = float(sets.sum()) or np.nan
    return RepShares.validate(
        pd.DataFrame(
            {"bracket": BRACKETS, "sets": sets.to_numpy(), "share": sets.to_numpy() / total}
        )
    )


def _with_bracket(sets: pd.DataFrame) -> pd.DataFrame:
    done = sets[(sets.set_type != "warmup") & (sets.reps >= 1)]
    at = np.searchsorted(_FIRST_REPS, done.reps.to_numpy(), side="right") - 1
    return done.assign(bracket=np.array(BRACKETS, dtype=object)[at])
