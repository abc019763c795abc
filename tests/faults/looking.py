"""What a log and its folder hold, looked at without the program."""

import sqlite3
from contextlib import closing
from pathlib import Path

# When each migration was applied is a moment of this machine, no part of what the log holds.
_MIGRATIONS = "_sqlite_migrations"


def content(path: Path) -> str | None:
    """Return every table, index and row of a sound log as one text; None where there is none.

    Raises:
        AssertionError: SQLite finds something wrong with the file.
    """
    if not path.exists():
        return None
    with closing(sqlite3.connect(path, isolation_level=None)) as opened:
        assert opened.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert opened.execute("pragma foreign_key_check").fetchall() == []
        version = opened.execute("pragma user_version").fetchone()[0]
        lines = [
            one for one in opened.iterdump() if not one.startswith(f'INSERT INTO "{_MIGRATIONS}"')
        ]
    return "\n".join([str(version), *lines])


def beside(folder: Path) -> set[str]:
    """Return the names of all files in a folder and below it."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def half_copies(log_file: Path, whole: str | None) -> list[str]:
    """Return a sentence for each copy of a log that does not hold the whole of it."""
    copies = log_file.parent.glob("backups/*.db")
    return [f"{one.name} is half a copy" for one in copies if content(one) != whole]
