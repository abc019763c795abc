"""Charts: a frame in, a Plotly figure out; nothing is read or computed here."""
