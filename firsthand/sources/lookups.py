"""Names to network addresses, within a time: the system's resolver knows no deadline and cannot be stopped."""

from __future__ import annotations

import queue
import socket
import threading
from collections.abc import Callable, Sequence

from firsthand.sources.budget import Budget
from firsthand.sources.trouble import unreachable

Resolve = Callable[[str, int], Sequence[str]]

_MOST_AT_ONCE = threading.BoundedSemaphore(32)  # lookups that nobody waits for any more go on, and must stay few


def system_addresses(host: str, port: int) -> tuple[str, ...]:
    """Ask this machine's resolver for all addresses of a host, in the order to try them; raises ``OSError``."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in answers))


def look_up(resolve: Resolve, host: str, port: int, budget: Budget) -> tuple[str, ...]:
    """Ask once for the addresses of a host; raises ``Trouble`` (unreachable) when there are none in time."""
    answered: queue.SimpleQueue[Sequence[str] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answered.put(resolve(host, port))
        except Exception as error:  # noqa: BLE001 - handed over to the one who waits
            answered.put(error)
        finally:
            _MOST_AT_ONCE.release()

    if not _MOST_AT_ONCE.acquire(timeout=budget.seconds()):
        raise budget.over()
    threading.Thread(target=ask, name=f"lookup of {host}", daemon=True).start()
    try:
        answer = answered.get(timeout=budget.seconds())
    except queue.Empty:
        raise unreachable(f"The name {host} could not be looked up in time: try again later.") from None
    if isinstance(answer, Exception):
        raise _unknown(host, answer)
    if not answer:
        raise unreachable(f"The name {host} has no network address: check the address for a typing error.", retry=False)
    return tuple(answer)


def _unknown(host: str, error: Exception) -> Exception:
    if isinstance(error, socket.gaierror) and error.errno in {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", None)}:
        return unreachable(
            f"There is no site named {host}, or this machine is not connected: check the address for a typing error.",
            retry=False,
        )
    return unreachable(f"The name {host} could not be looked up ({error}): try again later.")
