"""The name of a file, wherever it comes from, is only ever shown and kept: it opens nothing."""

import os
import subprocess
import sys
from pathlib import Path

from ironstride.settings import PROJECT

# A process that tells of everything it opens, makes, moves or removes by a name that was given.
CODE = """
import io, sys, zipfile
from datetime import date, datetime
from pathlib import Path
from ironstride import store
from ironstride.cli import main
from ironstride.importers import Choices
from ironstride.jobs.archives import preview_group, read_many
from ironstride.jobs.export import exported
from ironstride.jobs.import_files import FilePreview, commit, preview
from ironstride.jobs.restore import read_export
from ironstride.jobs.watched import new_files
from tests.build import run
from tests.importers.fit_files import a_run

MARK = "GIVEN"
NAMES = (
    "../../GIVEN.csv", "/etc/GIVEN.csv", "C:\\\\GIVEN.csv", "..\\\\..\\\\GIVEN.csv", "GIVEN\\0.csv",
    "~/GIVEN", "$(touch GIVEN).csv", "|touch GIVEN", "-o GIVEN", "%2e%2e%2fGIVEN", "NUL GIVEN",
    "GIVEN" * 200, "\\udce4GIVEN", "file:///GIVEN?mode=rw",
)
ROWS = ("Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Elapsed Time\\n"
        "Running,2026-05-{day:02} 08:00:00,false,A,5.00,50,00:25:00,150,170,00:25:00\\n")
TODAY, NOW = date(2026, 11, 22), datetime(2026, 11, 22)
log_file, folder = Path(sys.argv[1]), Path(sys.argv[2])

FILES = ("open", "os.", "shutil.", "sqlite3.", "subprocess.", "tempfile.")
RUN = a_run().written()

def told(event, args):
    for one in args if event.startswith(FILES) else ():
        if MARK in str(one):
            print(event, ascii(one))

def members(archive, ending, content):
    for name in NAMES:
        shown = name.encode(errors="replace").decode()
        archive.writestr(zipfile.ZipInfo(shown + ending), content)

sys.addaudithook(told)
with store.open_log(log_file) as log:
    for day, name in enumerate(NAMES, 1):
        rows = ROWS.format(day=day).encode()
        found = preview(log, name, rows, Choices(distance_unit="km"), today=TODAY)
        assert isinstance(found, FilePreview), found
        commit(log, [found], at=NOW)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        members(archive, ".fit", RUN)
    many = read_many([(name, io.BytesIO(held.getvalue())) for name in NAMES], Choices(zone="UTC"))
    commit(log, [preview_group(log, one, today=TODAY) for one in many.groups], at=NOW)
    store.back_up_now(log, NOW)
    assert len(store.sessions(log)) == len(NAMES) + 1
    whole = io.BytesIO(exported(log, "zip"))
with zipfile.ZipFile(whole, "a") as archive:
    members(archive, "", "x")
export = log_file.with_name("whole.zip")
export.write_bytes(whole.getvalue())
assert main(["restore", "--replace", str(export)]) == 0
print("-- a folder of the runner's own")
with store.open_log(log_file) as log:
    assert len(new_files(log, folder)) == 3
main(["import", str(folder), "--distance-unit", "km"])
"""
OWN = ("-o GIVEN.csv", "$(touch GIVEN).csv", "GIVEN\n;touch GIVEN.csv")


def test_no_name_of_a_file_opens_or_makes_anything(tmp_path: Path) -> None:
    home, folder, log = (tmp_path / name for name in ("home", "folder", "log"))
    for one in (home, folder, log):
        one.mkdir()
    for day, name in enumerate(OWN, 20):
        (folder / name).write_text(
            "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Elapsed Time\n"
            f"Running,2026-06-{day} 08:00:00,false,A,5.00,50,00:25:00,150,170,00:25:00\n"
        )
    path = str(log / "training.db")
    done = subprocess.run(
        [sys.executable, "-c", CODE, path, str(folder)],
        cwd=home,
        env=os.environ
        | {"IRONSTRIDE_LOG": path, "HOME": str(home), "TMPDIR": str(home)}
        | {"PYTHONPATH": os.pathsep.join((str(PROJECT / "lib"), str(PROJECT)))},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    given, _, own = done.stdout.decode(errors="replace").partition(
        "-- a folder of the runner's own"
    )
    assert "GIVEN" not in given
    # What lies in the folder is opened there, and nowhere else.
    opened = [line for line in own.splitlines() if line.startswith(("open", "os.", "shutil."))]
    assert opened
    assert all(f"{folder}{os.sep}" in line for line in opened)
    left = {str(one.relative_to(tmp_path)) for one in tmp_path.rglob("*GIVEN*")}
    assert left == {f"folder{os.sep}{name}" for name in OWN}
