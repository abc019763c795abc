"""Rows that hold several sets, parted into rows of one set each."""

from collections.abc import Iterable
from itertools import islice

from ironstride.importers.decoding import UnreadableFile
from ironstride.importers.table import MAX_ROWS, Row


def one_each(rows: Iterable[Row]) -> list[Row]:
    """Return rows of one set each, in their order.

    Raises:
        UnreadableFile: there are more sets than a file may have rows.
    """
    sets = list(islice(rows, MAX_ROWS + 1))
    if len(sets) > MAX_ROWS:
        raise UnreadableFile(f"the file has more than {MAX_ROWS:,} sets: please split it")
    return sets
