"""Keys say which session is which, whatever the order of a file's rows."""

import csv
import io
import random
from pathlib import Path

import pytest

from ironstride.importers import Choices, Reading, read_file

SAMPLES = sorted(
    path
    for source in ("runkeeper-csv", "intervals-csv", "trainingpeaks-csv", "mapmyrun-csv")
    for path in (Path(__file__).parent / "samples" / source).glob("*.csv")
)


def told(reading: Reading) -> dict[str, object]:
    return {one.key: one.session for one in reading.sessions}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_rows_does_not_change_which_key_a_session_has(path: Path, seed: int) -> None:
    header, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")))
    random.Random(seed).shuffle(rows)
    shuffled = io.StringIO()
    csv.writer(shuffled).writerows([header, *rows])
    after = read_file(path.name, shuffled.getvalue().encode(), Choices())
    assert told(after) == told(read_file(path.name, path.read_bytes(), Choices()))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_an_answer_or_a_zone_does_not_change_the_keys(path: Path) -> None:
    chosen = Choices(distance_unit="mi", zone="America/New_York", date_order="month")
    assert told(read_file(path.name, path.read_bytes(), chosen)) == told(
        read_file(path.name, path.read_bytes(), Choices())
    )
