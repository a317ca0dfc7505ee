"""Charts: rows in, a picture out; explicit types throughout, since guessing them costs half the time.

A chart is drawn from the columns of its frame and the theme alone, so that its specification is built once and only
rows travel; whatever is foreign, renamed or counted is in the rows. Charts of statuses take the colours of the findings
in their fixed order; work that is not done is an outline.
"""

from dashboard.charts import by_status, calendar, drafts, first_hand, flow, standing
from dashboard.charts.picture import PICK, Cell, Drawing, Key, Picture

__all__ = [
    "PICK",
    "Cell",
    "Drawing",
    "Key",
    "Picture",
    "by_status",
    "calendar",
    "drafts",
    "first_hand",
    "flow",
    "standing",
]
