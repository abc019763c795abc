"""Recordings: decoding beside fitdecode, and an archive of two thousand brought into a log."""

import gzip
import os
import resource
import subprocess
import sys
import time
import warnings
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import fitdecode

from ironstride.importers.recordings.fit_decode import chained, decoded
from tests.bench.hours import an_hour
from tests.bench.processes import peak_kib
from tests.bench.shifted import shifted

RECORDINGS = 2000
_FIRST_S = 700_000_000  # since the first moment of FIT: in March 2012
_HALF_A_DAY_S = 43_200
_AT_ONCE = 100


def recordings(folder: Path, samples: Path | None) -> dict[str, Any]:
    """Measure on the whole FIT files of a folder, or on hours of our own where there is none."""
    files = [file for file in _files(samples) if not _is_damaged(file)]
    return _decoding(files) | _archive(folder, files)


def _files(samples: Path | None) -> list[bytes]:
    if samples is not None:
        return [path.read_bytes() for path in sorted(samples.glob("*.fit"))]
    return [an_hour(points) for points in (1800, 3600, 5400)]


def _is_damaged(data: bytes) -> bool:
    return any(decoded(part).damage for part in chained(data))


def _decoding(files: list[bytes]) -> dict[str, Any]:
    ours = sum(_best(partial(_by_us, data)) for data in files)
    theirs = sum(_best(partial(_by_fitdecode, data)) for data in files)
    size = sum(map(len, files))
    return {
        f"decode {len(files)} FIT files of {size:,} bytes [ms]": round(1000 * ours, 1),
        "the same by fitdecode alone [ms]": round(1000 * theirs),
        "decoding, times as fast as fitdecode": round(theirs / ours, 1),
    }


def _by_us(data: bytes) -> None:
    for part in chained(data):
        decoded(part)


def _by_fitdecode(data: bytes) -> None:
    with warnings.catch_warnings(action="ignore"):
        for _ in fitdecode.FitReader(data):
            pass


def _best(work: Callable[[], object], times: int = 3) -> float:
    """Return the shortest of some runs [s]."""
    seen = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        seen.append(time.perf_counter() - started)
    return min(seen)


def _archive(folder: Path, files: list[bytes]) -> dict[str, Any]:
    archive = folder / "strava.zip"
    _write(archive, files)
    words = ["import", str(archive), "--zone", "Europe/Berlin"]
    busy, started = _busy_s(), time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "ironstride", *words],
        env=os.environ | {"IRONSTRIDE_LOG": str(folder / "recordings.db")},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        peak = peak_kib(process)
        told = process.stdout.read() if process.stdout else ""
    seconds = time.perf_counter() - started
    if f"{RECORDINGS} new" not in told:
        raise RuntimeError(told[-1000:])
    name = f"archive of {RECORDINGS} recordings"
    return {
        f"{name} [MB]": archive.stat().st_size >> 20,
        f"{name}, previewed and stored [s]": round(seconds, 1),
        f"{name}, processor time of all processes [s]": round(_busy_s() - busy, 1),
        f"{name}, peak memory of all processes [MB], 0 where it cannot be seen": peak >> 10,
    }


def _busy_s() -> float:
    """Return the processor time [s] of all processes that were waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _write(archive: Path, files: list[bytes]) -> None:
    """Write copies of the files in turn, one each half day."""
    with zipfile.ZipFile(archive, "w") as held:
        for turn, data in enumerate(files):
            slots = range(turn, RECORDINGS, len(files))
            for at in range(0, len(slots), _AT_ONCE):
                part = slots[at : at + _AT_ONCE]
                copies = shifted(data, [_FIRST_S + _HALF_A_DAY_S * slot for slot in part])
                for slot, copy in zip(part, copies, strict=True):
                    held.writestr(f"activities/{slot}.fit.gz", gzip.compress(copy, 1))
