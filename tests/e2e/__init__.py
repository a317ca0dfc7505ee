"""The whole thing, as a person uses it: a real server, a real record, a real browser."""
