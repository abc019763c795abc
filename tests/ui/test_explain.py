import pkgutil
from importlib import import_module

from ironstride import ui
from ironstride.ui.explain import HOW


def families() -> dict[str, dict[str, str]]:
    modules = (one.name for one in pkgutil.iter_modules(ui.__path__, "ironstride.ui."))
    told = (import_module(name) for name in modules if ".explain_" in name)
    return {
        f"{module.__name__}.{name}": value
        for module in told
        for name, value in vars(module).items()
        if isinstance(value, dict) and name.isupper()
    }


def test_no_explanation_takes_the_place_of_another() -> None:
    assert len(families()) > 10
    assert [name for name, told in families().items() if not told.items() <= HOW.items()] == []
