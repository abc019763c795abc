"""What the bench looks at is all there is, and its README says what was measured."""

import ast
from typing import Any

import pytest

from ironstride.settings import PROJECT
from ironstride.ui import menu
from tests.bench.misses import misses
from tests.bench.report import text
from tests.bench.results import machine
from tests.bench.tabs import alike
from tests.bench.targets import TARGETS
from tests.bench.visits import MENU, PARTS

FILES = {page.stem: page for page in (PROJECT / "pages").rglob("*.py")}


def page(paint: float, *, rerun: float = 0.0, failed: str = "") -> dict[str, Any]:
    return {
        "shape": [[300, 52], [300, 7]],
        "paint": [paint],
        "rerun": [rerun] if rerun else [],
        "cold": 2 * paint,
        "failed": failed,
        "bare_paint": [1000.0],
        "bare_rerun": [100.0],
    }


def measured(years: int, run: str = "the same", **pages: dict[str, Any]) -> dict[str, Any]:
    found = {"run": run, "log": {"runs": 7004, "sets": 100395}, "pages": pages}
    return {f"pages, {years} years": {"machine": {"cores": "2"}, "found": found}}


def line(told: str, begin: str) -> str:
    return next(line for line in told.splitlines() if line.startswith(begin))


def test_every_page_of_the_menu_is_looked_at_under_its_own_heading_and_title() -> None:
    told = {
        (heading, path.strip("/") or "today", title)
        for heading, pages in MENU.items()
        for title, path in pages.items()
    }
    there = {
        (page.parent.name.capitalize(), name, menu.title_of(name)) for name, page in FILES.items()
    }
    assert told == there


@pytest.mark.parametrize("name", FILES)
def test_every_part_of_a_page_is_looked_at(name: str) -> None:
    tree = ast.parse(FILES[name].read_text("utf-8"))
    parts = [
        list(ast.literal_eval(node.value).values())
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "PARTS"
    ]
    looked_at = PARTS[menu.title_of(name)]
    assert not parts or list(looked_at) == parts[0]


def test_the_readme_holds_each_number_beside_the_bare_page() -> None:
    told = text(measured(20, Running=page(1250.0, rerun=160.0)))
    assert "7 004 runs, 100 395 sets; one round." in told
    row = "| Running | 2 | 59 | 1000 | 1250 | 1.25 | 2500 | 2.50 | 100 | 160 | 1.60 |"
    assert line(told, "| Running") == row


def test_a_target_says_how_many_pages_meet_it_and_which_is_furthest() -> None:
    told = text(measured(20, Running=page(1250.0, rerun=160.0), Goals=page(1400.0)))
    aim = line(told, "| first paint")
    assert aim == "| first paint, 20 years | 1.3 × bare | 1 of 2 | Goals: 1.40 |"
    assert line(told, "| server").endswith("| 400 MB | not measured | |")


def test_what_is_not_met_comes_with_its_distance_and_its_cause() -> None:
    running = page(1350.0, rerun=160.0)
    found = measured(20, Running=running, Goals=page(1400.0), Rules=page(1380.0))
    causes = {"first paint, 20 years": {"all": "bars are many", "Goals": "ten ranges"}}
    assert list(misses(found, causes)) == [
        "- **first paint, 20 years**: Goals 1.40 (0.10 beyond). Cause: ten ranges.",
        (
            "- **first paint, 20 years**: Rules 1.38 (0.08 beyond); Running 1.35 (0.05 beyond). "
            "Cause: bars are many."
        ),
        "- **rerun, 20 years**: Running 1.60 (0.10 beyond). Cause: not named yet.",
    ]


def test_a_page_that_failed_is_told_and_the_others_stay() -> None:
    broken = page(0.0, failed="did not settle") | {"paint": [], "bare_paint": []}
    found = measured(20, Running=broken, Goals=page(1200.0))
    assert list(misses(found, {})) == ["- pages, 20 years, Running failed: did not settle"]
    assert line(text(found), "| Goals").startswith("| Goals | 2 | 59 | 1000 | 1200 | 1.20")


def test_growth_is_told_within_one_run_only() -> None:
    long = measured(20, Goals=page(1500.0))
    assert (
        line(text(long | measured(5, Goals=page(1000.0))), "| Goals | 1.50")
        == "| Goals | 1.50 | – |"
    )
    other = text(long | measured(5, "another", Goals=page(1000.0)))
    assert "## Growth" not in other


def test_the_machine_is_described_without_names_or_places() -> None:
    assert {"cores", "Python", "streamlit", "plotly"} <= set(machine())
    assert not any("/" in value or "@" in value for value in machine().values())


def test_pages_that_draw_nearly_the_same_share_a_bare_page() -> None:
    assert alike(((300, 150), (530, 3))) == alike(((310, 140), (480, 4)))
    assert alike(((300, 150),)) != alike(((300, 1100),))
    assert alike(()) == ()


def test_the_import_issues_targets_are_looked_up_in_what_the_parts_tell() -> None:
    found = {
        "imports": {
            "found": {
                "preview 5 000 Strava rows [ms]": 400,
                "store 5 000 Strava rows [ms]": 200,
                "preview and store 5 000 Strava rows, times sqlite-utils": 0.6,
            }
        },
        "recordings": {"found": {"decoding, times as fast as fitdecode": 20.0}},
    }
    assert TARGETS["lists of usual length previewed and stored"].seen(found) == {
        "5 000 Strava rows": 0.6
    }
    assert list(TARGETS["lists previewed and stored"].seen(found).values()) == [0.6]
    assert TARGETS["decoding recordings"].seen(found) == {"decoding FIT files": 0.05}
