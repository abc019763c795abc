"""Nothing that a runner or a file wrote becomes a tag or a command of a chart."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import clock
from tests.hostile import MARK, write_hostile_log
from tests.pages.conftest import ROOT, ZONE, Visit

PAGES = sorted(
    str(one.relative_to(ROOT / "pages").with_suffix("")) for one in ROOT.glob("pages/*/*.py")
)
OWN_TAGS = re.compile(r"</?(b|br|i|sup|sub|extra)>")
TEMPLATES = ("hovertemplate", "texttemplate")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    write_hostile_log(path, clock.today(ZONE))
    return path


@pytest.fixture
def on_hostile(visit: Visit, hostile: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    monkeypatch.setenv("IRONSTRIDE_LOG", str(hostile))
    return visit


def parts(app: AppTest) -> Iterator[AppTest]:
    """Yield the page in each of its parts."""
    found = [one for one in app.segmented_control if str(one.key).endswith("_part")]
    for name in found[0].options if found else ():
        yield app.segmented_control(key=str(found[0].key)).set_value(name).run()
    if not found:
        yield app


def texts(said: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a figure with the name it stands under."""
    if isinstance(said, dict):
        for key, value in said.items():
            yield from texts(value, key)
    elif isinstance(said, list):
        for value in said:
            yield from texts(value, name)
    elif isinstance(said, str):
        yield name, said


@pytest.mark.parametrize("page", PAGES)
def test_no_words_of_a_runner_are_tags_or_commands_in_a_chart(on_hostile: Visit, page: str) -> None:
    for app in parts(on_hostile(page)):
        assert not app.exception
        for chart in app.get("plotly_chart"):
            for name, text in texts(json.loads(chart.proto.spec)):
                if MARK in text:
                    assert "<" not in OWN_TAGS.sub("", text), (name, text)
                    assert "&quot;" not in text
                    assert name not in TEMPLATES


def test_the_words_do_reach_the_charts(on_hostile: Visit) -> None:
    app = on_hostile("review/strength")
    assert any(MARK in chart.proto.spec for chart in app.get("plotly_chart"))
