"""A process of its own that reads one file after another: `python -m` this, tasks in by pipe.

What comes in must not be able to harm the process that shows pages: however a file makes the
reading of it fail, only this process ends.
"""

import os
import pickle
import sys
from contextlib import suppress
from typing import BinaryIO

from ironstride.jobs.archives.outcome import outcome

_NICE = 5


def serve(tasks: BinaryIO, outcomes: BinaryIO) -> None:
    """Read each task that comes in and send its outcome out, until there are no more."""
    with suppress(EOFError):
        while True:
            task, choices = pickle.load(tasks)  # noqa: S301 - from the process that started this
            pickle.dump(outcome(task, choices), outcomes)
            outcomes.flush()


def main() -> None:
    """Serve by the pipes this process was given, at a lower priority than the page."""
    outcomes = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    # A library that fails within says so where nobody asked; a bug of ours still shows.
    os.dup2(nowhere, 1)
    sys.stderr = os.fdopen(os.dup(2), "w")
    os.dup2(nowhere, 2)
    if hasattr(os, "nice"):
        os.nice(_NICE)
    serve(sys.stdin.buffer, outcomes)


if __name__ == "__main__":
    main()
