"""How far the runs of a made week go: a marked race its own distance, any other as far as usual."""

from collections.abc import Mapping
from datetime import date

import numpy as np
from pandera.typing.pandas import DataFrame

from ironstride import store, units
from ironstride.frames.plan import Planned
from ironstride.metrics.usual_week import UsualDistance, usual_distances
from ironstride.store import Log
from ironstride.store.goals import races
from ironstride.units import DistanceUnit


def as_far_as_usual(log: Log, today: date, unit: DistanceUnit) -> dict[str, UsualDistance]:
    """Return how far runs of each type usually are [m], rounded to half a km or mile."""
    usual = usual_distances(store.runs(log), today=today)
    return {kind: UsualDistance(_round(far, unit), n) for kind, (far, n) in usual.items()}


def with_distances(
    planned: DataFrame[Planned], usual: Mapping[str, UsualDistance], log: Log
) -> DataFrame[Planned]:
    """Return the planned sessions with their distances [m], where those are known."""
    marked = races(log)
    raced = dict(zip(marked.day, marked.distance_m, strict=True))
    known = {kind: far.distance_m for kind, far in usual.items()}
    distances = [
        raced.get(day, np.nan) if kind == "race" else known.get(kind, np.nan)
        for day, kind in zip(planned.day, planned["type"], strict=True)
    ]
    return Planned.validate(planned.assign(distance_m=np.array(distances, dtype=float)))


def _round(far_m: float, unit: DistanceUnit) -> float:
    halves = max(round(2 * units.distance_in(far_m, unit)), 1)
    return units.metres(halves / 2, unit)
