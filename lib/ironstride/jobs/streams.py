"""What the log keeps of a recording: packed, with what is computed from all of its samples."""

from dataclasses import replace

from ironstride.importers import Sourced
from ironstride.metrics.heart_seconds import heart_seconds
from ironstride.metrics.stream_bests import standard_bests
from ironstride.records import KeptStream, Run, Stream
from ironstride.records.thinned import thinned
from ironstride.store.packing import pack, unpack


def with_kept(one: Sourced) -> Sourced:
    """Return a session with its stream as the log keeps it, which is small."""
    return replace(one, stream=kept_stream(one))


def kept_stream(one: Sourced) -> KeptStream | None:
    """Return what the log keeps of a session's stream; None of a single sample, which says nothing.

    Bests and the time at each heart rate come from every sample; of what is no run there are no
    bests.
    """
    stream = one.stream
    if not isinstance(stream, Stream):
        return stream
    if len(stream) < 2:
        return None
    data = pack(thinned(stream))
    return KeptStream(
        samples=len(unpack(data)),
        elapsed_s=float(stream.elapsed_s[-1]),
        data=data,
        bests=_bests(stream) if isinstance(one.session, Run) else (),
        heart_seconds=_heart_seconds(stream),
    )


def _bests(stream: Stream) -> tuple[tuple[float, float], ...]:
    if stream.distance_m is None:
        return ()
    return tuple(standard_bests(stream.distance_m, stream.elapsed_s).items())


def _heart_seconds(stream: Stream) -> tuple[tuple[int, float], ...]:
    if stream.hr_bpm is None:
        return ()
    return tuple(heart_seconds(stream.elapsed_s, stream.hr_bpm).items())
