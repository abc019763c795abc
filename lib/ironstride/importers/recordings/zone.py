"""Which time zone a place lies in, by data of the library: nothing is asked over a network."""

from tzfpy import get_tz


def zone_at(latitude: float, longitude: float) -> str | None:
    """Return the name of the time zone at a place [degrees], or None where it is not known.

    On the open sea it is the zone of ships, such as `Etc/GMT+3`.

    >>> zone_at(52.5, 13.4), zone_at(float("nan"), 0), zone_at(90.5, 0)
    ('Europe/Berlin', None, None)
    """
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    return get_tz(longitude, latitude) or None
