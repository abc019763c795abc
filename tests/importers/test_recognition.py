"""Every table is one source's: no importer claims another's, and none fails on any cells."""

from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ironstride.importers import Choices, UnreadableFile, read_file
from ironstride.importers.registry import FILE_IMPORTERS, IMPORTERS
from ironstride.importers.table import Row, Table, read_table

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*/*.csv"))
NAMES = [f"{path.parent.name}/{path.stem}" for path in SAMPLES]
LIFTS = ("fitnotes-csv", "fitnotes-ios-csv", "stronglifts-csv", "fitbod-csv", "liftosaur-csv")
HEADERS = [
    path.read_text(encoding="utf-8-sig").splitlines()[0]
    for path in SAMPLES
    if path.parent.name in LIFTS
]
CELLS = st.text(alphabet='0123456789-:.,/ TZekgslb×"\nAPM+', max_size=25)


# Garmin's is told by its content and asked last: what it claims may be another's by its header.
BY_HEADER = [one for one in IMPORTERS if one.SOURCE != "garmin-csv"]


@pytest.mark.parametrize("path", SAMPLES, ids=NAMES)
def test_a_sample_is_claimed_by_its_own_source_alone(path: Path) -> None:
    data = path.read_bytes()
    claims = [one.SOURCE for one in FILE_IMPORTERS if one.recognises_file(data)]
    if not claims:
        table = read_table(data)
        claims = [one.SOURCE for one in BY_HEADER if one.recognises(table)]
    sources = {one.SOURCE for one in BY_HEADER} | {one.SOURCE for one in FILE_IMPORTERS}
    assert claims == [path.parent.name for _ in {path.parent.name} & sources]


@pytest.mark.parametrize("header", [("",), ("Date",), ("Date", "Date"), ("Exercise 1", "Set 1")])
def test_a_short_header_is_nobodys(header: tuple[str, ...]) -> None:
    table = Table(header, (Row(2, [""] * len(header)),))
    assert not any(one.recognises(table) for one in IMPORTERS)


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(HEADERS), st.lists(CELLS, max_size=60), st.integers(1, 30))
def test_any_cells_below_a_header_give_a_reading_or_a_refusal(
    header: str, cells: list[str], width: int
) -> None:
    every = iter(cells)
    rows = [",".join(islice(every, width)) for _ in range(0, len(cells), width)]
    data = "\n".join([header, *rows]).encode()
    for chosen in (Choices(), Choices(zone="America/New_York", weight_unit="lb")):
        try:
            reading = read_file("any.csv", data, chosen)
        except UnreadableFile:
            continue
        assert all(error.reason and error.line > 0 for error in reading.rejected)


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_sample_with_a_cell_changed_gives_a_reading(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from([one for one in SAMPLES if one.parent.name in LIFTS]))
    header, *rows = path.read_text(encoding="utf-8-sig").splitlines()
    at = data.draw(st.integers(0, len(rows) - 1))
    cells = rows[at].split(",")
    cells[data.draw(st.integers(0, len(cells) - 1))] = data.draw(CELLS)
    changed = [header, *rows[:at], ",".join(cells), *rows[at + 1 :]]
    reading = read_file("any.csv", "\n".join(changed).encode(), Choices(zone="UTC"))
    assert reading.source == path.parent.name
