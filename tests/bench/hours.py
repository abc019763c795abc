"""Recorded hours of our own, for where no files of others are given."""

from tests.importers.fit_files import START_S, add_points, begun


def an_hour(points: int) -> bytes:
    """Return a FIT file with a point each second."""
    writer = add_points(begun(points), points, every_s=1, metres=3)
    seconds = points - 1
    writer.add(
        "session",
        timestamp=START_S + seconds,
        start_time=START_S,
        total_elapsed_time=seconds,
        total_timer_time=seconds,
        total_distance=3 * seconds,
        sport=1,
    )
    return writer.written()
