"""What a person typed, in a chart: Plotly reads tags in every text."""

from html import escape


def typed(text: str) -> str:
    """Return a text that a chart shows as it was typed.

    Quotation marks stay as they are, for Plotly does not know the names that HTML has for them.

    >>> typed('<b>30" box</b> & more')
    '&lt;b&gt;30" box&lt;/b&gt; &amp; more'
    """
    return escape(text, quote=False)
