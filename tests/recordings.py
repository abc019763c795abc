"""Archives of recordings for tests, made of our own samples."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from tests.importers.fit_files import a_run

SAMPLES = Path(__file__).parent / "importers" / "samples"
TABLE = """\
Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Run Cadence,\
Avg Stride Length
Running,2026-05-03 08:00:00,false,Round the village,0.90,70,00:05:00,150,170,172,1.16
"""
NOT_A_RECORDING = b"\x0e\x10\x00\x00\xff\xff\xff\xff.FIT" + b"not what it says" * 20


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return an archive of files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def mixed() -> bytes:
    """Return an archive of five sessions and two files that cannot be read."""
    return zipped(
        {
            "watch/run.fit": a_run().written(),
            "watch/laps.tcx": (SAMPLES / "tcx" / "two_laps.tcx").read_bytes(),
            "phone/way.gpx": (SAMPLES / "gpx" / "two_segments.gpx").read_bytes(),
            "phone/untold.gpx": (SAMPLES / "gpx" / "no_type.gpx").read_bytes(),
            "watch/broken.fit": NOT_A_RECORDING,
            "phone/empty.gpx": b"",
        }
    )
