"""The guard exactly as shipped, in a network of its own where every address there is, inner ones too, answers."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.firsthand.sources.attacks import ATTACKS, SENT_ON_TO
from tests.firsthand.sources.own_network import LEGITIMATE, NAMES

SCRIPT = 'mount --bind "$HOSTS" /etc/hosts && exec "$PYTHON" -m tests.firsthand.sources.own_network'
UNSHARE = ["unshare", "--map-root-user", "--net", "--mount"]


def no_network_of_its_own() -> str | None:
    """Say why there can be none here."""
    for tool in ("unshare", "ip", "mount"):
        if shutil.which(tool) is None:
            return f"there is no «{tool}»"
    tried = subprocess.run([*UNSHARE, "ip", "link", "set", "lo", "up"], capture_output=True, text=True, check=False)
    return None if tried.returncode == 0 else tried.stderr.strip() or "it is not permitted"


def test_no_attack_reaches_an_inner_address_and_legitimate_pages_pass(tmp_path: Path) -> None:
    if why := no_network_of_its_own():
        pytest.skip(f"NO NETWORK OF ITS OWN: the guard is tested with injected connections only ({why})")
    hosts = tmp_path / "hosts"
    hosts.write_text("127.0.0.1 localhost\n::1 localhost\n" + "".join(f"{to} {name}\n" for to, name in NAMES))
    child = subprocess.run(
        [*UNSHARE, "sh", "-c", SCRIPT],
        cwd=Path(__file__).parents[3],
        env={**os.environ, "HOSTS": str(hosts), "PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=False,
    )
    assert child.returncode == 0, child.stderr
    said = json.loads(child.stdout)
    assert (said["inside"], said["inside_later"], said["kept"]) == ([], [], [])
    assert (said["legitimate"], said["sent_on"]) == (len(LEGITIMATE), len(SENT_ON_TO))
    assert said["leaks"] >= len(ATTACKS) // 3  # a client without a guard, so that reaching inside is possible here
