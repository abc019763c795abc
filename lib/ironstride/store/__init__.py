"""The store: the only room that knows SQLite.

Every page and command opens the log for itself, uses it, and closes it: `with open_log(path) as
log:`. One connection shared by two people fails.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ironstride.store.batches import (
    Added,
    NewFile,
    NewSession,
    Progress,
    SameAs,
    add_batch,
)
from ironstride.store.calendar import Entry, calendar
from ironstride.store.connection import Log, LogError, connect, plain_words
from ironstride.store.deletion import delete_session, restore_session
from ironstride.store.exercises import exercise_names, known_exercises, unknown_exercises
from ironstride.store.imports import (
    Batch,
    ImportedFile,
    batches,
    imported_before,
    said_before,
)
from ironstride.store.migrate import is_current, prepare_log
from ironstride.store.names import (
    Learned,
    learned_names,
    rename_to,
    set_exercise,
    without_muscles,
)
from ironstride.store.preferences import (
    answers,
    column_mapping,
    keep_column_mapping,
    read_settings,
    save_settings,
)
from ironstride.store.revert import revert_batch
from ironstride.store.sessions import (
    add_session,
    correct_session,
    is_live,
    last_lift,
    session,
)
from ironstride.store.tables import (
    exercise_muscles,
    history,
    lift_sets,
    runs,
    sessions,
    table_columns,
    table_names,
    table_rows,
)

__all__ = [
    "Added",
    "Batch",
    "Entry",
    "ImportedFile",
    "Learned",
    "Log",
    "LogError",
    "NewFile",
    "NewSession",
    "Progress",
    "SameAs",
    "add_batch",
    "add_session",
    "answers",
    "batches",
    "calendar",
    "column_mapping",
    "correct_session",
    "delete_session",
    "exercise_muscles",
    "exercise_names",
    "history",
    "imported_before",
    "is_live",
    "keep_column_mapping",
    "known_exercises",
    "last_lift",
    "learned_names",
    "lift_sets",
    "open_log",
    "prepare_log",
    "read_settings",
    "rename_to",
    "restore_session",
    "revert_batch",
    "runs",
    "said_before",
    "save_settings",
    "session",
    "sessions",
    "set_exercise",
    "table_columns",
    "table_names",
    "table_rows",
    "unknown_exercises",
    "without_muscles",
]


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
