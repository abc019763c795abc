"""Workouts that a file holds twice over: counted, asked about, halved once the runner says so.

One list of 214 workouts held 18 of them with every row twice. A pair of equal rows alone is two
sets; three rows or more, each of them repeated, in a source that numbers its sets, are not.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from ironstride import units
from ironstride.importers.base import Doubled, Question, Sourced
from ironstride.importers.build import Said
from ironstride.importers.lifts import Log, read_workouts, workouts
from ironstride.importers.table import Row
from ironstride.records import Lift

HALVED = "row of a workout that holds every row twice, halved as chosen"
FEWEST_ROWS = 3

Pair = tuple[list[Row], list[Row]]


def read_halving(
    rows: Iterable[Row], log: Log, chosen: Doubled | None
) -> tuple[Said, tuple[Question, ...]]:
    """Return what `read_log` does, doubled workouts as chosen, and the question after them."""
    every = workouts(rows, log.group)
    halves = [halved(one) for one in every]
    twice = [(whole, half) for whole, half in zip(every, halves, strict=True) if whole is not half]
    said = read_workouts(halves if chosen == "halve" else every, log)
    if chosen == "halve":
        said.left_out[HALVED] += sum(len(whole) - len(half) for whole, half in twice)
    questions = () if chosen or not twice else tuple(_question(twice, len(said.made), log))
    return said, questions


def halved(rows: list[Row]) -> list[Row]:
    """Return the first half of each row's occurrences, or the same list if it is not doubled.

    >>> squat, rest, press = (Row(0, [cell]) for cell in ("squat 1", "rest", "press 1"))
    >>> len(halved([squat, rest, rest, press] * 2)), len(halved([squat, squat, rest, press]))
    (4, 4)
    """
    first = rows[0].cells
    if len(rows) < 2 * FEWEST_ROWS or all(row.cells != first for row in rows[1:]):
        return rows
    times = Counter(tuple(row.cells) for row in rows)
    if len(times) < FEWEST_ROWS or min(times.values()) < 2:
        return rows
    # Of three equal rows two are kept: better a set too many than one that was done and is gone.
    left = {cells: (count + 1) // 2 for cells, count in times.items()}
    return list(_while_left(rows, left))


def _while_left(rows: list[Row], left: dict[tuple[str, ...], int]) -> Iterator[Row]:
    for row in rows:
        cells = tuple(row.cells)
        left[cells] -= 1
        if left[cells] >= 0:
            yield row


def _question(twice: list[Pair], of: int, log: Log) -> Iterator[Question]:
    """Yield the question after doubled workouts, unless none of their rows is a set."""
    kept = read_workouts([whole for whole, _ in twice], log).made
    half = read_workouts([half for _, half in twice], log).made
    if _sets(kept) == _sets(half):
        return
    first = min(one.session.started_at for one in half)
    hold, when, have = "holds", "on", "it has"
    if len(twice) > 1:
        hold, when, have = "hold", "the first on", "they have"
    yield Question(
        "doubled",
        f"{units.number(len(twice))} of {units.count(of, 'workout')} {hold} every row twice, "
        f"{when} {first.day} {first:%B %Y}: halved, {have} {units.count(_sets(half), 'set')}, "
        f"kept, {units.count(_sets(kept), 'set')}",
    )


def _sets(made: Iterable[Sourced]) -> int:
    return sum(len(one.session.sets) for one in made if isinstance(one.session, Lift))
