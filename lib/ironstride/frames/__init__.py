"""Frames: tables with declared columns; metrics and charts speak only in these."""

from ironstride.frames.base import Frame
from ironstride.frames.log import ExerciseMuscles, History, LiftSets, Runs, Sessions

__all__ = ["ExerciseMuscles", "Frame", "History", "LiftSets", "Runs", "Sessions"]
