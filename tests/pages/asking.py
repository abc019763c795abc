"""What a page under test shows, and pressing what it offers."""

import json
from typing import Any

from streamlit.testing.v1 import AppTest


def labelled(app: AppTest, kind: str, label: str) -> Any:
    return next(one for one in getattr(app, kind) if one.label == label)


def press(app: AppTest, label: str) -> None:
    labelled(app, "button", label).click().run()
    assert not app.exception, app.exception


def numbers(app: AppTest) -> dict[str, str]:
    return {one.label: one.value for one in app.metric}


def headings(app: AppTest) -> list[str]:
    return [one.value for one in app.subheader]


def charts(app: AppTest) -> list[dict[str, Any]]:
    return [json.loads(one.proto.spec) for one in app.get("plotly_chart")]


def written_table(app: AppTest) -> list[list[str]]:
    """Return the cells of the first table that is written as text, its head left out."""
    table = next(one.value for one in app.markdown if one.value.startswith("| "))
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines()[2:]]
