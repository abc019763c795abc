"""The migrations of the log: append only, STRICT tables, every limit a CHECK as well."""

from sqlite_utils import Database, Migrations

from ironstride.store.schema.blocks_and_trials import BLOCKS_AND_TRIALS
from ironstride.store.schema.layers import LAYERS
from ironstride.store.schema.log_and_manage import LOG_AND_MANAGE
from ironstride.store.schema.plan_and_goals import PLAN_AND_GOALS
from ironstride.store.schema.sessions import SESSIONS
from ironstride.store.schema.streams import STREAMS

migrations = Migrations("ironstride")


@migrations(name="0001_sessions")
def sessions(db: Database) -> None:
    """Create the calendar of sessions, what hangs below it, imports and settings."""
    for statement in SESSIONS.split(";\n"):
        db.execute(statement)


@migrations(name="0002_layers")
def layers(db: Database) -> None:
    """Keep all that each source says, so that sources can be merged and taken back."""
    for statement in LAYERS.split(";\n"):
        db.execute(statement)


@migrations(name="0003_log_and_manage")
def log_and_manage(db: Database) -> None:
    """Make room for laps, check-ins, tests and templates; let exercises be put away."""
    for statement in LOG_AND_MANAGE.split(";\n"):
        db.execute(statement)


@migrations(name="0004_blocks_and_trials")
def blocks_and_trials(db: Database) -> None:
    """Make room for training blocks, trials and answers about new watches."""
    for statement in BLOCKS_AND_TRIALS.split(";\n"):
        db.execute(statement)


@migrations(name="0005_plan_and_goals")
def plan_and_goals(db: Database) -> None:
    """Make room for what is planned and for goals."""
    for statement in PLAN_AND_GOALS.split(";\n"):
        db.execute(statement)


@migrations(name="0006_streams")
def streams(db: Database) -> None:
    """Make room for what was recorded on the way, beside what each source says."""
    for statement in STREAMS.split(";\n"):
        db.execute(statement)
