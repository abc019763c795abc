"""Records: one thing a person did, checked when it is made; a wrong one cannot be built."""

from ironstride.records.exercise import Exercise, ExerciseKind, Muscle
from ironstride.records.lift import Lift, LiftSet, SetType, Side
from ironstride.records.limits import FieldError
from ironstride.records.run import Run, RunType, Surface
from ironstride.records.session import Other, Session, Sport

__all__ = [
    "Exercise",
    "ExerciseKind",
    "FieldError",
    "Lift",
    "LiftSet",
    "Muscle",
    "Other",
    "Run",
    "RunType",
    "Session",
    "SetType",
    "Side",
    "Sport",
    "Surface",
]
