"""The wire below HTTP: every byte of every connection passes here, TLS and headers included, and is counted.

The client's own timeouts start anew with every byte; here each wait gets what is left of the fetch's one deadline.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from typing import Any, TypeVar

from firsthand.sources.budget import Budget
from firsthand.sources.client import httpcore
from firsthand.sources.trouble import Trouble, failed, unreachable

_RECORD = 32 * 1024
_Result = TypeVar("_Result")


class PlainStream(httpcore.NetworkStream):
    """A connected socket within a budget."""

    def __init__(self, connected: socket.socket, budget: Budget) -> None:
        self._socket = connected
        self._budget = budget
        self.ended = False
        self.sealed = False  # the end of a plain stream proves nothing: whoever is on the way can cut it

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - the budget's time counts
        """Read what is there, at most what the budget allows."""
        room = min(max_bytes, self._budget.bytes())
        self._socket.settimeout(self._budget.seconds())
        try:
            received = self._socket.recv(room)
        except TimeoutError:
            raise self._budget.over() from None
        except OSError as error:
            self.ended = True
            raise httpcore.ReadError(str(error)) from None
        self.ended = not received
        self._budget.spend(len(received))
        return received

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        """Write everything."""
        self._socket.settimeout(self._budget.seconds())
        try:
            self._socket.sendall(buffer)
        except TimeoutError:
            raise self._budget.over() from None
        except OSError as error:
            raise httpcore.WriteError(str(error)) from None

    def close(self) -> None:
        """Let go of the connection."""
        self._socket.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """Go on encrypted, once the certificate was found to be that of the host."""
        try:
            return SecureStream(self, ssl_context, server_hostname)
        except BaseException:
            self.close()
            raise

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - as the client declares it
        """Tell about the socket."""
        return self._socket if info == "socket" else None


class SecureStream(httpcore.NetworkStream):
    """TLS over a plain stream; ``sealed`` once the other side has said, encrypted, that this was all."""

    def __init__(self, below: PlainStream, context: ssl.SSLContext, host: str | None) -> None:
        self._below = below
        self._incoming = ssl.MemoryBIO()
        self._outgoing = ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=host)
        self.sealed = False
        try:
            self._exchange(self._tls.do_handshake)
        except (ssl.SSLError, httpcore.ReadError, httpcore.WriteError) as error:
            raise _not_agreed(error, host) from None

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        """Read what is there; empty at the end, be it said or cut."""
        try:
            received = self._exchange(lambda: self._tls.read(max_bytes))
        except ssl.SSLEOFError:
            return b""
        except ssl.SSLError as error:
            raise httpcore.ReadError(str(error)) from None
        self.sealed = self._below.ended = not received
        return received

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        """Write everything."""
        rest = memoryview(buffer)
        while rest:
            try:
                written = self._exchange(lambda: self._tls.write(rest))  # noqa: B023 - called at once
            except ssl.SSLError as error:
                raise httpcore.WriteError(str(error)) from None
            rest = rest[written:]

    def close(self) -> None:
        """Let go of the connection."""
        self._below.close()

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401
        """Tell about the encryption and the socket."""
        return self._tls if info == "ssl_object" else self._below.get_extra_info(info)

    def _exchange(self, act: Callable[[], _Result]) -> _Result:
        while True:
            try:
                result = act()
            except ssl.SSLWantReadError:
                self._flush()
                received = self._below.read(_RECORD)
                self._incoming.write(received) if received else self._incoming.write_eof()
            else:
                self._flush()
                return result

    def _flush(self) -> None:
        if self._outgoing.pending:
            self._below.write(self._outgoing.read())


def _not_agreed(error: Exception, host: str | None) -> Trouble:
    if isinstance(error, ssl.SSLCertVerificationError):
        why = error.verify_message.rstrip(".")
        return failed(
            f"The certificate of {host} does not prove that it is {host} ({why}): open the page in your browser,"
            " see whether the site is what it says, and upload what you save there."
        )
    if isinstance(error, ssl.SSLEOFError | httpcore.ReadError | httpcore.WriteError):
        return unreachable(f"{host} broke off while the encryption was being agreed on: try again later.")
    return failed(
        f"No encryption could be agreed on with {host}: check whether the address begins with http:// and not"
        " https://, or save the page in your browser and upload it here."
    )
