import gc
import io
from concurrent.futures import wait
from threading import Event

import pytest

from ironstride.importers import Choices
from ironstride.ui.import_reading import InBackground, StoppedError
from tests.recordings import mixed

LIMIT_S = 60.0


class Held(io.BytesIO):
    """A file that is not read before it is let go."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self.let_go = Event()

    def read(self, size: int | None = -1, /) -> bytes:
        assert self.let_go.wait(LIMIT_S)
        return super().read(size)


def test_what_is_read_is_there_when_it_is_done() -> None:
    file = Held(mixed())
    reading = InBackground("one", [("mixed.zip", file)], Choices(zone="Europe/Berlin"))
    assert reading.found(0) is None
    assert not reading.done
    file.let_go.set()
    many = reading.found(LIMIT_S)
    assert many is not None
    assert sum(len(group.reading.sessions) for group in many.groups) == 5
    assert reading.step.done == reading.step.of == 6


def test_reading_ends_when_nobody_waits_for_it_any_more() -> None:
    file = Held(mixed())
    reading = InBackground("one", [("mixed.zip", file)], Choices(zone="Europe/Berlin"))
    result = reading._found
    del reading
    gc.collect()
    file.let_go.set()
    wait([result], LIMIT_S)
    with pytest.raises(StoppedError):
        result.result(0)
