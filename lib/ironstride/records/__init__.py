"""Records: one thing a person did, checked when it is made; a wrong one cannot be built."""

from ironstride.records.check_in import CheckIn
from ironstride.records.exercise import Exercise, ExerciseKind, Muscle
from ironstride.records.fitness_test import FitnessTest
from ironstride.records.goal import Goal, GoalKind
from ironstride.records.kept_stream import KeptStream
from ironstride.records.lift import Lift, LiftSet, SetType, Side
from ironstride.records.limits import FieldError
from ironstride.records.planned_session import PlannedExercise, PlannedSession
from ironstride.records.run import Lap, Run, RunType, Surface
from ironstride.records.session import Other, Session, Sport
from ironstride.records.stream import Stream
from ironstride.records.template import Template
from ironstride.records.training_block import BlockKind, TrainingBlock
from ironstride.records.trial import Trial, TrialOutcome
from ironstride.records.watch_answer import WatchAnswer

__all__ = [
    "BlockKind",
    "CheckIn",
    "Exercise",
    "ExerciseKind",
    "FieldError",
    "FitnessTest",
    "Goal",
    "GoalKind",
    "KeptStream",
    "Lap",
    "Lift",
    "LiftSet",
    "Muscle",
    "Other",
    "PlannedExercise",
    "PlannedSession",
    "Run",
    "RunType",
    "Session",
    "SetType",
    "Side",
    "Sport",
    "Stream",
    "Surface",
    "Template",
    "TrainingBlock",
    "Trial",
    "TrialOutcome",
    "WatchAnswer",
]
