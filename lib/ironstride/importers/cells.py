"""The cells of a row by what they hold; numbers by the one decimal sign of the whole file."""

from collections.abc import Iterable, Mapping

from ironstride.importers.build import Dropped, side_number
from ironstride.importers.table import Row, Table
from ironstride.importers.text import decimal_sign, fold, is_missing, read_number
from ironstride.units import DistanceUnit

Headers = Mapping[str, tuple[str, ...]]


def columns_of(table: Table, headers: Headers) -> dict[str, int]:
    """Return where the columns stand that a table has, by what they hold.

    >>> columns_of(Table(("Date", "Distance (mi)"), ()), {"distance": ("Distance (mi)",)})
    {'distance': 1}
    """
    found = {name: table.find(*texts) for name, texts in headers.items()}
    return {name: at for name, at in found.items() if at is not None}


def unit_in(header: str) -> DistanceUnit:
    """Return the unit of distances that a header names in brackets; kilometres when it does not.

    >>> unit_in("Distance (mi)"), unit_in("Distance (km)")
    ('mi', 'km')
    """
    return "mi" if "(mi)" in fold(header) else "km"


class Cells:
    """Where a table keeps what, and how it writes its numbers; `measures` show the decimal sign."""

    def __init__(self, table: Table, headers: Headers, measures: Iterable[str]) -> None:
        self.at = columns_of(table, headers)
        cells = (cell for name in measures for cell in table.column(self.at.get(name)))
        self.decimal = decimal_sign(cells)

    def text(self, row: Row, name: str) -> str:
        """Return the cell of a column, stripped; empty where the layout has none."""
        at = self.at.get(name)
        return "" if at is None else row.cells[at].strip()

    def is_nothing(self, row: Row, *names: str) -> bool:
        """Tell whether all of these cells are blank or 0."""
        cells = [self.text(row, name) for name in names]
        return all(is_missing(cell) or not cell.strip("0.,") for cell in cells)

    def number(self, row: Row, name: str) -> float | None:
        """Return a number that makes the row what it is; 0 stands for unknown.

        Raises:
            ValueError: the cell holds something else.
        """
        return read_number(self.text(row, name), self.decimal) or None

    def exact(self, row: Row, name: str) -> float | None:
        """Return a number of which 0 is one too, as reps are, or None when it is missing.

        Raises:
            ValueError: the cell holds something else.
        """
        return read_number(self.text(row, name), self.decimal)

    def side(self, row: Row, name: str, field: str, dropped: Dropped) -> float | None:
        """Return a number that the session can do without; what is none is dropped and counted."""
        return side_number(self.text(row, name), self.decimal, field, dropped)
