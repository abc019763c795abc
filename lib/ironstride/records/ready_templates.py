"""Templates that every runner may begin with."""

from functools import cache

from ironstride.records.catalogue import rows
from ironstride.records.lift import LiftSet
from ironstride.records.template import Template


@cache
def ready_templates() -> tuple[Template, ...]:
    """Return the ready templates in the order in which they are offered.

    Two sessions of the whole body, or upper body, lower body and core in three, or 20 minutes:
    the moves that coaches of runners name most often, in two to four sets. Reps begin safely; which
    weight is right is the runner's to say, so every load is 0 kg.

    >>> [one.name for one in ready_templates()][-1]
    'Minimal, 20 minutes'
    """
    names = dict.fromkeys(row["template"] for row in rows("ready_templates.csv"))
    return tuple(Template(name=name, sets=_sets(name)) for name in names)


def _sets(name: str) -> tuple[LiftSet, ...]:
    lines = [row for row in rows("ready_templates.csv") if row["template"] == name]
    return tuple(one for row in lines for one in _of_exercise(row))


def _of_exercise(row: dict[str, str]) -> list[LiftSet]:
    """Return the sets of one line; a set for each side where a side is named."""
    reps = int(row["reps"]) if row["reps"] else None
    hold_s = float(row["hold_s"]) if row["hold_s"] else None
    return [
        LiftSet(exercise=row["exercise"], reps=reps, hold_s=hold_s, side=side)  # type: ignore[arg-type]  # LiftSet refuses any other
        for _ in range(int(row["sets"]))
        for side in (row["sides"].split("|") if row["sides"] else [None])
    ]
