"""Tables as CSV that a spreadsheet opens without running anything, and that can be read back.

A text that a spreadsheet might run, or that begins with an apostrophe itself, gets an apostrophe in
front. Nothing known is an empty cell; an empty text, where nothing known is possible as well, is a
lone apostrophe. Taking one leading apostrophe away gives every text back. Bytes are a text in
base64.
"""

import base64
import csv
import io
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from ironstride.store.dump import Column, Row

LARGEST_CELL = 10_000_000
MOST_ROWS = 2_000_000
_GUARD = "'"
# A spreadsheet runs a cell that starts like this; some take the full-width signs for the same.
_GUARDED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", _GUARD)
_TEXTS = ("TEXT", "BLOB")


def to_csv(columns: Sequence[Column], rows: Iterable[Row]) -> str:
    r"""Return a header and the rows as CSV.

    >>> to_csv([Column("title", "TEXT", may_be_null=False)], [("=1+1",)])
    "title\r\n'=1+1\r\n"
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_MINIMAL)
    writer.writerow([one.name for one in columns])
    for row in rows:
        writer.writerow([_cell(value, one) for value, one in zip(row, columns, strict=True)])
    return text.getvalue()


def from_csv(text: str, columns: Sequence[Column]) -> list[Row]:
    r"""Return the rows that `to_csv` wrote.

    >>> from_csv("title\r\n'=1+1\r\n", [Column("title", "TEXT", may_be_null=False)])
    [('=1+1',)]

    Raises:
        ValueError: the columns are others, or a cell is not what its column holds.
    """
    csv.field_size_limit(LARGEST_CELL)
    lines = csv.reader(io.StringIO(text, newline=""))
    try:
        if next(lines, None) != [one.name for one in columns]:
            raise ValueError("its columns are not those of a log")
        rows = [_row(line, columns) for line in islice(lines, MOST_ROWS) if line]
        if next(lines, None) is not None:
            raise ValueError("it has more rows than any log")
    except csv.Error as why:
        raise ValueError(str(why)) from why
    return rows


def to_base64(held: bytes) -> str:
    """Return bytes as text (RFC 4648).

    >>> to_base64(b"run")
    'cnVu'
    """
    return base64.b64encode(held).decode("ascii")


def from_base64(text: str) -> bytes:
    """Return the bytes that `to_base64` wrote.

    Raises:
        ValueError: it is no such text.
    """
    try:
        return base64.b64decode(text, validate=True)
    except ValueError as why:
        raise ValueError("bytes must be written in base64") from why


_READ: dict[str, Callable[[str], object]] = {
    "INTEGER": int, "REAL": float, "TEXT": str, "BLOB": from_base64,
}  # fmt: skip


def _row(line: list[str], columns: Sequence[Column]) -> Row:
    if len(line) != len(columns):
        raise ValueError(f"a row has {len(line)} cells, not {len(columns)}")
    return tuple(_value(cell, one) for cell, one in zip(line, columns, strict=True))


def _cell(value: object, column: Column) -> object:
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, bytes):
        value = to_base64(value)
    if not isinstance(value, str):
        return value
    is_guarded = value.startswith(_GUARDED) or (not value and column.may_be_null)
    return f"{_GUARD}{value}" if is_guarded else value


def _value(cell: str, column: Column) -> object:
    if not cell and column.may_be_null:
        return None
    return _READ[column.holds](cell.removeprefix(_GUARD) if column.holds in _TEXTS else cell)
