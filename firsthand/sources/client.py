"""The client for the web, named in this one place, so that changing it is one line.

Foreign addresses are fetched by ``firsthand.sources.fetching``; nobody else hands an address from outside to it.
"""

from __future__ import annotations

import httpcore
import httpx

__all__ = ["httpcore", "httpx"]
