"""The numbers that FIT has for sports and grounds."""

from fitdecode import profile

from ironstride.records import Sport, Surface

TRANSITION = 3
_TRAINING, _EQUIPMENT = 10, 4

_SPORTS: dict[int, Sport] = {
    1: "run", 2: "ride", 5: "swim", 11: "walk", 12: "ski", 13: "ski", 14: "ski", 15: "row",
    16: "hike", 17: "hike", 21: "ride", 35: "hike",
}  # fmt: skip
_RUNS: dict[int, Sport] = {1: "treadmill", 3: "trail", 4: "track", 58: "virtual"}
_TRAININGS: dict[int, Sport] = {
    1: "treadmill", 5: "ride", 6: "ride", 14: "row", 20: "strength", 27: "walk", 43: "yoga",
    44: "yoga",
}  # fmt: skip
_STREET = 2


def sport_of(sport: int | None, ground: int | None) -> Sport:
    """Return the sport of FIT's numbers for sport and sub-sport; an unknown one is `other`.

    >>> sport_of(1, 3), sport_of(1, None), sport_of(10, 20), sport_of(4, 1), sport_of(41, 0)
    ('trail', 'run', 'strength', 'treadmill', 'other')
    """
    if sport == 1:
        return _RUNS.get(ground or 0, "run")
    if sport in (_TRAINING, _EQUIPMENT):
        return _TRAININGS.get(ground or 0, "other")
    return _SPORTS.get(sport or 0, "other")


def surface_of(sport: int | None, ground: int | None) -> Surface | None:
    """Return what a run's ground is where the sport alone does not say it.

    >>> surface_of(1, 2), surface_of(1, 0)
    ('road', None)
    """
    return "road" if sport == 1 and ground == _STREET else None


def name_of(sport: int | None) -> str:
    """Return FIT's name of a sport that has no place in the log.

    >>> name_of(41), name_of(0), name_of(200)
    ('Kayaking', '', '')
    """
    word = profile.FIELD_TYPES["sport"].enum.get(sport, "") if sport else ""
    return "" if word in ("all", "training") else word.replace("_", " ").capitalize()
