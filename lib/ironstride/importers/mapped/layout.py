"""How an unknown table is laid out: whether it names its columns, and what it is remembered by."""

import hashlib

from ironstride.importers.mapped.starts import is_start
from ironstride.importers.table import Row, Table
from ironstride.importers.text import fold

COUNTED = "Column "


def fingerprint(table: Table) -> str:
    """Return what tells tables of one layout: a hash of their folded headers, in order.

    A table without a header is known by its width and by where its dates stand.

    >>> one, other = Table(("Date", "km"), ()), Table(("DATE ", "KM"), ())
    >>> fingerprint(one) == fingerprint(other), fingerprint(one) == fingerprint(Table(("km",), ()))
    (True, False)
    """
    names = [fold(name) for name in table.header]
    if not has_header(table):
        names = ["a date" if is_start(name) else "" for name in table.header]
    return hashlib.sha256("\x1f".join(names).encode("utf-8", "replace")).hexdigest()[:16]


def has_header(table: Table) -> bool:
    """Tell whether the first line names columns; a line with a date in it is a row already."""
    return not any(is_start(name) for name in table.header)


def with_header(table: Table) -> Table:
    """Return a table whose columns have names, counted ones where its first line is a row.

    >>> with_header(Table(("2026-05-01", "10.2"), (Row(2, ["2026-05-03", "8"]),))).rows[0]
    Row(line=1, cells=['2026-05-01', '10.2'])
    """
    if has_header(table):
        return table
    line = max(table.rows[0].line - 1, 1) if table.rows else 1
    names = tuple(f"{COUNTED}{at}" for at in range(1, len(table.header) + 1))
    return Table(names, (Row(line, list(table.header)), *table.rows), table.rejected)
