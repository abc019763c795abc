"""Frames: tables with declared columns; metrics and charts speak only in these."""

from ironstride.frames.base import Frame
from ironstride.frames.body import CheckIns, FitnessTests
from ironstride.frames.log import ExerciseMuscles, History, Laps, LiftSets, RunLaps, Runs, Sessions

__all__ = [
    "CheckIns",
    "ExerciseMuscles",
    "FitnessTests",
    "Frame",
    "History",
    "Laps",
    "LiftSets",
    "RunLaps",
    "Runs",
    "Sessions",
]
