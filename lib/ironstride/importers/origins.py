"""Where each value of a file comes from: its column, the unit or the zone it is read in."""

from collections.abc import Iterable, Mapping

from ironstride.importers.base import Origin
from ironstride.importers.table import Table


def origins(
    table: Table, columns: Mapping[str, int], read_as: Iterable[tuple[str, str, str]]
) -> tuple[Origin, ...]:
    """Return an origin for each (column name, what it is, what it is read as) that there is.

    >>> origins(Table(("Date", "Distance"), ()), {"distance": 1}, [("distance", "distance", "km")])
    (Origin(value='distance', column='Distance', read_as='km'),)
    """
    return tuple(
        Origin(value, table.header[columns[name]], unit)
        for name, value, unit in read_as
        if name in columns
    )


def utc_in(zone: str | None) -> str:
    """Return how a UTC time is read, in words.

    >>> utc_in("Europe/Berlin")
    'UTC, shown in Europe/Berlin'
    """
    return f"UTC, shown in {zone}" if zone else "UTC"
