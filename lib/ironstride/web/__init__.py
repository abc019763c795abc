"""What app.py starts: start-up, headers, whose pages may ask, static files."""

from starlette.middleware import Middleware

from ironstride.web.headers import SecurityHeaders
from ironstride.web.own_origin import OwnOrigin
from ironstride.web.preload import Preload
from ironstride.web.startup import lifespan
from ironstride.web.static_files import CompressedStatic

__all__ = ["lifespan", "middleware"]


def middleware() -> list[Middleware]:
    """Return what stands between the browser and Streamlit, outermost first."""
    every = (SecurityHeaders, OwnOrigin, Preload, CompressedStatic)
    return [Middleware(one) for one in every]
