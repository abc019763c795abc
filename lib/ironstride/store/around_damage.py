"""Reading a table of a damaged file: every row that does not lie on a damaged page."""

import sqlite3
from collections.abc import Iterator, Sequence

from ironstride.store.dump import Row

_FARTHEST = 1 << 40


def around_damage(
    damaged: sqlite3.Connection, table: str, names: str, keys: Sequence[str]
) -> Iterator[Row]:
    """Yield a table's rows, its damaged pages left out; some of them may come twice.

    A table by row numbers is read on behind each damaged page. One by other keys is read from its
    beginning, then from its end, up to the first damaged page.
    """
    if _has_numbers(damaged, table):
        yield from _by_number(damaged, table, names)
        return
    for way in ("asc", "desc"):
        order = ", ".join(f'"{key}" {way}' for key in keys)
        try:
            yield from damaged.execute(f'select {names} from "{table}" order by {order}')
        except sqlite3.DatabaseError:
            continue


def _has_numbers(damaged: sqlite3.Connection, table: str) -> bool:
    try:
        damaged.execute(f'select rowid from "{table}" where rowid = 0').fetchone()
    except sqlite3.OperationalError as why:
        return "no such column" not in str(why)
    except sqlite3.DatabaseError:
        return True
    return True


def _by_number(damaged: sqlite3.Connection, table: str, names: str) -> Iterator[Row]:
    start: int | None = 0
    while start is not None:
        try:
            for number, *row in _from(damaged, table, names, start):
                start = number + 1
                yield tuple(row)
        except sqlite3.DatabaseError:
            start = _behind(damaged, table, names, start)
        else:
            return


def _behind(damaged: sqlite3.Connection, table: str, names: str, start: int) -> int | None:
    """Return the first row number behind a damaged page, None when it is the last page."""
    step = 1
    while not _is_readable(damaged, table, names, start + step):
        step *= 2
        if step > _FARTHEST:
            return None
    damaged_to, readable_from = step // 2, step
    while readable_from - damaged_to > 1:
        middle = (damaged_to + readable_from) // 2
        if _is_readable(damaged, table, names, start + middle):
            readable_from = middle
        else:
            damaged_to = middle
    return start + readable_from


def _is_readable(damaged: sqlite3.Connection, table: str, names: str, number: int) -> bool:
    try:
        _from(damaged, table, names, number).fetchone()
    except sqlite3.DatabaseError:
        return False
    return True


def _from(damaged: sqlite3.Connection, table: str, names: str, start: int) -> sqlite3.Cursor:
    return damaged.execute(
        f'select rowid, {names} from "{table}" where rowid >= ? order by rowid', (start,)
    )
