"""What app.py starts: start-up, headers, whose pages may ask, static files."""

from collections.abc import Set as AbstractSet

from starlette.middleware import Middleware

from ironstride.web.headers import SecurityHeaders
from ironstride.web.own_origin import OwnOrigin
from ironstride.web.preload import CHART_PAGES, Preload
from ironstride.web.startup import lifespan
from ironstride.web.static_files import CompressedStatic

__all__ = ["lifespan", "middleware"]


def middleware(chart_pages: AbstractSet[str] = CHART_PAGES) -> list[Middleware]:
    """Return what stands between the browser and Streamlit, outermost first.

    The addresses of `chart_pages` tell the browser about the chart script.
    """
    return [
        Middleware(SecurityHeaders),
        Middleware(OwnOrigin),
        Middleware(Preload, chart_pages=chart_pages),
        Middleware(CompressedStatic),
    ]
