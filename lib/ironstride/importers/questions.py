"""What is asked of the runner, with what hangs on the answer."""

from collections.abc import Collection, Iterable, Iterator

from ironstride import units
from ironstride.importers.base import Choices, Question, Sourced
from ironstride.importers.text import clip
from ironstride.records import Lift, Run


def zone_question(source: str, made: Collection[Sourced], choices: Choices) -> Iterator[Question]:
    """Yield the question after the runner's zone, for a source that writes its times in UTC."""
    if made and not choices.zone:
        yield Question(
            "zone",
            f"{source} writes its times in UTC: without your time zone, a session late in the "
            "evening or early in the morning may land on the wrong day",
        )


def distance_question(source: str, made: Iterable[Sourced]) -> Iterator[Question]:
    """Yield the question after the unit of distances [km] that were read without one."""
    runs = [one.session for one in made if isinstance(one.session, Run)]
    longest_m = max((run.distance_m or 0 for run in runs), default=0)
    if longest_m:
        far = units.distance_in(longest_m, "km")
        yield Question(
            "distance_unit",
            f"{source} does not write its unit: as kilometres your longest run is "
            f"{far:.1f} km, as miles {units.metres(far, 'mi') / 1000:.1f} km",
        )


def weight_question(source: str, made: Iterable[Sourced]) -> Iterator[Question]:
    """Yield the question after the unit of weights [kg] that were read without one."""
    sets = [s for one in made if isinstance(one.session, Lift) for s in one.session.sets]
    heaviest = max(sets, key=lambda one: one.load_kg, default=None)
    if heaviest is not None and heaviest.load_kg:
        pounds = units.kilograms(heaviest.load_kg, "lb")
        yield Question(
            "weight_unit",
            f"{source} does not write its unit: as kilograms your heaviest set "
            f"({clip(heaviest.exercise, 60)}) is {heaviest.load_kg:g} kg, "
            f"as pounds {pounds:.1f} kg",
        )
