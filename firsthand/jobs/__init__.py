"""Durable work: taking in, capturing, watching, tracing and archiving survive a kill at any moment.

``Jobs`` asks for work and tells how it stands; ``work`` does it, in as many workers as the record allows.
"""

from firsthand.jobs.client import Jobs
from firsthand.jobs.worker import work

__all__ = ["Jobs", "work"]
