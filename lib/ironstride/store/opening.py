"""Opening the log for one unit of work."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pandera.errors import SchemaError

from ironstride.store.connection import DamagedLogError, Log, LogError, connect, plain_words
from ironstride.store.dump import dump_now
from ironstride.store.migrate import is_current, prepare_log
from ironstride.store.replace import refuse_unusable

_ODD = (ValueError, TypeError, KeyError, OverflowError, SchemaError)


@contextmanager
def open_log(path: Path) -> Iterator[Log]:
    """Open the log for one unit of work, bringing it up to date first when needed.

    Raises:
        LogError: the log was written by a newer version, is damaged, locked or out of reach.
    """
    if not path.exists():
        prepare_log(path)
    with plain_words(path):
        connection = connect(path)
        try:
            if not is_current(connection):
                prepare_log(path)
            yield Log(path, connection)
        except _ODD as why:
            if _is_damaged(connection):
                raise DamagedLogError(path) from why
            raise
        finally:
            connection.close()


def _is_damaged(connection: sqlite3.Connection) -> bool:
    """Tell whether the log holds what no page can show, as bits that flipped inside a value do."""
    try:
        refuse_unusable(dump_now(connection))
    except LogError:
        return True
    return False
