"""The server: the dashboard with a health route beside it. ``streamlit run`` finds ``app``."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from firsthand.jobs.child import worker_beside
from firsthand.settings import load_settings


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Load what every page needs before the first one is asked for, and have a worker beside the pages.

    What is loaded is kept from the collector, which would walk over it again and again.
    """
    from dashboard import actions, charts, data  # noqa: F401, PLC0415 - caches want the runtime to be there

    with worker_beside(load_settings()):
        gc.collect()
        gc.freeze()
        yield


async def healthz(_request: Request) -> JSONResponse:
    """Answer that the server is up; it touches no record, so that it is quick and tells no secret."""
    return JSONResponse({"status": "ok"})


app = st.App(Path(__file__).with_name("app.py"), routes=[Route("/healthz", healthz)], lifespan=lifespan)
