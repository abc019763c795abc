"""Watching a folder: what comes into it is imported until the command is ended."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from time import sleep

from ironstride.cli.files import CANNOT_READ, bring
from ironstride.jobs.watched import arrived_s, new_files, settle
from ironstride.settings import log_path
from ironstride.store import open_log, read_settings

PAUSE_S = 10.0
Looked = dict[Path, float]


def watch_folder(known: argparse.Namespace, pause: Callable[[float], object] = sleep) -> int:
    """Import what comes into a folder, look by look, until the keyboard interrupts it."""
    folder = _folder(known)
    if folder is None or not folder.is_dir():
        print(_NO_FOLDER if folder is None else f"{folder} is no folder.", file=sys.stderr)
        return CANNOT_READ
    print(f"Watching {folder}; press Ctrl and C to end.", flush=True)
    before: Looked = {}
    left: Looked = {}
    try:
        while True:
            before = _look(folder, before, left, known)
            pause(PAUSE_S)
    except KeyboardInterrupt:
        return 0


def _folder(known: argparse.Namespace) -> Path | None:
    """Return the folder that was named, else the one of the settings."""
    if known.files:
        return Path(known.files[0])
    with open_log(log_path()) as log:
        chosen = read_settings(log).watched_folder
    return Path(chosen).expanduser() if chosen else None


def _look(folder: Path, before: Looked, left: Looked, known: argparse.Namespace) -> Looked:
    """Import what is new and as it was at the look before; return what is there.

    What leaves something open is told once and kept for the import page.
    """
    with open_log(log_path()) as log:
        there = {path: arrived_s(path) for path in new_files(log, folder)}
        # A file may still be on its way into the folder.
        ready = [one for one, at in there.items() if before.get(one) == at != left.get(one)]
        if not ready:
            return there
        if bring(log, ready, known):
            settle(log, ready, left)
        else:
            left.update({one: there[one] for one in ready})
            print("They are offered on the import page.", file=sys.stderr)
    return there


_NO_FOLDER = "Name a folder to watch, or choose one on the page Settings."
