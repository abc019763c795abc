"""What an import changed: sessions, weeks that were empty before, bests, unknown exercises."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import ExerciseMuscles, LiftSets, Sessions
from ironstride.frames.bests import Efforts, RecordSteps
from ironstride.frames.strength_trends import BracketRecords
from ironstride.metrics.bests import record_steps
from ironstride.metrics.rep_brackets import rep_records


@dataclass(frozen=True)
class ImportChange:
    """What came with an import: `sessions`, from `first` to `last`, and what it changed.

    `weeks_filled` are the weeks that hold its sessions and no other, of `weeks` with any of them.
    `runs` are the records over a distance that stand and are from it, `lifts` those in a range of
    reps; `unknown` are its exercises whose muscles the log does not know.
    """

    sessions: int
    first: date
    last: date
    weeks: int
    weeks_filled: int
    runs: DataFrame[RecordSteps]
    lifts: DataFrame[BracketRecords]
    unknown: tuple[str, ...]


def import_change(
    brought: frozenset[int],
    *,
    sessions: DataFrame[Sessions],
    efforts: DataFrame[Efforts],
    lift_sets: DataFrame[LiftSets],
    muscles: DataFrame[ExerciseMuscles],
    week_start: weeks.WeekStart = "monday",
) -> ImportChange | None:
    """Return what the sessions `brought` by an import changed; None when none of them is left.

    Plain counts over the log as it is now, without a source. A best counts when it still stands;
    in a log that began with the import each of them does.

    >>> import_change(
    ...     frozenset({1}), sessions=Sessions.empty(), efforts=Efforts.empty(),
    ...     lift_sets=LiftSets.empty(), muscles=ExerciseMuscles.empty()) is None
    True
    """
    is_new = sessions.session_id.isin(brought)
    if not is_new.any():
        return None
    starts = weeks.weeks_of(sessions.started_at, week_start)
    with_new = set(starts[is_new])
    own = lift_sets[lift_sets.session_id.isin(brought)]
    days = sessions.started_at[is_new]
    return ImportChange(
        sessions=int(is_new.sum()),
        first=days.min().date(),
        last=days.max().date(),
        weeks=len(with_new),
        weeks_filled=len(with_new - set(starts[~is_new])),
        runs=_standing_runs(efforts, brought),
        lifts=_standing_lifts(lift_sets, own, brought),
        unknown=tuple(own.exercise[~own.exercise.isin(muscles.exercise)].value_counts().index),
    )


def _standing_runs(efforts: DataFrame[Efforts], brought: frozenset[int]) -> DataFrame[RecordSteps]:
    standing = record_steps(efforts).drop_duplicates("distance_m", keep="last")
    own = standing[(standing.source == "run") & standing.source_id.isin(brought)]
    return RecordSteps.validate(own.reset_index(drop=True))


def _standing_lifts(
    lift_sets: DataFrame[LiftSets], own: pd.DataFrame, brought: frozenset[int]
) -> DataFrame[BracketRecords]:
    touched = lift_sets[lift_sets.exercise.isin(own.exercise)]
    records = rep_records(DataFrame[LiftSets](touched))
    mine = records[records.current & records.session_id.isin(brought)]
    return BracketRecords.validate(mine.reset_index(drop=True))
