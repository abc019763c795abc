"""Where Strong keeps what: header texts in English, German, French and Spanish, and the units."""

from functools import lru_cache

from ironstride.importers.table import Table
from ironstride.importers.text import fold
from ironstride.units import METRES_PER_FOOT, METRES_PER_MILE, WeightUnit

_TEXTS = {
    "number": ("Workout #",),
    "date": ("Date", "Datum", "Fecha"),
    "workout": (
        "Workout Name", "Workout-Name", "Nom de l'entraînement", "Nombre de entrenamiento",
    ),
    "duration": (
        "Duration", "Duration (sec)", "Workout Duration", "Dauer", "Durée", "Duración",
    ),
    "exercise": (
        "Exercise Name", "Name der Übung", "Nom de l'exercice", "Nombre del ejercicio",
    ),
    "order": (
        "Set Order", "Reihenfolge festlegen", "Ordre de la série", "Orden de la serie",
    ),
    "weight": (
        "Weight", "Weight (kg)", "Weight (lbs)", "Weight (lb)", "kg", "lb", "lbs", "Gewicht",
        "Poids", "Peso",
    ),
    "weight_unit": ("Weight Unit",),
    "reps": ("Reps", "Wiederh.", "Réps", "Rep."),
    "distance": (
        "Distance", "Distance (meters)", "Distance (km)", "Distance (miles)", "km", "mi",
        "Entfernung", "Distancia",
    ),
    "distance_unit": ("Distance Unit",),
    "seconds": ("Seconds", "Sekunden", "Secondes", "Segundos"),
    "notes": ("Notes", "Notizen", "Notas"),
    "workout_notes": (
        "Workout Notes", "Workout-Notizen", "Notes d'entraînement", "Notas del entrenamiento",
    ),
    "rpe": ("RPE",),
}  # fmt: skip
_NEEDED = {"date", "workout", "exercise", "order", "reps"}

_WEIGHT_UNITS: dict[str, WeightUnit] = {
    "kg": "kg", "kgs": "kg", "weight (kg)": "kg",
    "lb": "lb", "lbs": "lb", "weight (lbs)": "lb", "weight (lb)": "lb",
}  # fmt: skip
_METRES = {
    "m": 1.0, "meters": 1.0, "distance (meters)": 1.0,
    "km": 1000.0, "distance (km)": 1000.0,
    "mi": METRES_PER_MILE, "miles": METRES_PER_MILE, "distance (miles)": METRES_PER_MILE,
    "ft": METRES_PER_FOOT,
}  # fmt: skip


def columns_of(table: Table) -> dict[str, int] | None:
    """Return where each thing Strong writes stands, or None when the table is not Strong's.

    Order and number of columns do not count: converters and spreadsheets change both.
    """
    places: dict[str, int] = {}
    for at, text in enumerate(table.header):
        places.setdefault(meaning(text), at)
    found = {
        name: next(places[meaning(text)] for text in texts if meaning(text) in places)
        for name, texts in _TEXTS.items()
        if any(meaning(text) in places for text in texts)
    }
    return found if found.keys() >= _NEEDED else None


def meaning(text: str) -> str:
    """Return a header text as it is compared, however a converter has written it.

    >>> meaning("Workout_Name"), meaning("NOM DE L\u2019EXERCICE"), meaning("Weight(kg)")
    ('workout name', "nom de l'exercice", 'weight (kg)')
    """
    plain = text.replace("\u2019", "'").replace("_", " ").replace("(", " (")
    return fold(plain)


@lru_cache(maxsize=256)
def weight_unit(text: str) -> WeightUnit | None:
    """Return the unit of weights that a cell or a header text names, or None.

    >>> weight_unit("Weight (lbs)"), weight_unit("KG"), weight_unit("Weight")
    ('lb', 'kg', None)
    """
    return _WEIGHT_UNITS.get(meaning(text))


@lru_cache(maxsize=256)
def metres_in(text: str) -> float | None:
    """Return the metres [m] in the unit of distances that a cell or a header text names, or None.

    >>> metres_in("km"), metres_in("mi."), metres_in("Distance")
    (1000.0, 1609.344, None)
    """
    return _METRES.get(meaning(text).rstrip("."))
