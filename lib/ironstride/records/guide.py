"""How the catalogue's exercises are done: equipment, form cues, easier and harder ones."""

from dataclasses import dataclass
from functools import cache

from ironstride.records.catalogue import rows
from ironstride.records.exercise import Exercise


@dataclass(frozen=True, kw_only=True)
class Guide:
    """How one exercise is done; `easier` and `harder` name other exercises, or nothing."""

    equipment: str
    cues: tuple[str, ...]
    easier: str
    harder: str


@cache
def guides() -> dict[str, Guide]:
    """Return the guide of each exercise of the catalogue by its name.

    >>> guides()["Plank"].harder
    'Side plank'
    """
    return {
        row["name"]: Guide(
            equipment=row["equipment"],
            cues=tuple(row["cues"].split("|")),
            easier=row["easier"],
            harder=row["harder"],
        )
        for row in rows("guide.csv")
    }


def guide_of(exercise: Exercise) -> Guide | None:
    """Return the guide of an exercise by its name, or by another name that the catalogue knows.

    >>> renamed = Exercise(name="Unterarmstütz", aliases=("Planks", "plank"))
    >>> guide_of(renamed) == guides()["Plank"]
    True
    """
    found = (_folded().get(name.casefold()) for name in (exercise.name, *exercise.aliases))
    return next((guide for guide in found if guide), None)


@cache
def _folded() -> dict[str, Guide]:
    return {name.casefold(): guide for name, guide in guides().items()}
