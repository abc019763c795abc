"""What every frame shares: declared columns, no strangers, checked types."""

from typing import Any

import pandera.pandas as pa

from ironstride.frames.schema import QuickSchema


class Frame(pa.DataFrameModel):
    """A table whose columns, units and limits are declared once."""

    class Config:
        """Undeclared columns are dropped, types are brought in line, any order will do."""

        strict = "filter"
        coerce = True
        ordered = False

    @classmethod
    def build_schema_(cls, **kwargs: Any) -> pa.DataFrameSchema:
        """Build what checks such a table: at once what is right already, else by pandera."""
        slow = super().build_schema_(**kwargs)
        return QuickSchema(
            slow.columns, slow.checks, parsers=slow.parsers, index=slow.index, **kwargs
        )
