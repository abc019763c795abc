"""Files made to fill the memory are answered within 1 GiB, each in a process of its own."""

import os
import subprocess
import sys

import pytest

from ironstride.settings import PROJECT

MOST_BYTES, MOST_SECONDS = 1 << 30, 20
# The limit is on addresses, which are never fewer than the bytes that are held.
CODE = """
import gzip, io, resource, sys, tempfile, time
from pathlib import Path
from ironstride.importers import Choices, UnreadableFile, read_file
from ironstride.jobs.archives import read_many
from ironstride.jobs.restore import read_export
from ironstride.store import LogError
from tests.archives import zipped

ADIDAS = b'{{"sport_type_id": 1, "start_time_timezone_offset": 0, "a": ['

def many(held):
    found = read_many([("a.zip", held)], Choices(zone="UTC"))
    rows = (row.reason for group in found.groups for row in group.reading.rejected)
    return [*(one.why for one in found.refused), *rows]

def read(content, name):
    return read_file(name, content, Choices(zone="UTC"))

def restored(content):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export"
        path.write_bytes(content)
        return read_export(path)

resource.setrlimit(resource.RLIMIT_AS, ({most}, {most}))
begun = time.process_time()
try:
    print({act})
except (LogError, UnreadableFile) as why:
    print(why)
print(time.process_time() - begun)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""
BOMBS = {
    "a member of zeros": ('many(zipped(("a.fit", bytes(64 << 20))))', "200 times its size"),
    "zeros in an archive in an archive": (
        'many(zipped(("b.zip", zipped(("a.fit", bytes(64 << 20))).getvalue())))',
        "200 times its size",
    ),
    "1 GB of zeros, gzipped": (
        'read(gzip.compress(bytes(1 << 24)) * 64, "a.fit.gz")', "200 times its size",
    ),
    "elements within elements": (
        'read(b"<gpx>" + b"<a>" * 20_000_000, "a.gpx")', "nests its elements deeper",
    ),
    "16 MB of empty lists": (
        'read(ADIDAS + b"[]," * 5_000_000 + b"0]}", "a.json")',
        "sessions=()",
    ),
    "60 MB of empty activities": (
        """read(b'[{"summarizedActivitiesExport": [' + b"{}," * 20_000_000, "a.json")""",
        "more than 100,000 activities",
    ),
    "an export of zeros": (
        'restored(zipped(("about.csv", "program,Ironstride"), ("a", bytes(300 << 20))).getvalue())',
        "unpacks to more than 150 MB",
    ),
    "an export of empty lists": (
        'restored(b"[" + b"[]," * 45_000_000 + b"0]")', "more rows than any log",
    ),
}  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its limit")
@pytest.mark.parametrize(("act", "answer"), BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_answered_within_bounds(act: str, answer: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE.format(most=MOST_BYTES, act=act)],
        env=os.environ
        | {"PYTHONPATH": os.pathsep.join((str(PROJECT / "lib"), str(PROJECT)))}
        | {"ARROW_DEFAULT_MEMORY_POOL": "system"},  # Arrow's own reserves addresses by the GiB
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said, seconds = done.stdout.splitlines()
    assert answer in said
    assert float(seconds) < MOST_SECONDS
