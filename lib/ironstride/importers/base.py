"""What every importer speaks: a file in, sessions, rejected rows and questions out."""

from dataclasses import dataclass, field
from typing import Literal, Protocol, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ironstride.importers.decoding import UnreadableFile
from ironstride.importers.table import RowError, Table
from ironstride.records import Lift, Other, Run
from ironstride.units import DistanceUnit, WeightUnit

__all__ = [
    "Asked",
    "Choices",
    "Importer",
    "Question",
    "Reading",
    "RowError",
    "Sourced",
    "UnreadableFile",
]

Asked = Literal["distance_unit", "weight_unit", "zone"]


@dataclass(frozen=True)
class Question:
    """What neither the header nor the data decides, and what hangs on it."""

    field: Asked
    why: str


@dataclass(frozen=True)
class Choices:
    """What the runner has answered, for what neither header nor data decides."""

    distance_unit: DistanceUnit | None = None
    weight_unit: WeightUnit | None = None
    zone: str | None = None

    def __post_init__(self) -> None:
        """Refuse a unit or a zone that nobody can convert."""
        _refuse_unit("distance", self.distance_unit, get_args(DistanceUnit))
        _refuse_unit("weight", self.weight_unit, get_args(WeightUnit))
        if self.zone is not None:
            self._refuse_zone(self.zone)

    def _refuse_zone(self, zone: str) -> None:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError(f"zone must be a name such as Europe/Berlin, got {zone!r}") from None


@dataclass(frozen=True)
class Sourced:
    """A session, the line it starts on, and the key its source knows it by."""

    key: str
    line: int
    session: Run | Lift | Other


@dataclass(frozen=True)
class Reading:
    """Everything that one file says; `ignored` counts by reason what was left out on purpose."""

    source: str
    sessions: tuple[Sourced, ...] = ()
    rejected: tuple[RowError, ...] = ()
    ignored: dict[str, int] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()


class Importer(Protocol):
    """A module that reads one source: it tells whether a table is its own, and reads it."""

    SOURCE: str
    NAME: str

    def recognises(self, table: Table, /) -> bool:
        """Tell by its content whether a table comes from this source."""

    def read(self, table: Table, choices: Choices, /) -> Reading:
        """Return what the table says."""


def _refuse_unit(name: str, unit: str | None, allowed: tuple[str, ...]) -> None:
    if unit is not None and unit not in allowed:
        raise ValueError(f"{name} unit must be {' or '.join(allowed)}, got {unit!r}")
