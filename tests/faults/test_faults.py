"""A short share of `make faults`: each kind of fault, seen once or a few times."""

from pathlib import Path

import pytest

from tests.faults import clocks, damage, disk, kills, refusals
from tests.faults.acts import ACTS
from tests.faults.scenes import make

SEED = 1


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("scene"))


@pytest.mark.parametrize("act", ACTS)
def test_what_is_killed_leaves_the_log_as_it_was_or_as_it_was_to_be(
    act: str, scene: Path, tmp_path: Path
) -> None:
    found = kills.kill_often(act, scene, tmp_path, times=5, seed=SEED)
    assert found.wrong == []
    assert found.times == 5


@pytest.mark.parametrize("act", ["import", "form save", "backup", "restore"])
def test_a_full_disk_changes_nothing_and_says_so(act: str, scene: Path, tmp_path: Path) -> None:
    found = disk.fill_often(act, scene, tmp_path / "disk", times=4, seed=SEED)
    assert found.wrong == []
    assert any(said.startswith("refused") for said in found.said)


@pytest.mark.parametrize(
    "name", ["read-only file", "no backup before a migration", "log from a newer version"]
)
def test_a_log_that_is_refused_gets_a_sentence(name: str, scene: Path, tmp_path: Path) -> None:
    assert refusals.refuse(name, scene, tmp_path) == []


@pytest.mark.parametrize("harm", damage.HARMS)
def test_a_damaged_log_says_so_and_a_backup_takes_its_place(
    harm: str, scene: Path, tmp_path: Path
) -> None:
    assert damage.damage_often(harm, scene, tmp_path, times=1, seed=SEED).wrong == []


@pytest.mark.parametrize("name", ["clock set back by a day", "night in which 02:30 comes twice"])
def test_another_clock_loses_nothing(name: str, tmp_path: Path) -> None:
    assert clocks.change(name, tmp_path) == []
