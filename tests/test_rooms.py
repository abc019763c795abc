"""Each contract of the house is seen to break when it is broken on purpose."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# contract: (module that trespasses, what it must not import)
TRESPASSES = {
    "The rooms stand on each other in one direction": [
        ("metrics/volume.py", "from ironstride.store import open_log"),
        ("units.py", "from ironstride.records import Run"),
        ("jobs/export.py", "from ironstride.ui import state"),
    ],
    "Records and frames know units, weeks and standards only": [
        ("records/run.py", "from ironstride.settings import log_path"),
        ("frames/base.py", "from ironstride.clock import today"),
    ],
    "Charts know frames, units and weeks only": [
        ("charts/theme.py", "from ironstride.records import Run"),
        ("charts/load.py", "from ironstride.standards import open_speed"),
    ],
    "Metrics know frames, units, weeks and standards only": [
        ("metrics/load.py", "from ironstride.clock import today"),
        ("metrics/pace.py", "from ironstride.records import Run"),
    ],
    "The store is told what time it is": [("store/rows.py", "from ironstride.clock import now")],
    "Importers know records and units only": [
        ("importers/text.py", "from ironstride.settings import log_path"),
    ],
    "Only the store knows SQLite": [
        ("ui/state.py", "import sqlite3"),
        ("standards/__init__.py", "import sqlite3"),
    ],
    "Only ui, web and the command line know Streamlit": [("jobs/export.py", "import streamlit")],
    "Only charts know Plotly": [("ui/show.py", "import plotly.graph_objects")],
}


def lint(root: Path) -> str:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root / "lib")},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


@pytest.fixture
def house(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "lib", tmp_path / "lib", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_house_as_it_stands_keeps_every_contract(house: Path) -> None:
    told = lint(house)
    assert told.count(" KEPT") == len(TRESPASSES)
    assert "BROKEN" not in told


def test_a_room_that_nobody_planned_is_noticed(house: Path) -> None:
    (house / "lib" / "ironstride" / "new_room.py").write_text("import math\n", encoding="utf-8")
    assert "ironstride.new_room" in lint(house)


@pytest.mark.parametrize(
    ("contract", "module", "line"),
    [(name, *trespass) for name, all_of_it in TRESPASSES.items() for trespass in all_of_it],
)
def test_a_contract_breaks_when_it_is_broken(
    house: Path, contract: str, module: str, line: str
) -> None:
    path = house / "lib" / "ironstride" / module
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"{before}\n{line}\n", encoding="utf-8")
    told = lint(house)
    assert f"{contract} BROKEN" in told


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("import streamlit as st\n\nst.session_state.clear()\n", "TID251"),
        ("import streamlit as st\n\nst.cache_data.clear()\n", "TID251"),
        ("import datetime as dt\n\nDAY = dt.date.today()\n", "TID251"),
        ("try:\n    pass\nexcept Exception:\n    pass\n", "BLE001"),
    ],
)
def test_ruff_refuses_a_second_way_to_do_a_thing(tmp_path: Path, line: str, rule: str) -> None:
    told = subprocess.run(
        [
            Path(sys.executable).with_name("ruff"),
            "check",
            "--stdin-filename",
            "lib/ironstride/ui/x.py",
            "-",
        ],
        cwd=ROOT,
        input=f'"""A module."""\n\n{line}',
        capture_output=True,
        text=True,
        check=False,
    )
    assert rule in told.stdout
