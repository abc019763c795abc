"""The app under AppTest: real router, real pages, a log of the test's own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest

from ironstride import clock
from ironstride.jobs.demo_log import write_demo_log
from tests.logs import lay_empty_log

ROOT = Path(__file__).resolve().parents[2]
ZONE = "Europe/Berlin"
Visit = Callable[[str], AppTest]


@pytest.fixture(autouse=True)
def _no_component_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking through every installed package for components takes 90 ms a test."""
    monkeypatch.setattr(
        BidiComponentManager, "discover_and_register_components", lambda *_, **__: None
    )


@pytest.fixture
def visit(log_file: Path) -> Visit:
    """Open a page of the app, named by its file, on the test's own log."""
    if not log_file.exists():
        lay_empty_log(log_file)

    def open_page(page: str) -> AppTest:
        app = AppTest.from_file(ROOT / "lib" / "main.py", default_timeout=20)
        app.context["timezone"] = ZONE
        if page != "today/today":
            app.switch_page(f"../pages/{page}.py")
        app.run()
        assert not app.exception, app.exception
        return app

    return open_page


def unfolded(app: AppTest) -> AppTest:
    """Open every popover and expander that is drawn only when it is opened."""
    protos = [one.proto for kind in ("expander", "popover") for one in app.get(kind)]
    keys = [proto.id.split("-", maxsplit=2)[2] for proto in protos if proto.id]
    shut = [key for key in keys if not (app.session_state.get(key))]
    for key in shut:
        app.session_state[key] = True
    if shut:
        app.run()
        assert not app.exception, app.exception
    return app


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One demo log for all pages; no test writes to it."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    write_demo_log(path, today=clock.today(ZONE))
    return path


@pytest.fixture
def on_demo(visit: Visit, demo: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    """Open pages on the demo log."""
    monkeypatch.setenv("IRONSTRIDE_LOG", str(demo))
    return visit
