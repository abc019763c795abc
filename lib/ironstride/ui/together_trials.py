"""What trials with runners found, beside what this log says."""

import streamlit as st

from ironstride.charts import slopes as charts
from ironstride.frames.together import BlockAssociation
from ironstride.metrics.beside_trials import log_says, weighed_in_words
from ironstride.metrics.prior_weighted import own_slope, slope_estimates
from ironstride.ui import show as on_page
from ironstride.ui.page import Here
from ironstride.ui.words import plain

NARROWEST = 300
FOUND = """
- 24 studies, 469 runners: running economy 2 to 8 % better after 6 to 20 weeks of strength
  training, and faster over 1.5 to 10 km (Blagrove and others 2018).
- 16 studies: economy 3.9 ± 1.2 % better on average (Denadai and others 2017).
- 17 runners, 8 weeks of heavy half squats: 33 % stronger, economy 5 % better, so 0.15 % for each
  1 % (Støren and others 2008).
"""
AVERAGES = (
    "Averages of groups over some weeks, mostly in a laboratory: about 2 to 4 % better economy and "
    "1 to 3 % faster times. What one runner gains, they do not say."
)


def trials_and_log(found: BlockAssociation) -> None:
    """Set what trials found beside what this log says."""
    with st.grid(2, min_column_width=NARROWEST):
        with st.container():
            st.subheader("What the trials say")
            st.markdown(FOUND)
            on_page.below(AVERAGES, "trials_say", None)
        with st.container():
            st.subheader("What your log says")
            st.markdown(plain(log_says(found)))


def weighed(found: BlockAssociation, _: Here) -> None:
    """Draw trials, this log and both together, once the place for them is opened."""
    label = "Advanced: your log weighed with the trials"
    place = st.expander(label, icon=":material/balance:", key="together-weighed", on_change="rerun")
    if not place.open:
        return
    with place:
        own = own_slope(found)
        if own is None:
            st.markdown(
                "Cannot tell yet: your log gives no slope of its own, so all that is left is what "
                "trials suggest, 0.10 ± 0.10 % faster per 1 % stronger."
            )
            return
        st.markdown(plain(weighed_in_words(own)))
        estimates = slope_estimates(own)
        on_page.chart(
            charts.slopes(estimates),
            charts.slopes_alt(estimates),
            how="prior_weighted",
            table=estimates,
        )
