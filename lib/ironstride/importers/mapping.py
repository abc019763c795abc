"""Which column of an unknown table holds what, as a runner says it once."""

from dataclasses import dataclass
from typing import Literal

from ironstride.units import DistanceUnit, WeightUnit

MappedKind = Literal["runs", "lifts"]


@dataclass(frozen=True)
class Mapping:
    """What the columns of a table mean: (field, position) pairs and the units they are in."""

    kind: MappedKind
    columns: tuple[tuple[str, int], ...]
    distance_unit: DistanceUnit | Literal["m"] | None = None
    weight_unit: WeightUnit | None = None
