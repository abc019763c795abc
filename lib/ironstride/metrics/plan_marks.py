"""What is planned beside what was done, one below the other in the order of each day."""

from datetime import date

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames import History
from ironstride.frames.plan import PlanMarks, Planned


def plan_marks(
    planned: DataFrame[Planned], done: DataFrame[History], *, today: date
) -> DataFrame[PlanMarks]:
    """Return a row for each session of the log and each planned one that none stands for.

    A planned session that was done is its session. A plain join, without a source; no plan and no
    session: no rows. Of a day, what was done comes first, then what is planned in its order.

    >>> plan_marks(Planned.empty(), History.empty(), today=date(2026, 11, 23)).empty
    True
    """
    both = pd.concat([_done(planned, done), _still_planned(planned, done, today)])
    rows = both.sort_values(["day", "plan", "order"], kind="stable", ignore_index=True)
    return PlanMarks.validate(rows[list(PlanMarks.empty().columns)])


def _done(planned: pd.DataFrame, done: pd.DataFrame) -> pd.DataFrame:
    linked = planned.dropna(subset="done_session_id").drop_duplicates("done_session_id")
    plans = linked.set_index(linked.done_session_id.astype(int)).plan_id
    others = done.sport.where(done.kind == "other", "")
    return pd.DataFrame(
        {
            "day": done.started_at.dt.normalize(),
            "kind": done.kind,
            "state": "done",
            "type": done["type"].where(done.kind == "run", others),
            "title": done.title,
            "plan_id": done.session_id.map(plans).fillna(0).astype(int),
            "session_id": done.session_id,
            "plan": False,
            "order": done.started_at.rank(method="first").astype(int),
        }
    )  # fmt: skip


def _still_planned(planned: pd.DataFrame, done: pd.DataFrame, today: date) -> pd.DataFrame:
    rows = planned[~planned.done_session_id.isin(done.session_id)]
    over = (rows.day < pd.Timestamp(today)) & (rows.status == "planned")
    return pd.DataFrame(
        {
            "day": rows.day,
            "kind": rows.kind,
            "state": rows.status.mask(over, "not done"),
            "type": rows["type"],
            "title": rows.title,
            "plan_id": rows.plan_id,
            "session_id": 0,
            "plan": True,
            "order": rows.order,
        }
    )
