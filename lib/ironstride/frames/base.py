"""What every frame shares: declared columns, no strangers, checked types."""

import pandera.pandas as pa


class Frame(pa.DataFrameModel):
    """A table whose columns, units and limits are declared once."""

    class Config:
        """Undeclared columns are dropped, types are brought in line, order is fixed."""

        strict = "filter"
        coerce = True
        ordered = False
