"""The next load of each exercise, for a table of exercises and for a planned lift."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.log import LiftSets
from ironstride.frames.plan import KnownExercises, NextLoads, PlannedExercises
from ironstride.frames.strength import SessionBests
from ironstride.metrics.e1rm import Formula
from ironstride.metrics.lift_sessions import past_of
from ironstride.metrics.progression import STEP_KG, Dose, next_load
from ironstride.metrics.rep_range import rep_range, target_reserve
from ironstride.metrics.strength import session_bests
from ironstride.metrics.trend import e1rm_trend
from ironstride.standards.guidance_choices import Phase
from ironstride.units import WeightUnit


def next_loads(
    lift_sets: DataFrame[LiftSets],
    known: DataFrame[KnownExercises],
    exercises: Iterable[str],
    *,
    today: date,
    phase: Phase = "heavy",
    step_kg: float = STEP_KG,
    target_rir: float | None = None,
    deload: bool = False,
    formula: Formula = "mean",
    weight: WeightUnit = "kg",
    ranges: Mapping[str, tuple[int, int]] = MappingProxyType({}),
) -> DataFrame[NextLoads]:
    """Return the next load of each exercise, in the order asked for, shape (n, 9).

    Double progression as `next_load` tells it, within `rep_range` or the runner's own range of an
    exercise; a deload for those whose e1RM has stalled by `trend.e1rm_trend`, or for all where
    the runner chose one. An exercise that `known` does not hold is left out.

    >>> next_loads(LiftSets.empty(), KnownExercises.empty(), ["Squat"],
    ...            today=date(2026, 11, 23)).empty
    True
    """
    kinds = known.set_index("exercise")
    rir = target_reserve(phase) if target_rir is None else target_rir
    names = list(dict.fromkeys(one for one in exercises if one in kinds.index))
    sets = DataFrame[LiftSets](lift_sets[lift_sets.exercise.isin(names)])
    stalled = set() if deload else _stalled(session_bests(sets, formula), today)
    rows: list[dict[str, Any]] = []
    for name in names:
        kind = str(kinds.kind[name])
        usual = rep_range(kind, bool(kinds.lower_body[name]), phase)
        low, high = usual if kind == "timed" else ranges.get(name, usual)
        past = past_of(sets[sets.exercise == name], today, low)
        lighter = deload or (name in stalled and not past.rested_lately)
        dose = Dose(low=low, high=high, rir=rir, step_kg=step_kg, weight=weight)
        found = next_load(kind, past, dose, deload=lighter, chosen=deload)
        rows.append({"exercise": name, "one_sided": past.one_sided} | asdict(found))
    return NextLoads.validate(pd.DataFrame(rows)) if rows else NextLoads.empty()


def with_loads(
    exercises: DataFrame[PlannedExercises], loads: DataFrame[NextLoads]
) -> DataFrame[PlannedExercises]:
    """Return planned exercises with the suggested loads, holds, and sets of a deload filled in.

    >>> with_loads(PlannedExercises.empty(), NextLoads.empty()).empty
    True
    """
    found = loads.set_index("exercise").reindex(exercises.exercise).reset_index()
    lighter = (found.action == "deload").to_numpy()
    return PlannedExercises.validate(
        exercises.assign(
            load_kg=np.where(found.load_kg.notna(), found.load_kg, exercises.load_kg),
            hold_s=np.where(found.hold_s.notna(), found.hold_s, exercises.hold_s),
            sets=np.where(lighter, found.sets, exercises.sets).astype(int),
        )
    )


def _stalled(bests: DataFrame[SessionBests], today: date) -> set[str]:
    trends = {
        str(name): e1rm_trend(own, today=today)  # type: ignore[arg-type]  # rows of a checked one
        for name, own in bests.groupby("exercise")
    }
    return {name for name, trend in trends.items() if trend.status == "stalled"}
