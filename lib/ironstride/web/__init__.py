"""What app.py starts: start-up, headers, whose pages may ask, static files."""

from collections.abc import Mapping

from starlette.middleware import Middleware

from ironstride.web.headers import SecurityHeaders
from ironstride.web.own_origin import OwnOrigin
from ironstride.web.preload import DRAWN, Preload
from ironstride.web.startup import lifespan
from ironstride.web.static_files import CompressedStatic

__all__ = ["lifespan", "middleware"]


def middleware(drawn: Mapping[str, tuple[str, ...]] = DRAWN) -> list[Middleware]:
    """Return what stands between the browser and Streamlit, outermost first.

    `drawn` is what each page draws, by the names of Streamlit's scripts.
    """
    return [
        Middleware(SecurityHeaders),
        Middleware(OwnOrigin),
        Middleware(Preload, drawn=drawn),
        Middleware(CompressedStatic),
    ]
