"""What the runner chose and answered: settings, units of a source, columns of a table."""

import sqlite3
from collections.abc import Mapping

from ironstride.settings import Settings
from ironstride.store.connection import Log


def read_settings(log: Log) -> Settings:
    """Return the runner's settings, or the defaults for what was never chosen."""
    return Settings.from_texts({row["name"]: row["value"] for row in log.execute(_ALL)})


def save_settings(log: Log, settings: Settings) -> None:
    """Keep the runner's settings; what was left empty is forgotten."""
    texts = settings.to_texts()
    with log.write() as connection:
        connection.execute(f"delete from setting where name not in {_NOT_CHOSEN}")
        connection.executemany("insert into setting values (?, ?)", list(texts.items()))


def watched_until(log: Log) -> float:
    """Return when the last file of the watched folder that was dealt with came [s since 1970]."""
    found = log.execute("select value from setting where name = 'watched_until'").fetchone()
    return 0.0 if found is None else float(found[0])


def keep_watched_until(log: Log, arrived_s: float) -> None:
    """Remember that all files that came into the watched folder until then were dealt with."""
    with log.write() as connection:
        connection.execute(
            "insert or replace into setting values ('watched_until', ?)", (repr(arrived_s),)
        )


# What is kept beside the runner's own choices: the version of the exercises, and the above.
_NOT_CHOSEN = "('catalogue', 'import_seen', 'watched_until')"
_ALL = f"select name, value from setting where name not in {_NOT_CHOSEN}"


def answers(log: Log, source: str) -> dict[str, str]:
    """Return what the runner has answered for a source: unit, order of dates, by question."""
    rows = log.execute("select field, value from import_answer where source = ?", (source,))
    return {row["field"]: row["value"] for row in rows}


def keep_answers(connection: sqlite3.Connection, source: str, given: Mapping[str, str]) -> None:
    """Remember the runner's answers for the next file of a source."""
    connection.executemany(
        "insert or replace into import_answer values (?, ?, ?)",
        [(source, field, value) for field, value in given.items()],
    )


def column_mapping(log: Log, fingerprint: str) -> str | None:
    """Return the mapping of a table's columns, as text, that was kept for a header like this."""
    found = log.execute(
        "select mapping from column_mapping where fingerprint = ?", (fingerprint,)
    ).fetchone()
    return None if found is None else str(found[0])


def keep_column_mapping(log: Log, fingerprint: str, mapping: str) -> None:
    """Remember the mapping of a table's columns for the next file with this header."""
    if column_mapping(log, fingerprint) == mapping:
        return
    with log.write() as connection:
        connection.execute(
            "insert or replace into column_mapping values (?, ?)", (fingerprint, mapping)
        )
