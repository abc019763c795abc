from pathlib import Path
from typing import Any, get_args

import pytest

from ironstride import clock, settings
from ironstride.metrics import strength
from ironstride.records.exercise import Muscle
from ironstride.settings import Formula, Settings
from ironstride.standards.guidance_choices import ALL_MUSCLES, Guidance


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"week_start": "friday"}, "week start must be monday or sunday"),
        ({"zone": "Mars/Olympus"}, "zone must be a name such as Europe/Berlin"),
        ({"max_hr_bpm": 300}, "maximum heart rate must lie between 100 and 240"),
        ({"rest_hr_bpm": 10}, "heart rate must lie between 25 and 120"),
        ({"max_hr_bpm": 150, "reference_hr_bpm": 160}, "must be below the maximum"),
        ({"max_hr_bpm": 150, "threshold_hr_bpm": 150}, "must be below the maximum"),
        ({"threshold_hr_bpm": 80}, "threshold heart rate must lie between 90 and 225"),
    ],
)
def test_what_no_runner_can_mean_is_refused(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Settings(**wrong)  # type: ignore[arg-type]  # that is the point


def test_the_reference_heart_rate_is_chosen_or_worked_out() -> None:
    assert Settings().reference_hr() is None
    assert Settings(reference_hr_bpm=140, max_hr_bpm=190).reference_hr() == 140
    assert Settings(max_hr_bpm=190, rest_hr_bpm=60).reference_hr() == 151
    assert Settings(max_hr_bpm=190).reference_hr() == 142


def test_the_log_lives_where_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IRONSTRIDE_LOG", "~/my runs.db")
    assert settings.log_path() == Path.home() / "my runs.db"
    monkeypatch.delenv("IRONSTRIDE_LOG")
    assert settings.log_path() == settings.PROJECT / "data" / "training.db"


def test_the_clock_is_local_and_to_the_second() -> None:
    tokyo, honolulu = clock.now("Asia/Tokyo"), clock.now("Pacific/Honolulu")
    assert tokyo.tzinfo is None
    assert tokyo.microsecond == 0
    assert round((tokyo - honolulu).total_seconds() / 3600) == 19


def test_the_formulas_one_can_choose_are_those_that_are_computed() -> None:
    assert get_args(Formula) == get_args(strength.Formula)
    assert set(strength.FACTORS) == set(get_args(Formula))


@pytest.mark.parametrize(
    "wrong",
    [
        {"birth_year": 1899},
        {"sex": "other"},
        {"e1rm_formula": "best"},
        {"hard_rir": 6},
        {"least_sets": 9, "most_sets": 8},
        {"most_sets": 31},
        {"school": "none"},
    ],
)
def test_what_no_runner_can_choose_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"must|there is no|at most"):
        Settings(**wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"frequency": "daily"},
        {"phase": "peak"},
        {"muscles": ("biceps",)},
        {"rest_days": (7,)},
        {"off": ("NAP",)},
        {"direct_sets": 0},
        {"direct_sets": 5},
        {"test_weeks": 3},
    ],
)
def test_advice_that_nobody_gives_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"must|there is no|can be asked for"):
        Guidance(**wrong)


def test_the_advice_one_follows_survives_the_log_as_text() -> None:
    for followed in (
        Guidance(),
        Guidance(frequency="maintain", phase="starter", muscles=(), rest_days=(0, 6)),
        Guidance(phase="heavy", direct_sets=4, test_weeks=4, off=("SPIKE", "REST-SET")),
    ):
        chosen = Settings(guidance=followed)
        assert Settings.from_texts(chosen.to_texts()) == chosen
    assert Settings.from_texts({}) == Settings()


def test_the_muscle_groups_one_can_choose_are_those_of_exercises() -> None:
    assert set(ALL_MUSCLES) == set(get_args(Muscle))


def test_every_choice_survives_the_log_as_text() -> None:
    chosen = Settings(
        birth_year=1986, sex="male", e1rm_formula="lander", hard_rir=2, school="hard days hard"
    )
    assert Settings.from_texts(chosen.to_texts()) == chosen
