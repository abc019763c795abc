"""What a page shows is made once, and made again when something that it shows is another."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from ironstride.records import Run
from ironstride.store import Log, add_session, open_log, read_settings, save_settings
from ironstride.ui import cache
from ironstride.ui.page import Here
from ironstride.units import Units

NOW = datetime(2026, 11, 22, 9)
MADE: list[str] = []


@cache.once
def _said(here: Here, first: date | None, *, loud: bool = False) -> str:
    MADE.append("once more")
    return f"{cache.runs(here.log).distance_m.sum():.0f} m since {first}{'!' * loud}"


@pytest.fixture
def here(log: Log) -> Here:
    MADE.clear()
    return _here(log)


def _here(log: Log) -> Here:
    return Here(log=log, settings=read_settings(log), zone=None, now=NOW, today=NOW.date())


def test_the_same_is_made_once(here: Here) -> None:
    assert [_said(here, None), _said(here, None)] == ["0 m since None"] * 2
    later = replace(here, now=datetime(2026, 11, 22, 10))
    assert _said(later, None) == "0 m since None"
    assert len(MADE) == 1


def test_it_is_made_again_after_a_write(here: Here) -> None:
    assert _said(here, None) == "0 m since None"
    add_session(here.log, Run(started_at=NOW, distance_m=5000, duration_s=1800))
    assert _said(here, None) == "5000 m since None"


def test_it_is_made_again_on_another_day_and_for_other_arguments(here: Here) -> None:
    _said(here, None)
    _said(replace(here, today=date(2026, 11, 23)), None)
    assert _said(here, date(2026, 1, 1)) == "0 m since 2026-01-01"
    assert _said(here, None, loud=True) == "0 m since None!"
    assert len(MADE) == 4


def test_a_log_that_was_put_back_by_hand_goes_on_with_numbers_of_its_own(log_file: Path) -> None:
    with open_log(log_file):
        before = log_file.read_bytes()
    for distance_m in (5000, 8000):
        log_file.write_bytes(before)
        with open_log(log_file) as log:
            add_session(log, Run(started_at=NOW, distance_m=distance_m, duration_s=1800))
        with open_log(log_file) as log:
            assert _said(_here(log), None) == f"{distance_m} m since None"


@cache.once
def _in_units(here: Here) -> str:
    return f"in {here.settings.units.distance}"


def test_settings_that_another_tab_just_changed_are_not_mixed_with_those_before(
    here: Here,
) -> None:
    save_settings(here.log, replace(here.settings, units=Units("mi")))
    assert _in_units(here) == "in km"
    assert _in_units(replace(here, settings=read_settings(here.log))) == "in mi"
