"""Start-up: prepare the log, load what every page needs, and leave it out of garbage collection."""

import gc
import logging
import pkgutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module

from ironstride import clock
from ironstride.charts.warm import warm
from ironstride.settings import log_path
from ironstride.store import LogError, back_up_daily, open_log, prepare_log, read_settings, sessions

ROOMS = ("charts", "frames", "importers", "jobs", "metrics", "store")


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Make the process ready before the first visitor, who would otherwise wait for it."""
    try_log()
    load_rooms()
    warm()
    freeze()
    yield


def try_log() -> None:
    """Create the log or bring it up to date, back it up; say so and go on when that fails.

    Every page opens the log for itself and tells the runner the same.
    """
    path = log_path()
    try:
        prepare_log(path)
        with open_log(path) as log:
            sessions(log)  # the first frame to be checked takes 150 ms longer than the next
            back_up_daily(log, clock.today(read_settings(log).zone))
    except (LogError, OSError) as error:
        logging.getLogger(__name__).error("The log cannot be used: %s", error)  # noqa: TRY400 - a sentence for the runner


def load_rooms() -> None:
    """Import every module below the screen, and with them pandas, Plotly and SQLite."""
    for room in ROOMS:
        package = import_module(f"ironstride.{room}")
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)


def freeze() -> None:
    """Set aside all that start-up made, for it is there to stay.

    Streamlit collects garbage after every run of a page and would walk all of it each time, which
    costs 60 ms and more.
    """
    gc.collect()
    gc.freeze()
