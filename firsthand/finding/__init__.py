"""Finding the first hand of a claim: what the desk has suggests itself, a trace follows references, services are asked.

``suggestions`` lists references and the library; ``tracing`` goes from page to page; ``outside`` asks services;
``looking`` notes in the search log what was looked at. ``sought`` and ``onward`` are pure.
"""

from firsthand.finding.hands import FoundHand, Place, library, newest_capture, references_of, suggestions

__all__ = ["FoundHand", "Place", "library", "newest_capture", "references_of", "suggestions"]
