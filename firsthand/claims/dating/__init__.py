"""Dates in words, and what they mean on the day of publication."""
