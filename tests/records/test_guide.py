"""Every exercise says how it is done, and leads to an easier or a harder one where there is one."""

import pytest

from ironstride.records.catalogue import catalogue
from ironstride.records.guide import guides

NAMES = [one.name for one in catalogue()]
# What the articles that runners read ask for.
ASKED_FOR = (
    "calf raise", "jump rope", "romanian deadlift", "stiff-leg deadlift", "deadlift",
    "kettlebell swing", "step-up", "back squat", "front squat", "split squat", "lunge",
    "side lunge", "crescent lunge", "hip thrust", "glute-ham raise", "nordic curl", "barbell row",
    "one-arm dumbbell row", "plank", "side plank", "hanging leg raise",
    "captain's chair leg raise", "russian twist", "bicycle crunch", "push-up", "overhead press",
    "squat jump",
)  # fmt: skip


def test_each_exercise_of_the_catalogue_has_a_guide_and_no_other_has() -> None:
    assert set(guides()) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_guide_is_short_and_its_links_lead_somewhere(name: str) -> None:
    guide = guides()[name]
    assert guide.equipment
    assert 2 <= len(guide.cues) <= 3
    assert all(0 < len(cue) <= 80 and not cue.endswith((".", "!")) for cue in guide.cues)
    for other in (guide.easier, guide.harder):
        assert other in ("", *NAMES)
        assert other != name


@pytest.mark.parametrize("way", ["easier", "harder"])
def test_no_chain_of_variants_leads_back(way: str) -> None:
    for name in NAMES:
        seen = [name]
        while (following := getattr(guides()[seen[-1]], way)) != "":
            assert following not in seen
            seen.append(following)


@pytest.mark.parametrize("name", ASKED_FOR)
def test_what_runners_are_told_to_do_is_there(name: str) -> None:
    known = {one.name.casefold() for one in catalogue()}
    known |= {alias.casefold() for one in catalogue() for alias in one.aliases}
    assert name in known
