"""A real server on a log of its own, as `make run` starts it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ironstride.settings import PROJECT

START_LIMIT_S = 60.0


@dataclass(frozen=True)
class Server:
    """A running server, the log it serves, the file that holds what it says, its process."""

    url: str
    log: Path
    said: Path
    pid: int

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])


@contextmanager
def serving(log: Path, app: str = "app.py") -> Iterator[Server]:
    """Start a server of an app on a log, wait until it answers, and stop it afterwards."""
    port = free_port()
    file = log.with_suffix(".said.txt")
    with file.open("wb") as said:
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "streamlit",
                "run",
                app,
                f"--server.port={port}",
                "--server.headless=true",
            ],
            cwd=PROJECT,
            env=os.environ | {"IRONSTRIDE_LOG": str(log)},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        server = Server(f"http://127.0.0.1:{port}", log, file, process.pid)
        try:
            wait_until_healthy(process, server)
            yield server
        finally:
            stop(process)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def wait_until_healthy(process: subprocess.Popen[bytes], server: Server) -> None:
    deadline = time.monotonic() + START_LIMIT_S
    while not answers(f"{server.url}/_stcore/health"):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"the server did not start:\n{server.said.read_text()}")
        time.sleep(0.05)


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
