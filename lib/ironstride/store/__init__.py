"""The store: the only room that knows SQLite.

Every page and command opens the log for itself, uses it, and closes it: `with open_log(path) as
log:`. One connection shared by two people fails.
"""

from ironstride.store.backups import (
    Backup,
    Occasion,
    back_up_daily,
    back_up_now,
    backups,
    copy_log,
    folder_of,
    integrity_problems,
    keep_for_undo,
    restore_backup,
    undo,
)
from ironstride.store.batches import (
    Added,
    NewFile,
    NewSession,
    Progress,
    SameAs,
    add_batch,
)
from ironstride.store.calendar import Entry, calendar
from ironstride.store.check_ins import (
    body_mass_kg,
    check_in,
    check_ins,
    delete_check_in,
    last_check_in_with_mass,
    save_check_in,
    save_check_ins,
)
from ironstride.store.connection import DamagedLogError, Log, LogError
from ironstride.store.deletion import delete_session, restore_session
from ironstride.store.exercises import exercise_names, known_exercises, unknown_exercises
from ironstride.store.fitness_tests import (
    add_fitness_tests,
    correct_fitness_test,
    delete_fitness_test,
    fitness_test,
    fitness_tests,
)
from ironstride.store.history import (
    Totals,
    Wanted,
    history,
    is_empty,
    lifted_exercises,
    sources,
    totals,
)
from ironstride.store.history_edits import (
    change_runs,
    named_races,
    restore_sessions,
    runs_to_change,
)
from ironstride.store.imports import (
    Batch,
    ImportedFile,
    batches,
    imported_before,
    said_before,
)
from ironstride.store.last_runs import last_run, runs_on
from ironstride.store.last_sets import LastTime, Move, last_time, moves
from ironstride.store.migrate import prepare_log
from ironstride.store.names import (
    Learned,
    add_alias,
    learned_names,
    remove_alias,
    rename_to,
    without_muscles,
)
from ironstride.store.opening import open_log
from ironstride.store.preferences import (
    answers,
    column_mapping,
    keep_column_mapping,
    keep_watched_until,
    read_settings,
    save_settings,
    watched_until,
)
from ironstride.store.replace import empty_log, refuse_unusable, replace_log
from ironstride.store.revert import revert_batch
from ironstride.store.session_parts import (
    Told,
    corrected_fields,
    laps,
    neighbours,
    told_of,
)
from ironstride.store.sessions import (
    add_session,
    correct_session,
    is_live,
    last_lift,
    session,
)
from ironstride.store.streams import heart_seconds, samples, stream_bests
from ironstride.store.tables import (
    exercise_muscles,
    lift_sets,
    run_laps,
    runs,
    session_times,
    sessions,
    table_columns,
    table_names,
)
from ironstride.store.templates import delete_template, save_template, templates
from ironstride.store.training_blocks import (
    add_training_block,
    add_training_blocks,
    correct_training_block,
    delete_training_block,
    training_block,
    training_blocks,
)
from ironstride.store.trials import add_trial, delete_trial, trial, trials
from ironstride.store.watch_answers import answer_watch, forget_watch_answer, watch_changes

__all__ = [
    "Added",
    "Backup",
    "Batch",
    "DamagedLogError",
    "Entry",
    "ImportedFile",
    "LastTime",
    "Learned",
    "Log",
    "LogError",
    "Move",
    "NewFile",
    "NewSession",
    "Occasion",
    "Progress",
    "SameAs",
    "Told",
    "Totals",
    "Wanted",
    "add_alias",
    "add_batch",
    "add_fitness_tests",
    "add_session",
    "add_training_block",
    "add_training_blocks",
    "add_trial",
    "answer_watch",
    "answers",
    "back_up_daily",
    "back_up_now",
    "backups",
    "batches",
    "body_mass_kg",
    "calendar",
    "change_runs",
    "check_in",
    "check_ins",
    "column_mapping",
    "copy_log",
    "correct_fitness_test",
    "correct_session",
    "correct_training_block",
    "corrected_fields",
    "delete_check_in",
    "delete_fitness_test",
    "delete_session",
    "delete_template",
    "delete_training_block",
    "delete_trial",
    "empty_log",
    "exercise_muscles",
    "exercise_names",
    "fitness_test",
    "fitness_tests",
    "folder_of",
    "forget_watch_answer",
    "heart_seconds",
    "history",
    "imported_before",
    "integrity_problems",
    "is_empty",
    "is_live",
    "keep_column_mapping",
    "keep_for_undo",
    "keep_watched_until",
    "known_exercises",
    "laps",
    "last_check_in_with_mass",
    "last_lift",
    "last_run",
    "last_time",
    "learned_names",
    "lift_sets",
    "lifted_exercises",
    "moves",
    "named_races",
    "neighbours",
    "open_log",
    "prepare_log",
    "read_settings",
    "refuse_unusable",
    "remove_alias",
    "rename_to",
    "replace_log",
    "restore_backup",
    "restore_session",
    "restore_sessions",
    "revert_batch",
    "run_laps",
    "runs",
    "runs_on",
    "runs_to_change",
    "said_before",
    "samples",
    "save_check_in",
    "save_check_ins",
    "save_settings",
    "save_template",
    "session",
    "session_times",
    "sessions",
    "sources",
    "stream_bests",
    "table_columns",
    "table_names",
    "templates",
    "told_of",
    "totals",
    "training_block",
    "training_blocks",
    "trial",
    "trials",
    "undo",
    "unknown_exercises",
    "watch_changes",
    "watched_until",
    "without_muscles",
]
