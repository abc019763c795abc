"""Whether the colours of charts stand out from both grounds; how marks use them, a browser says."""

import tomllib

import pytest

from ironstride.charts import theme
from ironstride.charts.rule_grid import MARKS
from ironstride.settings import PROJECT
from tests.contrast import MARK, contrast

LOOK = tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
GROUNDS = [LOOK[scheme]["backgroundColor"] for scheme in ("light", "dark")]
SOLID = {theme.RUNNING, theme.LIFTING, theme.CONTEXT, *theme.CATEGORIES, *theme.RUN_TYPES.values()}


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("colour", sorted(SOLID))
def test_a_solid_colour_stands_out_from_both_grounds(colour: str, ground: str) -> None:
    assert contrast(colour, ground) >= MARK


def test_the_signs_of_rules_stand_out_from_their_squares() -> None:
    assert min(contrast("white", MARKS[state][2]) for state in ("met", "not met")) >= MARK


def test_the_dots_of_weeks_above_the_band_stand_out_from_the_strongest_square() -> None:
    assert contrast("white", theme.LIFTING) >= MARK


@pytest.mark.parametrize("ground", GROUNDS)
def test_what_is_faint_has_an_edge_that_stands_out(ground: str) -> None:
    marker = theme.edged(theme.LIFTING, 0.1)
    assert contrast(marker["color"], ground) < MARK <= contrast(marker["line"]["color"], ground)
