"""What the house asks for and no tool watches."""

import ast
import subprocess
from pathlib import Path

import pytest

from ironstride.importers import NAMES
from ironstride.importers.mapped import SOURCE as MAPPED
from ironstride.importers.registry import IMPORTERS

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "lib" / "ironstride"
PAGES = sorted((ROOT / "pages").rglob("*.py"))
MODULES = sorted(PACKAGE.rglob("*.py"))
TOP_LEVEL = {
    ".ci", ".gitignore", ".streamlit", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile",
    "README.md", "app.py", "data", "lib", "pages", "pyproject.toml", "requirements.lock", "tests",
}  # fmt: skip


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        if isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def tracked(*patterns: str) -> list[str]:
    told = subprocess.run(
        ["git", "ls-files", *patterns], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return told.stdout.splitlines()


def test_the_top_level_is_the_one_that_was_agreed() -> None:
    assert {path.split("/")[0] for path in tracked()} <= TOP_LEVEL


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_short_and_lies_under_its_heading(page: Path) -> None:
    assert lines(page) <= 80
    assert page.parent.parent.name == "pages"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_only_joins_rooms(page: Path) -> None:
    outside = {name.split(".")[0] for name in imported(page)} - {"ironstride", "streamlit"}
    assert outside == set()


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_is_small(module: Path) -> None:
    assert lines(module) <= 250


def test_the_launcher_and_the_router_know_only_the_screen() -> None:
    allowed = {"ironstride.ui", "ironstride.web", "ironstride", "pathlib", "streamlit"}
    assert imported(ROOT / "app.py") <= allowed
    assert imported(ROOT / "lib" / "main.py") <= allowed


def test_nothing_in_the_source_root_shadows_the_standard_library() -> None:
    assert [path.name for path in (ROOT / "lib").glob("*.py")] == ["main.py"]


def test_every_importer_has_a_sample_with_an_expected_twin() -> None:
    samples = ROOT / "tests" / "importers" / "samples"
    for importer in IMPORTERS:
        files = list((samples / importer.SOURCE).glob("*.csv"))
        assert files, importer.SOURCE
        assert all(file.with_suffix(".json").exists() for file in files), importer.SOURCE


def test_readme_tells_how_to_get_the_file_of_every_source() -> None:
    rows = [
        line for line in (ROOT / "README.md").read_text("utf-8").splitlines() if line[:2] == "| "
    ]
    told = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    assert all(len(cells) == 3 and all(cells) for cells in told)
    apps = {cells[0].split()[0] for cells in told}
    assert {name.split()[0] for source, name in NAMES.items() if source != MAPPED} - apps == set()


def test_the_map_of_the_rooms_names_every_room_and_every_package_of_a_source() -> None:
    told = (PACKAGE / "README.md").read_text("utf-8")
    rooms = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or path.is_dir()}
    packages = {f"{path.parent.name}/" for path in (PACKAGE / "importers").glob("*/__init__.py")}
    wanted = {name for name in rooms if not name.startswith("_")} | packages
    assert {name for name in wanted if f"`{name}`" not in told} == set()


def test_the_library_is_not_ignored_and_no_log_is_tracked() -> None:
    ignored = subprocess.run(["git", "check-ignore", "lib", "lib/main.py"], cwd=ROOT, check=False)
    assert ignored.returncode == 1
    assert not [name for name in tracked("data") if name.endswith((".db", ".db-wal", ".db-shm"))]


def test_the_lock_file_names_no_index_and_hashes_everything() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    pins = [line for line in lock.splitlines() if line and not line.startswith((" ", "#"))]
    assert all("==" in pin for pin in pins)
    assert lock.count("--hash=sha256:") >= len(pins)


@pytest.mark.parametrize("way", ["unsafe_allow_html", "st.html(", "components.html(", "st.iframe("])
def test_no_page_writes_html_of_its_own(way: str) -> None:
    ours = [*PAGES, *(PACKAGE / "ui").rglob("*.py")]
    assert [path.name for path in ours if way in path.read_text(encoding="utf-8")] == []


def test_no_date_is_written_in_a_way_that_some_systems_lack() -> None:
    # Plotly has formats of its own.
    others = (path for path in MODULES if "charts" not in path.parts)
    assert [path.name for path in others if "%-" in path.read_text()] == []
