"""Bytes to a table: any encoding and delimiter that exports use, within bounds."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ironstride.importers.decoding import MAX_LINE, UnreadableFile, lines_of
from ironstride.importers.text import fold

MAX_COLUMNS = 2_000
MAX_ROWS = 225_000
MAX_CELLS = 3_000_000
MAX_BROKEN = 200
DELIMITERS = ",;\t"


class Row(NamedTuple):
    """The cells of one row, as many as the header has, and the line it starts on."""

    line: int
    cells: list[str]


@dataclass(frozen=True)
class RowError:
    """A row that could not be taken, and why."""

    line: int
    reason: str


@dataclass(frozen=True)
class Table:
    """A header and its rows; `rejected` are the rows that no reader could make sense of."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    rejected: tuple[RowError, ...] = ()

    def find(self, *names: str) -> int | None:
        """Return the position of the first column called by one of these names.

        >>> Table(("Date", "Elapsed Time", "ELAPSED  TIME"), ()).find("elapsed time")
        1
        """
        wanted = {fold(name) for name in names}
        return next((at for at, name in enumerate(self.header) if fold(name) in wanted), None)

    def column(self, at: int | None) -> list[str]:
        """Return the cells of a column, shape (rows,), or nothing when there is no such column."""
        if at is None or at >= len(self.header):
            return []
        return [row.cells[at] for row in self.rows]


def read_table(data: bytes) -> Table:
    """Return the table that a file's bytes hold.

    Raises:
        UnreadableFile: the bytes are empty, no text, no table, or larger than any export.
    """
    return table_of(lines_of(data))


def table_of(lines: list[str]) -> Table:
    """Return the table that lines of text hold, of which one at least says something.

    Raises:
        UnreadableFile: they hold no table, or one larger than any export.
    """
    # The limit belongs to the whole process; another library may have lifted it.
    csv.field_size_limit(MAX_LINE)
    rows = _rows(lines)
    header = next(rows, None)
    if header is None:
        raise UnreadableFile("the file holds nothing but separators")
    if not isinstance(header, Row):
        raise UnreadableFile("the file holds no table: its first line cannot be read")
    if len(header.cells) > MAX_COLUMNS:
        raise UnreadableFile(
            f"the file has {len(header.cells):,} columns: no export has more than {MAX_COLUMNS:,}"
        )
    return _table(tuple(header.cells), rows)


def _table(header: tuple[str, ...], rows: Iterator[Row | RowError]) -> Table:
    good: list[Row] = []
    bad: list[RowError] = []
    for row in rows:
        fitted = _fit(row, len(header)) if isinstance(row, Row) else row
        if isinstance(fitted, Row):
            good.append(fitted)
        else:
            bad.append(fitted)
        if len(good) + len(bad) > MAX_ROWS or len(good) * len(header) > MAX_CELLS:
            raise UnreadableFile("the file has more rows than can be read at once: please split it")
    if not good and not bad:
        raise UnreadableFile("the file has a header but no rows below it")
    return Table(header, tuple(good), tuple(bad))


def _fit(row: Row, width: int) -> Row | RowError:
    missing = width - len(row.cells)
    if missing >= 0:
        return Row(row.line, row.cells + [""] * missing) if missing else row
    if any(cell.strip() for cell in row.cells[width:]):
        return RowError(row.line, f"the row has {len(row.cells)} cells, its header only {width}")
    return Row(row.line, row.cells[:width])


def _delimiter(lines: list[str]) -> str:
    """Return the sign that parts the first line that says anything; quoted text does not count."""
    first = next(line for line in lines if line.strip())
    bare = "".join(first.split('"')[::2])
    return max(DELIMITERS, key=bare.count)


def _rows(lines: list[str]) -> Iterator[Row | RowError]:
    """Yield rows that hold anything; a quotation mark that is never closed costs only its line."""
    delimiter = _delimiter(lines)
    start, width = 0, MAX_LINE
    for _ in range(MAX_BROKEN):
        for line, end, cells in _parsed(lines, start, delimiter):
            if cells is None or _swallows(lines, slice(line - 1, end), cells, width, delimiter):
                yield RowError(line, "a quotation mark is opened here and never closed")
                start = line
                break
            if any(cell.strip() for cell in cells):
                width = len(cells) if width == MAX_LINE else width
                yield Row(line, cells)
        else:
            return
    raise UnreadableFile("the file opens quotation marks in many places and never closes them")


def _parsed(
    lines: list[str], start: int, delimiter: str
) -> Iterator[tuple[int, int, list[str] | None]]:
    """Yield first line, last line and cells of each row below `start`; no cells: beyond bounds."""
    reader = csv.reader((lines[at] for at in range(start, len(lines))), delimiter=delimiter)
    line = start + 1
    try:
        for cells in reader:
            end = start + reader.line_num
            yield line, end, cells
            line = end + 1
    except csv.Error:
        yield line, line, None


def _swallows(lines: list[str], row: slice, cells: list[str], width: int, delimiter: str) -> bool:
    """Tell whether a row took lines that are not its own: too many cells, or marks that misfit."""
    if row.stop == row.start + 1:
        return False
    if any(cell.strip() for cell in cells[width:]):
        return True
    # A mark that is never closed ends where the next cell's begins, in the midst of a cell.
    try:
        return not list(csv.reader(lines[row], delimiter=delimiter, strict=True))
    except csv.Error:
        return True
