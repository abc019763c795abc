"""What every test may ask for: an empty log of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from ironstride.store import Log, open_log
from tests.logs import lay_empty_log

# A busy machine is no fault of an example.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture
def log_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "training.db"
    monkeypatch.setenv("IRONSTRIDE_LOG", str(path))
    return path


@pytest.fixture
def log(log_file: Path) -> Iterator[Log]:
    lay_empty_log(log_file)
    with open_log(log_file) as opened:
        yield opened
