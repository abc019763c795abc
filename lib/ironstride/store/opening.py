"""Opening the log for one unit of work."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ironstride.store.connection import Log, connect, plain_words
from ironstride.store.migrate import is_current, prepare_log


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
        finally:
            connection.close()
