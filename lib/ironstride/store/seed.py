"""The catalogue in the log: what is new comes in, what the runner left alone is corrected."""

import hashlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict

from ironstride.records import Exercise
from ironstride.records.catalogue import catalogue
from ironstride.store.exercises import add_aliases, by_index, describe, insert_exercise


def seed(connection: sqlite3.Connection) -> None:
    """Bring the log's exercises up to the catalogue, once per catalogue.

    Names that the log does not know are added, with the aliases that nobody has. An exercise is
    found by any name it goes by: one that was renamed, or became one with another, is not added
    again. What the runner edited stays as it is.
    """
    text = json.dumps([asdict(one) for one in catalogue()], sort_keys=True)
    version = hashlib.sha256(text.encode()).hexdigest()
    held = connection.execute("select value from setting where name = 'catalogue'").fetchone()
    if held and held[0] == version:
        return
    found = defaultdict(list)
    for exercise in catalogue():
        known = by_index(connection, exercise.name)
        if known is None:
            insert_exercise(connection, exercise, origin="catalogue")
        else:
            found[known].append(exercise)
            add_aliases(connection, known, exercise.aliases)
    for number, named in found.items():
        _correct(connection, number, named)
    connection.execute("insert or replace into setting values ('catalogue', ?)", (version,))


def _correct(connection: sqlite3.Connection, number: int, named: Sequence[Exercise]) -> None:
    """Let an exercise that the runner did not edit be what the catalogue now says it is.

    One that goes by several of the catalogue's names is the one whose own name it bears; when it
    was renamed as well, nobody can tell which, and it stays as it is.
    """
    name, origin = connection.execute(
        "select name, origin from exercise where id = ?", (number,)
    ).fetchone()
    own = [one for one in named if one.name == name] or named
    if origin == "catalogue" and len(own) == 1:
        describe(connection, number, own[0])
