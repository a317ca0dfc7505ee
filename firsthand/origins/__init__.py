"""Signs that a text is a copy of another one: what its address, its page and its own words say of where it is from.

PURE. A sign is a suggestion with its reason, and a person decides: so a report that merely cites an agency has none.
"""

from firsthand.origins.reading import signs
from firsthand.origins.sign import Sign

__all__ = ["Sign", "signs"]
