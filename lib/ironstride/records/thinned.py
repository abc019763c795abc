"""A stream with no more samples than a chart or a table of splits needs."""

from dataclasses import replace

import numpy as np

from ironstride.records.stream import Array, Stream

EVERY_S = 5.0
# What a sensor says of a moment wavers: its mean counts. Where the runner is counts as it is.
_MEANS = ("hr_bpm", "cadence_spm", "temperature_c")
_BETWEEN = ("distance_m", "altitude_m")
_LONGEST_BETWEEN_S = 30.0


def thinned(stream: Stream) -> Stream:
    """Return a stream with the first sample of every five seconds, all that lies farther apart.

    The last sample of all, and the last before a step of more than five seconds, are kept as well:
    a pause begins and ends where it did. Heart rate, cadence and temperature are means until the
    next sample that is kept; an unknown distance or altitude lies on a straight line between its
    neighbours when these are at most 30 s apart. Thinning twice is thinning once.
    """
    stream = _placed(stream)
    kept = _kept(stream.elapsed_s)
    columns = {name: column[kept] for name, column in stream.columns().items()}
    for name in _MEANS:
        if name in columns:
            columns[name] = _means(getattr(stream, name), kept)
    for name in _BETWEEN:
        if name in columns:
            columns[name] = _between(stream.elapsed_s, getattr(stream, name))[kept]
    return replace(stream, **columns)


def _placed(stream: Stream) -> Stream:
    """Return a stream whose positions are known whole or not at all."""
    if stream.latitude is None or stream.longitude is None:
        return stream
    known = ~np.isnan(stream.latitude + stream.longitude)
    return replace(
        stream,
        latitude=np.where(known, stream.latitude, np.nan),
        longitude=np.where(known, stream.longitude, np.nan),
    )


def _kept(elapsed_s: Array) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    bins = np.floor(elapsed_s / EVERY_S)
    begins = np.diff(bins, prepend=-1) > 0
    ends = np.diff(elapsed_s, append=np.inf) > EVERY_S
    kept: np.ndarray[tuple[int], np.dtype[np.bool_]] = begins | ends
    return kept


def _means(column: Array, kept: "np.ndarray[tuple[int], np.dtype[np.bool_]]") -> Array:
    """Return the mean of what is known from each kept sample until the next."""
    group, known = np.cumsum(kept) - 1, ~np.isnan(column)
    sums = np.bincount(group[known], weights=column[known], minlength=int(kept.sum()))
    counts = np.bincount(group[known], minlength=int(kept.sum()))
    means: Array = np.divide(sums, counts, out=np.full(len(sums), np.nan), where=counts > 0)
    return means


def _between(elapsed_s: Array, column: Array) -> Array:
    """Return a column with short gaps bridged by straight lines."""
    known = np.flatnonzero(~np.isnan(column))
    after = np.clip(np.searchsorted(known, np.arange(len(column))), 1, max(len(known) - 1, 1))
    if len(known) < 2:
        return column
    apart = elapsed_s[known[after]] - elapsed_s[known[after - 1]]
    inside = (elapsed_s >= elapsed_s[known[0]]) & (elapsed_s <= elapsed_s[known[-1]])
    bridged = np.interp(elapsed_s, elapsed_s[known], column[known])
    fills = np.isnan(column) & inside & (apart <= _LONGEST_BETWEEN_S)
    return np.where(fills, bridged, column)
