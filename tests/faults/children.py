"""Doing things in a process of its own, which can be killed, hindered, or have another clock."""

import multiprocessing
import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest

from ironstride.settings import PROJECT
from ironstride.store import LogError
from tests.faults.acts import ACTS

LONGEST_S = 120.0
_PROCESSES = multiprocessing.get_context("forkserver")

Hinder = Callable[[], None]


def begun(work: Callable[..., None], *given: Any) -> tuple[BaseProcess, Connection]:
    """Start work in a process of its own; its last argument is where it tells how it goes."""
    _PROCESSES.set_forkserver_preload([__name__])
    told, telling = _PROCESSES.Pipe(duplex=False)
    process = _PROCESSES.Process(target=work, args=(*given, telling))
    process.start()
    telling.close()
    return process, told


def heard(told: Connection) -> Any:
    """Return the next thing that a process tells; one that breaks has its traceback on stderr."""
    assert told.poll(LONGEST_S), "the process says nothing"
    try:
        return told.recv()
    except EOFError:
        return "broke off"


def told_by(work: Callable[..., None], *given: Any) -> Any:
    """Do work in a process of its own and return what it tells."""
    process, told = begun(work, *given)
    try:
        return heard(told)
    finally:
        process.join()
        told.close()


def perform(act: str, scene: Path, log_file: Path, telling: Connection) -> None:
    """Do something to a log: say when it begins and when it is done."""
    ACTS[act](scene, log_file, lambda: telling.send("begins"))
    telling.send("done")


def try_act(
    act: str,
    scene: Path,
    log_file: Path,
    first: Hinder,
    while_writing: Hinder,
    telling: Connection,
) -> None:
    """Do something to a log while it is hindered, and tell the sentence that came of it."""
    try:
        first()
        ACTS[act](scene, log_file, while_writing)
    except LogError as why:
        telling.send(f"refused: {why}")
    else:
        telling.send("done")


def open_page(
    page: str, log_file: Path, hinder: Hinder, presses: tuple[str, ...], telling: Connection
) -> None:
    """Open a page in a hindered process, press buttons, and tell what the runner reads."""
    os.environ["IRONSTRIDE_LOG"] = str(log_file)
    BidiComponentManager.discover_and_register_components = lambda *_, **__: None  # type: ignore[method-assign]
    app = AppTest.from_file(PROJECT / "lib" / "main.py", default_timeout=60)
    app.context["timezone"] = os.environ.get("TZ", "Europe/Berlin")
    hinder()
    app.run()
    if page != "today/today":
        app.switch_page(f"../pages/{page}.py").run()
    for label in presses:
        for button in [one for one in app.button if one.label == label][:1]:
            button.click().run()
    telling.send(what_is_read(app))


def what_is_read(app: AppTest) -> dict[str, list[str]]:
    """Return what stands on a page, kind by kind."""
    return {
        "title": [one.value for one in app.title],
        "error": [one.value for one in app.error],
        "warning": [one.value for one in app.warning],
        "success": [one.value for one in app.success],
        "text": [one.value for kind in (app.markdown, app.text, app.caption) for one in kind],
        "button": [one.label for one in app.button],
        "exception": [str(one.value) for one in app.exception],
    }
