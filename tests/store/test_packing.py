"""A stream as bytes: every value comes back to a step, and no bytes do harm."""

import json
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.records import Stream
from ironstride.records.thinned import thinned
from ironstride.store.packing import STEPS, pack, unpack
from tests.streams import steady, streams


@given(streams())
def test_every_value_comes_back_to_half_a_step(stream: Stream) -> None:
    back = unpack(pack(stream))
    assert back.columns().keys() == stream.columns().keys()
    for name, column in back.columns().items():
        assert column == pytest.approx(getattr(stream, name), abs=0.51 / STEPS[name], nan_ok=True)


@given(streams())
def test_packing_again_changes_nothing(stream: Stream) -> None:
    once = pack(stream)
    assert pack(unpack(once)) == once


def test_the_format_is_the_one_that_is_written_down() -> None:
    stream = Stream(
        elapsed_s=np.array([0.0, 1, 3]),
        altitude_m=np.array([np.nan, -1.5, 2]),
    )
    head, _, body = zlib.decompress(pack(stream)).partition(b"\n")
    assert json.loads(head) == {"samples": 3, "columns": ["elapsed_s", "altitude_m"]}
    planes = np.frombuffer(body, np.uint8).reshape(2, 4, 3)
    numbers = [
        [int.from_bytes(bytes(plane[:, at]), "little", signed=True) for at in range(3)]
        for plane in planes
    ]
    assert numbers == [[0, 10, 20], [-(2**31), -15, 35]]


def test_times_that_are_one_after_rounding_become_one_sample() -> None:
    stream = Stream(elapsed_s=np.array([0.0, 0.01, 5.0]), hr_bpm=np.array([100.0, 180, 120]))
    assert unpack(pack(stream)).columns()["hr_bpm"].tolist() == [100, 120]


def test_an_hour_takes_a_few_kilobytes() -> None:
    times = np.arange(3600.0)
    wavers = np.random.default_rng(9).normal(size=(4, 3600)).cumsum(axis=1)
    stream = Stream(
        elapsed_s=times,
        distance_m=np.cumsum(3 + 0.02 * np.clip(wavers[0], -20, 20)),
        hr_bpm=np.clip(150 + wavers[1] / 3, 100, 190).round(),
        altitude_m=50 + wavers[2] / 10,
        cadence_spm=np.clip(170 + wavers[3] / 20, 150, 190).round(),
        latitude=52.5 + wavers[0] / 1e4,
        longitude=13.4 + wavers[1] / 1e4,
    )
    assert len(pack(thinned(stream))) < 8_000


@given(st.binary(max_size=200))
def test_other_bytes_are_refused_with_a_sentence(data: bytes) -> None:
    for given_bytes in (data, zlib.compress(data), zlib.compress(b'{"samples": 2}\n' + data)):
        with pytest.raises(ValueError, match="stream"):
            unpack(given_bytes)


@pytest.mark.parametrize(
    "inflated",
    [
        b"[]\n", b"{}\n", b'{"samples": 1, "columns": "elapsed_s"}\n0000',
        b'{"samples": true, "columns": ["elapsed_s"]}\n0000',
        b'{"samples": 1, "columns": ["elapsed_s", "elapsed_s"]}\n00000000',
        b'{"samples": 1, "columns": ["hr_bpm"]}\n\x64\0\0\0',
        b'{"samples": 1, "columns": ["elapsed_s", "hr_bpm"]}\n\0\0\0\0\xff\xff\0\0',
        b'{"samples": 1, "columns": ["elapsed_s"]}\n\0\0\0\x80',
        b"[" * 5000,
    ],
)  # fmt: skip
def test_what_says_something_else_is_refused(inflated: bytes) -> None:
    with pytest.raises(ValueError, match="stream"):
        unpack(zlib.compress(inflated))


def test_a_bomb_is_not_unpacked() -> None:
    bomb = zlib.compress(b"\0" * 100_000_000)
    with pytest.raises(ValueError, match="must be whole"):
        unpack(bomb)
    with pytest.raises(ValueError, match="must be whole"):
        unpack(pack(steady())[:-9])
