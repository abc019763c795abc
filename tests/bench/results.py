"""What was measured, kept in one file part by part, each with the machine that measured it."""

import json
import os
import platform
import subprocess
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ironstride import clock
from tests.browser.conftest import CHROMIUM

FOLDER = Path(__file__).with_name("results")
FILE = FOLDER / "latest.json"
_PACKAGES = ("streamlit", "plotly", "pandas", "numpy", "pandera", "sqlite-utils")


def keep(part: str, found: dict[str, Any]) -> None:
    """Keep what a part found, in the place of what it found before."""
    FOLDER.mkdir(exist_ok=True)
    every = read() | {part: {"machine": machine(), "found": found}}
    FILE.write_text(json.dumps(every, indent=1), encoding="utf-8")


def read() -> dict[str, Any]:
    """Return what every part found last."""
    found: dict[str, Any] = json.loads(FILE.read_text("utf-8")) if FILE.exists() else {}
    return found


@cache
def machine() -> dict[str, str]:
    """Return what the numbers depend on, and nothing that tells whose machine it is."""
    return {
        "day": clock.today(None).isoformat(),
        "cores": str(os.cpu_count()),
        "memory [GB]": str(round(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9)),
        "system": f"{platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
        "Chromium": _chromium(),
        **{name: version(name) for name in _PACKAGES},
    }


def _chromium() -> str:
    if not CHROMIUM:
        return "none"
    told = subprocess.run([CHROMIUM, "--version"], capture_output=True, text=True, check=True)
    return told.stdout.split()[1]
