"""The only place that asks what time it is; the zone is always passed in."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def now(zone: str | None) -> datetime:
    """Return the wall clock in an IANA zone, or this machine's own, to the second and naive."""
    moment = datetime.now(ZoneInfo(zone) if zone else None)
    return moment.replace(tzinfo=None, microsecond=0)


def today(zone: str | None) -> date:
    """Return the local day in an IANA zone, or on this machine."""
    return now(zone).date()
