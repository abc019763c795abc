"""From `make run` to the first page painted; and once from a fresh clone."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser

from ironstride.settings import PROJECT
from tests.bench.logs import write_log
from tests.bench.tabs import browsing, tab
from tests.browser.serving import Server, answers, free_port
from tests.browser.steps import visit

LIMIT_S = 600.0
# A make that runs us tells its own words to those that we run.
_NOT_PASSED_ON = ("MAKEFLAGS", "MAKELEVEL", "MFLAGS", "PYTHONPATH", "VIRTUAL_ENV")


def start(folder: Path, years: int, times: int) -> dict[str, Any]:
    """Measure `make run` on a log of some years until its first page is painted [ms]."""
    log = folder / "start.db"
    write_log(log, years)
    # This Python has all that is needed, so nothing is to be set up.
    words = [f"IN={Path(sys.executable).parent}/", "--old-file=.venv/ready"]
    with browsing() as browser:
        seen = [_until_painted(browser, PROJECT, log, words) for _ in range(times + 1)][1:]
    return {
        "years": years,
        "answers": [answered for answered, _ in seen],
        "painted": [painted for _, painted in seen],
        "painted, median": median(painted for _, painted in seen),
    }


def first(folder: Path) -> dict[str, Any]:
    """Measure the very first `make run` of a fresh clone, packages fetched or from a cache [ms]."""
    clone = folder / "clone"
    subprocess.run(["git", "clone", "--quiet", PROJECT, clone], check=True)
    ready = clone / ".venv" / "ready"
    with browsing() as browser:
        began = time.time_ns()
        answered, painted = _until_painted(browser, clone, clone / "data" / "training.db", [])
        set_up = (ready.stat().st_mtime_ns - began) / 1e6
    return {"set up": round(set_up), "answers": round(answered), "painted": round(painted)}


def _until_painted(
    browser: Browser, tree: Path, log: Path, words: list[str]
) -> tuple[float, float]:
    """Return how long the server takes to answer and to paint its first page [ms]."""
    with tab(browser) as page:
        began = time.perf_counter()
        with _running(tree, log, words) as server:
            answered = time.perf_counter()
            visit(page, server)
            painted = time.perf_counter()
    return 1000 * (answered - began), 1000 * (painted - began)


@contextmanager
def _running(tree: Path, log: Path, words: list[str]) -> Iterator[Server]:
    """Run `make run` in a tree until the server answers, and stop all that it started."""
    port, said = free_port(), log.with_suffix(".said.txt")
    with said.open("wb") as told:
        process = subprocess.Popen(
            ["make", "run", *words],
            cwd=tree,
            env=_environment(log, port, os.environ, tree),
            stdout=told,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _wait(process, f"http://127.0.0.1:{port}", said)
            yield Server(f"http://127.0.0.1:{port}", log, said, process.pid)
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=30)


def _environment(log: Path, port: int, now: Mapping[str, str], tree: Path) -> dict[str, str]:
    kept = {name: value for name, value in now.items() if name not in _NOT_PASSED_ON}
    return kept | {
        "IRONSTRIDE_LOG": str(log),
        "STREAMLIT_SERVER_PORT": str(port),
        "STREAMLIT_SERVER_HEADLESS": "true",
        **({"PYTHONPATH": str(tree / "lib")} if tree == PROJECT else {}),
    }


def _wait(process: "subprocess.Popen[bytes]", url: str, said: Path) -> None:
    deadline = time.monotonic() + LIMIT_S
    while not answers(f"{url}/_stcore/health"):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"`make run` did not come to answer:\n{said.read_text()[-2000:]}")
        time.sleep(0.01)
