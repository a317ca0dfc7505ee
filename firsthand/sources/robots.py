"""A site's rules for programs (robots.txt, RFC 9309): scheduled looks obey them, a person's click does not ask."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

from protego import Protego

from db.vocabulary import CaptureOutcome
from firsthand.sources.fetched import Fetched
from firsthand.sources.targets import Target
from firsthand.sources.trouble import Trouble, refused

_REMEMBERED = 3600.0  # seconds
_MOST = 256  # sites
_MOST_TEXT = 4 * 1024 * 1024  # of all their rules together, which take ten times that in memory
MOST_BYTES = 512 * 1024  # RFC 9309 asks for 500 KiB at least
_HAS_NONE = frozenset(range(400, 500)) - {429}
_NO_RULES = Protego.parse("")


class _Rules(NamedTuple):
    """What one site's file permits; ``size`` of the file in bytes, ``until`` when it is remembered."""

    read: Protego
    size: int
    until: float


class Robots:
    """The rules of the sites that were asked within the last hour."""

    def __init__(self, agent: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._agent = agent
        self._clock = clock
        self._known: OrderedDict[str, _Rules] = OrderedDict()
        self._lock = threading.Lock()

    def check(self, target: Target, fetch: Callable[[str], Fetched]) -> None:
        """Raise ``Trouble`` unless an address may be looked at; ``fetch`` gets the rules where they are not known."""
        rules = self._remembered(target.origin)
        if rules is None:
            fetched = fetch(f"{target.origin}/robots.txt")
            rules = _rules(fetched, target.host)
            self._remember(target.origin, rules, len(fetched.body or b""))
        with self._lock:
            allowed = rules.can_fetch(str(target.url), self._agent)
        if not allowed:
            raise refused(
                f"{target.host} asks programs not to look at this page (robots.txt): fetch it with a click,"
                " or save it in your browser and upload it here."
            )

    def _remembered(self, origin: str) -> Protego | None:
        with self._lock:
            rules = self._known.get(origin)
            return rules.read if rules and rules.until > self._clock() else None

    def _remember(self, origin: str, read: Protego, size: int) -> None:
        with self._lock:
            self._known[origin] = _Rules(read, size, self._clock() + _REMEMBERED)
            self._known.move_to_end(origin)
            while len(self._known) > _MOST or sum(rules.size for rules in self._known.values()) > _MOST_TEXT:
                self._known.popitem(last=False)


def _rules(fetched: Fetched, host: str) -> Protego:
    """Read the rules; a site without any permits everything, one that does not answer nothing for now (2.3.1)."""
    if fetched.body is not None:
        return Protego.parse(fetched.body.decode("utf-8", errors="replace"))
    if fetched.status in _HAS_NONE:
        return _NO_RULES
    if fetched.outcome is CaptureOutcome.REFUSED and fetched.reason and fetched.status is None:
        raise refused(fetched.reason)  # the guard's word on the site itself
    raise Trouble(
        CaptureOutcome.UNREACHABLE if fetched.retry else fetched.outcome,
        f"The rules of {host} for programs (robots.txt) could not be read, so that this page was not looked at:"
        " fetch it with a click.",
        retry=fetched.retry,
        retry_after=fetched.retry_after,
    )
