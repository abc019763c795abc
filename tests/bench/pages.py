"""First paint and rerun of every page, beside bare pages that draw as much in the same rounds."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error

from ironstride import clock
from tests.bench import results
from tests.bench.logs import log_a_run, told, write_log
from tests.bench.tabs import (
    BARE_APP,
    Shape,
    alike,
    at_rest,
    browsing,
    first_visit,
    tab,
    tell_bare,
    timed,
)
from tests.bench.visits import (
    BARE_CHANGE,
    BARE_WITH_CHARTS,
    BARE_WITHOUT,
    VISITS,
    Change,
    Visit,
)
from tests.browser.serving import Server, serving
from tests.browser.steps import visit

# Growth is told from 5 to 20 years; a shorter log is looked at once.
OFTEN_FROM = 5


@dataclass
class Seen:
    """What was seen of one address: its charts, first paints and reruns [ms]."""

    server: Server
    path: str
    change: tuple[Change, ...]
    shape: Shape = ()
    paint: list[float] = field(default_factory=list)
    rerun: list[float] = field(default_factory=list)
    cold: float | None = None
    failed: str = ""


@dataclass
class Look:
    """A page on a log, and whether it is to be seen in every round."""

    years: int
    one: Visit
    seen: Seen

    def is_due(self, number: int) -> bool:
        """Tell whether a round looks at it; not again after it failed."""
        return not self.seen.failed and (number == 0 or self.years >= OFTEN_FROM)


def pages(folder: Path, years: Sequence[int], times: int) -> None:
    """Measure each page on logs of some years, and keep what was found after each round."""
    with ExitStack() as servers:
        logs = {length: folder / f"pages-{length}.db" for length in years}
        recorded = {length: write_log(log, length) for length, log in logs.items()}
        ours = {length: servers.enter_context(serving(log)) for length, log in logs.items()}
        bare = servers.enter_context(serving(folder / "bare.db", BARE_APP))
        looks = [
            Look(length, one, Seen(ours[length], one.path(recorded[length]), one.change))
            for one in VISITS
            for length in years
        ]
        _cold(looks)
        twins = _twins(bare, looks)
        run = clock.now(None).isoformat(timespec="seconds")
        for number in range(times):
            _round(number, looks, twins)
            for length in years:
                held = {"run": run, "log": told(logs[length])}
                found = {one.one.name: _found(one, twins) for one in looks if one.years == length}
                results.keep(f"pages, {length} years", held | {"pages": found})
            print(f"pages: round {number + 1} of {times}", flush=True)


def _cold(looks: Sequence[Look]) -> None:
    """See each page once, just after something was logged; learn which charts it draws."""
    with browsing() as browser:
        for number, look in enumerate(looks):
            seen = look.seen
            log_a_run(seen.server.log, number)
            with _forgiving(seen), tab(browser) as page:

                def look_at(seen: Seen = seen, page: Any = page) -> None:
                    seen.shape = first_visit(page, seen.server, seen.path)

                seen.cold = timed(look_at)


def _twins(bare: Server, looks: Sequence[Look]) -> dict[Shape, Seen]:
    """Return a bare page for each shape that pages of ours have."""
    shapes = sorted({alike(look.seen.shape) for look in looks})
    tell_bare(bare, {str(number): shape for number, shape in enumerate(shapes)})
    return {shape: _twin(bare, shape, number) for number, shape in enumerate(shapes)}


def _twin(bare: Server, shape: Shape, number: int) -> Seen:
    path = BARE_WITH_CHARTS if shape else BARE_WITHOUT
    return Seen(bare, f"{path}?shape={number}", BARE_CHANGE, shape=shape)


def _round(number: int, looks: Sequence[Look], twins: dict[Shape, Seen]) -> None:
    """See every page once, and each bare page right after the first that draws as much."""
    due = [look for look in looks if look.is_due(number)]
    left = dict(twins)
    with browsing() as browser:
        for look in due:
            _see(browser, look.seen)
            twin = left.pop(alike(look.seen.shape), None)
            if twin:
                _see(browser, twin)


def _see(browser: Browser, seen: Seen) -> None:
    """Open a page anew, and change its widget."""
    with _forgiving(seen), tab(browser) as page:
        seen.paint.append(timed(partial(visit, page, seen.server, seen.path, len(seen.shape))))
        for opens in seen.change[:-1]:
            opens(page)
        at_rest(page)
        for changes in seen.change[-1:]:
            seen.rerun.append(timed(partial(changes, page)))


@contextmanager
def _forgiving(seen: Seen) -> Iterator[None]:
    """Keep why a page failed; the others go on."""
    try:
        yield
    except (AssertionError, Error) as why:
        seen.failed = (str(why) or type(why).__name__).partition("\n")[0][:200]
        print(f"failed: {seen.path}: {seen.failed}", flush=True)


def _found(look: Look, twins: dict[Shape, Seen]) -> dict[str, Any]:
    twin = twins[alike(look.seen.shape)]
    kept = ("shape", "paint", "rerun", "cold", "failed")
    own = {name: value for name, value in asdict(look.seen).items() if name in kept}
    return own | {"bare_paint": twin.paint, "bare_rerun": twin.rerun}
