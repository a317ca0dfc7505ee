"""Reading the record: every SELECT of the project, one file per page of the dashboard that asks.

Each function takes ``session`` first, returns frozen rows of ``db.rows`` and never commits. Lists are paged by key:
a page begins after the last row of the one before, so that the hundredth costs what the first one does, and the
cursor that says so is an opaque string; one that was tampered with means the first page.

Three things keep pages fast at a million claims:

- a list first finds the ids of one page along one index, then fetches the rows of these ids;
- sums come from the tallies, which triggers keep (``db.models.tally``), never from counting;
- full text looks at the newest thousand matches and ranks those, however frequent a word is.
"""
