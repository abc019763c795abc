"""What every importer speaks: a file in, sessions, rejected rows and questions out."""

from dataclasses import dataclass, field
from typing import Literal, Protocol, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ironstride.importers.decoding import UnreadableFile
from ironstride.importers.mapping import Mapping
from ironstride.importers.table import RowError, Table
from ironstride.records import KeptStream, Lift, Other, Run, Stream
from ironstride.units import DistanceUnit, WeightUnit

__all__ = [
    "Asked",
    "Choices",
    "DateOrder",
    "FileImporter",
    "Importer",
    "Mapping",
    "Origin",
    "Question",
    "Reading",
    "RowError",
    "Sourced",
    "UnknownTable",
    "UnreadableFile",
]

Asked = Literal["distance_unit", "weight_unit", "zone", "date_order", "doubled"]
Doubled = Literal["halve", "keep"]
DateOrder = Literal["day", "month"]


class UnknownTable(UnreadableFile):
    """A table of no source that is known; its columns can be mapped by hand."""

    def __init__(self, message: str, table: Table) -> None:
        super().__init__(message)
        self.table = table


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
    date_order: DateOrder | None = None
    doubled: Doubled | None = None
    mapping: Mapping | None = None

    def __post_init__(self) -> None:
        """Refuse an answer that nobody can read by."""
        _refuse_other("distance unit", self.distance_unit, get_args(DistanceUnit))
        _refuse_other("weight unit", self.weight_unit, get_args(WeightUnit))
        _refuse_other("doubled sets", self.doubled, get_args(Doubled))
        _refuse_other("date order", self.date_order, get_args(DateOrder))
        if self.zone is not None:
            self._refuse_zone(self.zone)

    def _refuse_zone(self, zone: str) -> None:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError(f"zone must be a name such as Europe/Berlin, got {zone!r}") from None


@dataclass(frozen=True)
class Origin:
    """Where a value comes from: what it is, the header of its column, and what it is read as.

    `read_as` is the unit that the file writes ("km", "lb", "h:mm:ss") or the zone of its times.
    """

    value: str
    column: str
    read_as: str = ""


@dataclass(frozen=True)
class Sourced:
    """A session, the line it starts on, and the key its source knows it by.

    `stream` is what was recorded on the way; `recording` the name of the file that holds it, so
    that the row of a list and its recording are known to be one.
    """

    key: str
    line: int
    session: Run | Lift | Other
    stream: Stream | KeptStream | None = None
    recording: str = ""


@dataclass(frozen=True)
class Reading:
    """Everything that one file says.

    `ignored` counts by reason what was left out on purpose; `read_from` has one entry for each
    value that the file has a column for.
    """

    source: str
    sessions: tuple[Sourced, ...] = ()
    rejected: tuple[RowError, ...] = ()
    ignored: dict[str, int] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    read_from: tuple[Origin, ...] = ()


class Importer(Protocol):
    """A module that reads one source: it tells whether a table is its own, and reads it."""

    SOURCE: str
    NAME: str

    def recognises(self, table: Table, /) -> bool:
        """Tell by its content whether a table comes from this source."""

    def read(self, table: Table, choices: Choices, /) -> Reading:
        """Return what the table says."""


class FileImporter(Protocol):
    """A module that reads a source whose files are no single table, from their bytes."""

    SOURCE: str
    NAME: str

    def recognises_file(self, data: bytes, /) -> bool:
        """Tell by its content whether a file comes from this source."""

    def read_file(self, data: bytes, choices: Choices, /) -> Reading:
        """Return what the file says.

        Raises:
            UnreadableFile: it cannot be read at all.
        """


def _refuse_other(name: str, word: str | None, allowed: tuple[str, ...]) -> None:
    if word is not None and word not in allowed:
        raise ValueError(f"{name} must be {' or '.join(allowed)}, got {word!r}")
