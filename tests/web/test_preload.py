import pytest

from ironstride.ui import menu
from ironstride.web.preload import DRAWN, SCRIPTS, links, needed
from tests.bench.visits import PARTS, PATHS
from tests.web.asgi import ask


def announced(path: str, query: str = "") -> set[str]:
    """Return the names of the scripts that a page announces, without their hashes."""
    head = ask(path, query=query).headers.get("link", "")
    assert head
    for one in head.split(", "):
        target, _, relation = one.partition("; ")
        assert relation == "rel=modulepreload"
        assert (SCRIPTS / target.strip("<>").rpartition("/")[2]).is_file()
    return {one.rpartition("/")[2].partition(".")[0] for one in head.split(", ")}


@pytest.mark.parametrize("path", PATHS.values())
def test_each_page_of_the_menu_announces_the_installed_scripts_that_it_needs(path: str) -> None:
    assert announced(path) >= set(DRAWN[path])


def test_a_part_that_the_address_asks_for_announces_its_own() -> None:
    assert "PlotlyChart" in announced("/records")
    paces = announced("/records", "records_part=Paces")
    assert "DataFrame" in paces
    assert "PlotlyChart" not in paces
    assert announced("/records", "records_part=Nothing") == announced("/records")


def test_every_page_and_part_named_is_one_of_the_menu() -> None:
    parts = {f"{PATHS[title]} {part}" for title, parts in PARTS.items() for part in parts}
    assert set(DRAWN) <= parts | set(PATHS.values())
    assert set(PATHS.values()) <= set(DRAWN)
    assert {menu.title_of(path.strip("/") or "today") for path in PATHS.values()} == set(PATHS)


def test_every_name_is_one_script_of_the_installed_streamlit() -> None:
    names = {name for drawn in DRAWN.values() for name in drawn}
    assert {name: len([*SCRIPTS.glob(f"{name}.*.js")]) for name in names} == dict.fromkeys(names, 1)


def test_a_script_comes_with_all_that_it_imports_and_without_what_the_page_names_itself() -> None:
    (field,) = SCRIPTS.glob("TextInput.*.js")
    with_imports = {file.name.partition(".")[0] for file in needed([field])}
    assert {"TextInput", "TextField", "useTextField", "react-dom"} <= with_imports
    assert "/TextField." in links(["TextInput"])
    assert "/react-dom." not in links(["TextInput"])


@pytest.mark.parametrize("path", ["/running/more", "/nowhere"])
def test_other_addresses_announce_nothing(path: str) -> None:
    assert "link" not in ask(path).headers


def test_an_answer_that_is_no_page_announces_nothing() -> None:
    refused = ask("/running", method="POST")
    assert refused.status == 405
    assert "link" not in refused.headers
