"""Pieces of pages: they draw what they are given, and hand back what a person entered."""
