"""Training blocks in the log."""

import sqlite3
from dataclasses import fields
from datetime import date

from pandera.typing.pandas import DataFrame

from ironstride.frames.blocks import TrainingBlocks
from ironstride.records import FieldError, TrainingBlock
from ironstride.store.connection import Log
from ironstride.store.rows import values
from ironstride.store.tables import frame_of

_FIELDS = tuple(f.name for f in fields(TrainingBlock))
_DAY = "%d %b %Y"
_NAMES, _MARKS = ", ".join(_FIELDS), ", ".join("?" * len(_FIELDS))


def add_training_block(log: Log, block: TrainingBlock) -> int:
    """Keep a block and return its id.

    Raises:
        FieldError: another block of lifting or not lifting covers one of its days.
    """
    return add_training_blocks(log, block)[0]


def add_training_blocks(log: Log, *blocks: TrainingBlock) -> list[int]:
    """Keep blocks, all of them or none, and return their ids.

    Raises:
        FieldError: another block of lifting or not lifting covers one of a block's days.
    """
    insert = f"insert into training_block ({_NAMES}) values ({_MARKS})"
    kept = []
    with log.write() as connection:
        for block in blocks:
            _refuse_clash(connection, block)
            kept.append(connection.execute(insert, values(block, _FIELDS)).lastrowid)
    return [int(number or 0) for number in kept]


def correct_training_block(log: Log, block_id: int, block: TrainingBlock) -> None:
    """Put a block in the place of what was kept of it.

    Raises:
        KeyError: there is no such block.
        FieldError: another block of lifting or not lifting covers one of its days.
    """
    update = f"update training_block set ({_NAMES}) = ({_MARKS}) where id = ?"
    with log.write() as connection:
        _refuse_clash(connection, block, besides=block_id)
        if not connection.execute(update, (*values(block, _FIELDS), block_id)).rowcount:
            raise KeyError(f"there is no block {block_id}")


def delete_training_block(log: Log, block_id: int) -> None:
    """Forget a block."""
    with log.write() as connection:
        connection.execute("delete from training_block where id = ?", (block_id,))


def training_block(log: Log, block_id: int) -> TrainingBlock:
    """Return a block as it was marked.

    Raises:
        KeyError: there is no such block.
    """
    row = log.execute("select * from training_block where id = ?", (block_id,)).fetchone()
    if row is None:
        raise KeyError(f"there is no block {block_id}")
    return _record(row)


def training_blocks(log: Log) -> DataFrame[TrainingBlocks]:
    """Return every block, oldest first."""
    return frame_of(
        log,
        f"select id as block_id, {_NAMES} from training_block order by started_on, id",
        TrainingBlocks,
    )


def _refuse_clash(connection: sqlite3.Connection, new: TrainingBlock, besides: int = 0) -> None:
    sql = "select * from training_block where id <> ? order by started_on, id"
    for row in connection.execute(sql, (besides,)):
        there = _record(row)
        if new.clashes_with(there):
            last = there.ended_on
            until = f"to {last:{_DAY}}" if last else "and goes on: end it first"
            raise FieldError(
                "started_on",
                f"these days are marked as {there.kind} already, from {there.started_on:{_DAY}} "
                f"{until}",
            )


def _record(row: sqlite3.Row) -> TrainingBlock:
    known = {name: row[name] for name in _FIELDS}
    known["started_on"] = date.fromisoformat(row["started_on"])
    known["ended_on"] = date.fromisoformat(row["ended_on"]) if row["ended_on"] else None
    return TrainingBlock(**known)
