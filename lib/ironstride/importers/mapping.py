"""Which column of an unknown table holds what, as a runner says it once."""

import json
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

from ironstride.units import WeightUnit

SOURCE = "mapped-csv"

MappedKind = Literal["runs", "lifts"]
MappedDistance = Literal["km", "mi", "m"]
ClimbUnit = Literal["m", "ft"]
TemperatureUnit = Literal["C", "F"]
TimeShape = Literal["h:mm", "m:ss", "h", "min", "s"]

RUN_FIELDS = (
    "start", "time_of_day", "distance", "duration", "elapsed", "title", "sport", "avg_hr",
    "max_hr", "climb", "cadence", "rpe", "temperature", "notes", "id",
)  # fmt: skip
LIFT_FIELDS = (
    "start", "time_of_day", "exercise", "weight", "weight_unit", "reps", "sets", "hold", "title",
    "rpe", "rir", "set_type", "notes",
)  # fmt: skip
FIELDS: dict[MappedKind, tuple[str, ...]] = {"runs": RUN_FIELDS, "lifts": LIFT_FIELDS}
MOST_COLUMNS = 2_000

_CHOICES: dict[str, tuple[str, ...]] = {
    "distance_unit": get_args(MappedDistance),
    "weight_unit": get_args(WeightUnit),
    "climb_unit": get_args(ClimbUnit),
    "temperature_unit": get_args(TemperatureUnit),
    "time_shape": get_args(TimeShape),
    "date_order": ("day", "month"),
}


@dataclass(frozen=True)
class Mapping:
    """What the columns of a table mean: (field, position) pairs, units, and how times are written.

    A unit that is None is told by the file or asked for; `utc` says that times are UTC, not local.
    """

    kind: MappedKind
    columns: tuple[tuple[str, int], ...]
    distance_unit: MappedDistance | None = None
    weight_unit: WeightUnit | None = None
    climb_unit: ClimbUnit | None = None
    temperature_unit: TemperatureUnit | None = None
    time_shape: TimeShape | None = None
    date_order: Literal["day", "month"] | None = None
    utc: bool = False

    def __post_init__(self) -> None:
        """Refuse fields, positions and units that no table can be read by."""
        if self.kind not in get_args(MappedKind):
            raise ValueError(f"a mapping must be of runs or lifts, got {self.kind!r}")
        self._refuse_columns()
        for name, allowed in _CHOICES.items():
            chosen = getattr(self, name)
            if chosen is not None and chosen not in allowed:
                raise ValueError(f"{name} must be one of {', '.join(allowed)}, got {chosen!r}")
        if type(self.utc) is not bool:
            raise ValueError(f"utc must be true or false, got {self.utc!r}")

    def _refuse_columns(self) -> None:
        names = [name for name, _ in self.columns]
        unknown = [name for name in names if name not in FIELDS[self.kind]]
        if unknown or len(set(names)) < len(names):
            raise ValueError(f"the columns of {self.kind} must be known and once each, got {names}")
        for name, at in self.columns:
            if type(at) is not int or not 0 <= at < MOST_COLUMNS:
                raise ValueError(f"the position of {name} must be a column, got {at!r}")

    @property
    def at(self) -> dict[str, int]:
        """Return the position of each field that has a column."""
        return dict(self.columns)

    def missing(self) -> str | None:
        """Return a sentence about the column without which no row can be read, or None.

        >>> Mapping("runs", (("start", 0),)).missing()
        'a run needs a column with its distance or its time'
        """
        has = self.at.keys()
        if "start" not in has:
            return "a column with the date is needed"
        if self.kind == "runs" and not has & {"distance", "duration", "elapsed"}:
            return "a run needs a column with its distance or its time"
        if self.kind == "lifts" and "exercise" not in has:
            return "a column with the name of the exercise is needed"
        if self.kind == "lifts" and not has & {"reps", "hold"}:
            return "a set needs a column with its reps or its hold"
        return None

    def to_text(self) -> str:
        """Return the mapping as JSON text, without what was left open.

        >>> Mapping("runs", (("start", 0),), distance_unit="mi").to_text()
        '{"kind": "runs", "columns": [["start", 0]], "distance_unit": "mi", "utc": false}'
        """
        return json.dumps({k: v for k, v in asdict(self).items() if v is not None})

    @classmethod
    def from_text(cls, text: str) -> "Mapping":
        """Return the mapping that `to_text` wrote.

        Raises:
            ValueError: the text is no mapping.
        """
        try:
            said: dict[str, Any] = json.loads(text)
            pairs = tuple((name, at) for name, at in said.pop("columns"))
            return cls(columns=pairs, **said)
        except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as why:
            raise ValueError(f"the text is no mapping of columns: {why}") from None
