"""Which exercises of a lift log are endurance work, by their words and their length."""

import re
from functools import lru_cache

from ironstride.importers.text import fold

LONGEST_HOLD_S = 600

# Words of exercises that are done for time or distance, in the languages of the apps.
_RUNNING = """
    treadmill run running jog jogging sprint sprints laufband laufen joggen dauerlauf course
    courir correr carrera esteira corrida corsa tapis hardlopen loopband koşu koşma
    ランニング トレッドミル бег
"""
_WALKING = """
    walk walking hike hiking gehen wandern marche marcher randonnée caminar caminata caminhada
    camminata camminare wandelen yürüyüş ウォーキング ходьба
"""
_OTHER = """
    cycling biking bike spinning elliptical stair stairs stairmaster stepper swimming skating
    skiing rowing rower ergometer erg aerobics cardio boxing zumba radfahren fahrrad crosstrainer
    schwimmen rudergerät vélo natation rameur ciclismo bicicleta natación natação remo cyclette
    nuoto fietsen zwemmen roeien bisiklet yüzme サイクリング
"""
_RUNNING_WORDS = frozenset(_RUNNING.split())
_WALKING_WORDS = frozenset(_WALKING.split())
# A "Farmers Walk" of half a minute is a carry; named by its gerund, walking is endurance work.
_CARDIO_WORDS = (_RUNNING_WORDS | _WALKING_WORDS | frozenset(_OTHER.split())) - {"walk"}
_NOT_CARDIO_WORDS = frozenset(["lunge", "lunges", "plank"])


def is_endurance(exercise: str, seconds: float | None) -> bool:
    """Tell whether an exercise done for a time [s] and without reps or load is endurance work.

    A name in no language known here is decided by length: nobody holds for over 10 min.

    >>> is_endurance("Laufband", 300), is_endurance("Plank", 1200), is_endurance("歩く", 900)
    (True, False, True)
    """
    words = _words(exercise)
    is_long = (seconds or 0) > LONGEST_HOLD_S
    return not words & _NOT_CARDIO_WORDS and (is_long or bool(words & _CARDIO_WORDS))


def is_running(exercise: str) -> bool:
    """Tell whether an exercise is running, on a treadmill or off it.

    >>> is_running("Running (Treadmill)"), is_running("Treadmill Walk"), is_running("Rowing")
    (True, False, False)
    """
    words = _words(exercise)
    return bool(words & _RUNNING_WORDS) and not words & _WALKING_WORDS


@lru_cache(maxsize=1024)
def _words(exercise: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", fold(exercise)))
